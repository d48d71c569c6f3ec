"""`kb decide`."""

import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import paragraph

if TYPE_CHECKING:
    from kb.model import Verdict

EXAMPLE = "kb decide 3f2a9c04 both-hold --by Ana --note 'two different subtypes'"
Word = Literal["real", "not-a-conflict", "both-hold", "prefer", "unsure", "misread"]


def command(
    on: Annotated[
        str,
        typer.Argument(
            metavar="CONFLICT|DISPUTE",
            help="The id of a conflict, or of a whole dispute; its first characters do.",
        ),
    ],
    verdict: Annotated[Word, typer.Argument(help="What you decide.")],
    by: Annotated[str, typer.Option(metavar="NAME", help="Who decides.")],
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="Why.")] = None,
    side: Annotated[
        str | None,
        typer.Option(
            metavar="LETTER",
            help="With prefer: the side that holds. With misread: all its passages.",
        ),
    ] = None,
    position: Annotated[
        str | None, typer.Option(metavar="ID", help="With prefer: a position, for its side.")
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
    """Record what a person decided about a conflict, or about a whole dispute.

    Adds a line to the corpus's verdicts.jsonl. Leave out a side that is asked for, and the
    message names each by its words.
    A later line of the same person takes the place of an earlier one, so a decision is undone
    by another one. What is decided on a dispute counts for each pair between two of its sides,
    but for pairs that were decided by themselves.
    """
    from kb.knowledge.value import Knowledge
    from kb.verdicts.decide import decide
    from kb.verdicts.file import append

    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    k = Knowledge.open(corpus, store)
    lines = decide(k, on, verdict, by, now, note, side, position, claim, review)
    for line in lines:
        append(corpus / "verdicts.jsonl", line)
    _print(lines)


def _print(lines: "tuple[Verdict, ...]") -> None:
    from kb.verdicts.wording import headline, sides_of

    for line in lines:
        typer.echo(paragraph(headline(line), ""))
        for side in sides_of(line):
            typer.echo(paragraph(side, "  "))
    typer.echo("`kb build` puts it into effect")
