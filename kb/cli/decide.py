"""`kb decide`."""

import datetime
from typing import Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir

EXAMPLE = "kb decide 3f2a9c04 both-hold --by Ana --note 'two different subtypes'"
Word = Literal["real", "not-a-conflict", "both-hold", "prefer", "unsure", "misread"]


def command(
    conflict: Annotated[str, typer.Argument(help="The conflict's id, or its first characters.")],
    verdict: Annotated[Word, typer.Argument(help="What you decide.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    position: Annotated[
        str | None, typer.Option(metavar="ID", help="With prefer: the position that holds.")
    ] = None,
    claim: Annotated[
        str | None, typer.Option(metavar="ID", help="With misread: the claim read wrong.")
    ] = None,
    review: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="When to look at it again.")
    ] = None,
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Record what a person decided about a conflict.

    Adds a line to the corpus's verdicts.jsonl.
    A later line of the same person takes the place of an earlier one, so a decision is undone
    by another one.
    """
    from kb.knowledge.value import Knowledge
    from kb.verdicts.decide import decide
    from kb.verdicts.file import append

    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    k = Knowledge.open(corpus, store)
    line = decide(k, conflict, verdict, by, now, note, position, claim, review)
    append(corpus / "verdicts.jsonl", line)
    typer.echo(f"{line.conflict}: {line.verdict}, by {line.by}; `kb build` puts it into effect")
