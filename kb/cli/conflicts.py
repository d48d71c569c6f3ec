"""`kb conflicts`."""

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, STORE, Corpus, FormatOption, Level, StoreDir
from kb.cli.show import as_csv, as_json, figure, paragraph, plain

if TYPE_CHECKING:
    from kb.knowledge.value import Knowledge
    from kb.model import Conflict, SideOf

EXAMPLE = "kb conflicts --strength contradiction --fail-on contradiction"


def command(
    aspect: Annotated[
        str | None, typer.Option(metavar="ID", help="Only conflicts on this aspect.")
    ] = None,
    kind: Annotated[
        Literal["polarity", "quantity", "category", "absolute"] | None,
        typer.Option(help="Only conflicts of this kind."),
    ] = None,
    strength: Annotated[
        Literal["contradiction", "tension"] | None, typer.Option(help="Only these.")
    ] = None,
    source: Annotated[
        str | None, typer.Option(metavar="ID", help="Only where this source takes part.")
    ] = None,
    verdict: Annotated[
        str | None,
        typer.Option(metavar="WORD", help="Only those so decided; “open” for undecided ones."),
    ] = None,
    within: Annotated[
        bool, typer.Option("--within", help="Only conflicts of a source with itself.")
    ] = False,
    fail_on: Annotated[
        Level, typer.Option(help="Exit with 1 if an unsettled one this hard is listed.")
    ] = "never",
    format: FormatOption = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """List conflicts with both sides' words and the reason."""
    from kb.knowledge.lookup import known
    from kb.knowledge.more import more_conflicts, more_lines
    from kb.knowledge.value import Knowledge
    from kb.verdicts.standing import WORDS

    k = Knowledge.open(corpus, store)
    known(aspect, "aspect", (a.id for a in k.topic.aspects))
    known(source, "source", (s.id for s in k.sources))
    known(verdict, "verdict", WORDS)
    chosen = [
        c
        for c in k.conflicts
        if (not aspect or aspect in c.aspect.split("|"))
        and (not kind or c.kind == kind)
        and (not strength or c.strength == strength)
        and (not source or source in _sources(k, c))
        and (not verdict or (c.verdict or "open") == verdict)
        and (not within or c.within_source)
    ]
    _print(k, chosen, format)
    if format == "table":
        about = (m for m in k.more if not aspect or aspect in m.aspect.split("|"))
        for line in more_lines(about, more_conflicts):
            typer.echo(paragraph(line, ""))
    settled = k.settled
    if any(c.id not in settled and _fails(c, fail_on) for c in chosen):
        raise typer.Exit(1)


def _sources(k: "Knowledge", conflict: "Conflict") -> set[str]:
    return {k.claim(id).source for id in (*conflict.a.claims, *conflict.b.claims)}


def _fails(conflict: "Conflict", level: str) -> bool:
    return level == "tension" or (level == "contradiction" and conflict.strength == level)


def _print(k: "Knowledge", chosen: "list[Conflict]", format: str) -> None:
    from kb.export.contract import conflict_row
    from kb.knowledge.flat import flat_conflicts
    from kb.knowledge.frames import COLUMNS

    if format == "json":
        as_json([conflict_row(c) for c in chosen])
    elif format == "csv":
        as_csv(flat_conflicts(k, chosen), COLUMNS["conflicts"])
    else:
        for c in sorted(chosen, key=lambda c: (c.strength, c.look, c.aspect, c.id)):
            _one(k, c)
        hard = sum(c.strength == "contradiction" for c in chosen)
        looks = sum(c.look for c in chosen)
        found = [figure(hard, "contradiction"), figure(len(chosen) - hard - looks, "tension")]
        typer.echo(", ".join(found + ([f"{looks} worth a look"] if looks else [])))


def _one(k: "Knowledge", c: "Conflict") -> None:
    verdict = f" · {c.verdict}" if c.verdict else ""
    within = " · within one source" if c.within_source else ""
    strength = "worth a look" if c.look else c.strength
    typer.echo(plain(f"{c.id}  {strength} · {c.kind} · {c.aspect}{within}{verdict}"))
    for side in (c.a, c.b):
        _side(k, side)
    typer.echo(paragraph(c.explanation, "  "))
    reopened = k.standings[c.id].reopened
    if reopened:
        typer.echo(paragraph(reopened, "  "))
    typer.echo("")


def _side(k: "Knowledge", side: "SideOf") -> None:
    typer.echo(paragraph(f"{k.position(side.position).label}:", "  "))
    for claim in map(k.claim, side.claims):
        typer.echo(paragraph(f"{claim.source}: “{claim.quote}”", "    · "))
