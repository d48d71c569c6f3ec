"""`kb search`."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph, plain

if TYPE_CHECKING:
    from kb.knowledge.search import Hit

COLUMNS = ("aspect", "source", "line", "start", "end", "text", "claims", "every", "dispute")
MISSED = "not_understood"
EXAMPLE = "kb search 'side effects'"


def command(
    text: Annotated[
        str, typer.Argument(help="Words in any inflection; in double quotes, side by side.")
    ],
    limit: Annotated[int, typer.Option(min=1, help="List at most this many.")] = 20,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Find questions, claims and other passages, and where they stand."""
    from kb.knowledge.search import search
    from kb.store.origin import opened

    with opened(corpus, store) as kept:
        hits = search(kept, text, limit)
    if format == "json":
        as_json([asdict(hit) for hit in hits])
    elif format == "csv":
        as_csv([_flat(hit) for hit in hits], (*COLUMNS, MISSED))
    else:
        for hit in hits:
            typer.echo(plain(_where(hit)))
            typer.echo(paragraph(f"“{hit.text}”" if hit.source else hit.text))
            for words in hit.not_understood:
                typer.echo(paragraph(f"not understood: “{words}”"))
        whole = sum(hit.every for hit in hits)
        told = figure(whole, "place")
        rest = "" if whole == len(hits) else f", and {len(hits) - whole} with most of the words"
        typer.echo(f"{told}{rest}")


def _flat(hit: "Hit") -> dict[str, object]:
    missed = " | ".join(hit.not_understood)
    return {**asdict(hit), "claims": " ".join(hit.claims), MISSED: missed}


def _where(hit: "Hit") -> str:
    if not hit.source:
        kind = f"Question, in dispute {hit.dispute}" if hit.dispute else "Question"
        return f"{kind} · {hit.aspect}"
    what = f"claim {', '.join(hit.claims)} · {hit.aspect}" if hit.claims else "no claim read here"
    return f"{hit.source}, line {hit.line} · {what}"
