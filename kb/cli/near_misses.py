"""`kb near-misses`."""

from typing import Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph, plain

EXAMPLE = "kb near-misses --aspect longevity"


def command(
    aspect: Annotated[
        str | None, typer.Option(metavar="ID", help="Only pairs on this aspect.")
    ] = None,
    rung: Annotated[
        str | None,
        typer.Option(metavar="RUNG", help="Only pairs let go here, e.g. “other subject”."),
    ] = None,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """List pairs that look like conflicts, and why they are none."""
    from kb.export.contract import near_miss_rows
    from kb.knowledge.flat import flat_near_misses
    from kb.knowledge.frames import COLUMNS
    from kb.knowledge.lookup import known
    from kb.knowledge.more import more_lines, more_near_misses
    from kb.knowledge.value import Knowledge
    from kb.model import Rung

    k = Knowledge.open(corpus, store)
    known(aspect, "aspect", (a.id for a in k.topic.aspects))
    known(rung, "rung", (r.word for r in Rung if r < Rung.TENSION))
    source = near_miss_rows(k) if format == "json" else flat_near_misses(k)
    rows = [
        row
        for row in source
        if (not aspect or aspect in row["aspect"].split("|")) and (not rung or row["rung"] == rung)
    ]
    if format == "json":
        as_json(rows)
    elif format == "csv":
        as_csv(rows, COLUMNS["near_misses"])
    else:
        for row in rows:
            typer.echo(plain(f"{row['rung']} · {row['aspect']}"))
            for side in "ab":
                quotes = row[f"{side}_quotes"].replace(" | ", "” | “")
                typer.echo(paragraph(f"{row[f'{side}_sources']}: “{quotes}”", "  · "))
            typer.echo(paragraph(row["explanation"]) + "\n")
        typer.echo(figure(len(rows), "near miss"))
        about = (m for m in k.more if not aspect or aspect in m.aspect.split("|"))
        for line in more_lines(about, more_near_misses):
            typer.echo(paragraph(line, ""))
