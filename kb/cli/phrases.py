"""`kb phrases`."""

from dataclasses import asdict
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph, plain

if TYPE_CHECKING:
    from kb.trace.phrases import Doubt, PhraseUse

EXAMPLE = "kb phrases --aspect longevity"
COLUMNS = ("aspect", "answer", "key", "phrase", "line", "hits", "claims", "misread", "samples")
NOWHERE = "nowhere"
FEW, MORE = 1, 5  # sentences that are shown for a phrase
LONGEST = 100  # characters of a phrase or a sentence that are shown


def command(
    aspect: Annotated[
        str | None, typer.Option(metavar="ID", help="Only the phrases of this aspect.")
    ] = None,
    doubtful: Annotated[
        bool, typer.Option("--doubtful", help="Only what is hardly meant so.")
    ] = False,
    own: Annotated[
        bool, typer.Option("--own", help="Only what the topic file itself says, not its packs.")
    ] = False,
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """List what each phrase of the topic file finds, and warn of those that are hardly meant so."""
    from kb.knowledge.lookup import known
    from kb.knowledge.value import Knowledge
    from kb.trace.phrases import phrase_book

    k = Knowledge.open(corpus, store)
    known(aspect, "aspect", (a.id for a in k.topic.aspects))
    book = phrase_book(k, corpus)
    uses = [u for u in book.uses if aspect in (None, u.aspect) and not doubtful]
    doubts = [d for d in book.doubts if aspect in (None, d.aspect)]
    if own:
        uses, doubts = [u for u in uses if u.line], [d for d in doubts if d.line]
    if format == "json":
        rows = {"sentences": book.sentences, "phrases": [asdict(u) for u in uses]}
        as_json({**rows, "warnings": [asdict(d) for d in doubts]})
    elif format == "csv":
        as_csv([{**asdict(u), "samples": " | ".join(u.samples)} for u in uses], COLUMNS)
    else:
        _table(uses, doubts, MORE if aspect else FEW)


def _table(uses: "list[PhraseUse]", doubts: "list[Doubt]", most: int) -> None:
    for doubt in (d for d in doubts if d.sort != NOWHERE):
        of = f" ({doubt.aspect})" if doubt.aspect else ""
        where = f"line {doubt.line}: " if doubt.line else "of a pack: "
        typer.echo(paragraph(f"{where}`{_short(doubt.phrase)}`{of} {doubt.why}", "warning  "))
    for aspect, same in groupby((d for d in doubts if d.sort == NOWHERE), lambda d: d.aspect):
        told = ", ".join(f"`{_short(d.phrase)}` (line {d.line})" for d in same)
        typer.echo(paragraph(f"nowhere in the texts ({aspect}): {told}", "warning  "))
    before = ""
    for use in (u for u in uses if u.hits):
        if use.aspect != before:
            typer.echo(f"\n{plain(use.aspect)}")
        before = use.aspect
        _use(use, most)
    found = sum(use.hits > 0 for use in uses)
    typer.echo(f"{figure(found, 'phrase')} of {len(uses)} found, {figure(len(doubts), 'warning')}")


def _use(use: "PhraseUse", most: int) -> None:
    sort = f"{use.key} of {use.answer}" if use.answer else use.key
    figures = f"{figure(use.hits, 'sentence')}, {figure(use.claims, 'claim')}"
    typer.echo(paragraph(f"`{_short(use.phrase)}` ({sort}): {figures}", "  "))
    for words in use.samples[:most]:
        typer.echo(paragraph(f"“{_short(words)}”", "      "))


def _short(text: str) -> str:
    clean = plain(text)
    return clean if len(clean) <= LONGEST else f"{clean[: LONGEST - 1].rstrip('| ')}…"
