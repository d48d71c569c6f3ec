"""`kb search`."""

from dataclasses import asdict
from typing import Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph, plain

EXAMPLE = "kb search 'side effects'"


def command(
    text: Annotated[
        str, typer.Argument(help="Words that must all stand there, in any inflection.")
    ],
    limit: Annotated[int, typer.Option(min=1, help="List at most this many.")] = 20,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Find claims and passages, and where they stand."""
    from kb.knowledge.search import search
    from kb.store.origin import opened

    with opened(corpus, store) as kept:
        hits = search(kept, text, limit)
    rows = [asdict(hit) for hit in hits]
    if format == "json":
        as_json(rows)
    elif format == "csv":
        flat = [{**row, "claims": " ".join(row["claims"])} for row in rows]
        as_csv(flat, ("source", "line", "start", "end", "text", "claims"))
    else:
        for hit in hits:
            what = f"claim {', '.join(hit.claims)}" if hit.claims else "no claim read here"
            typer.echo(plain(f"{hit.source}, line {hit.line} · {what}"))
            typer.echo(paragraph(f"“{hit.text}”"))
        typer.echo(figure(len(hits), "passage"))
