"""`kb disputes`."""

from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph, plain

if TYPE_CHECKING:
    from kb.knowledge.flat import Row

EXAMPLE = "kb disputes --format json"


def command(
    aspect: Annotated[
        str | None, typer.Option(metavar="ID", help="Only disputes on this aspect.")
    ] = None,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """List what the sources disagree about, with the sides of each dispute."""
    from kb.export.contract import dispute_rows
    from kb.knowledge.flat import flat_disputes
    from kb.knowledge.frames import COLUMNS
    from kb.knowledge.lookup import known
    from kb.knowledge.value import Knowledge

    k = Knowledge.open(corpus, store)
    known(aspect, "aspect", (a.id for a in k.topic.aspects))
    rows = [row for row in dispute_rows(k) if not aspect or aspect in row["aspects"]]
    if format == "json":
        as_json(rows)
    elif format == "csv":
        chosen = {row["id"] for row in rows}
        as_csv([r for r in flat_disputes(k) if r["id"] in chosen], COLUMNS["disputes"])
    else:
        for row in rows:
            _print(row)
        typer.echo(figure(len(rows), "dispute"))


def _print(row: "Row") -> None:
    pairs = figure(len(row["conflicts"]), "pair")
    typer.echo(plain(f"{row['question']} ({row['strength']}, {pairs}) · {row['id']}"))
    for side in row["sides"]:
        who = figure(side["independent"], "source")
        typer.echo(paragraph(f"{who}: {side['label']} [{', '.join(side['sources'])}]", "  · "))
    typer.echo("")
