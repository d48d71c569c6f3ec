"""`kb eval`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from kb.cli.options import CORPUS, Corpus
from kb.cli.show import as_json, columns, paragraph, plain

if TYPE_CHECKING:
    from kb.evaluate.score import Rate, Score

EXAMPLE = "kb eval tests/gold/five --list"


def command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="An annotated folder.")],
    texts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The texts, if not in GOLD/texts.")
    ] = None,
    list: Annotated[
        bool, typer.Option("--list", help="Also list what was missed and what was wrong.")
    ] = False,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print it.")] = "table",
    corpus: Corpus = CORPUS,
) -> None:
    """Measure precision and recall against an annotated folder.

    Uses the corpus's topic file on the folder's texts; the store is not touched.
    """
    from kb.evaluate.measure import measure

    score = measure(corpus, gold, texts or gold / "texts")
    if format == "json":
        from kb.evaluate.measure import figures

        as_json(figures(score))
        return
    for line in _listed(score) if list else ():
        typer.echo(line)
    columns(_table(score))


def _table(s: "Score") -> Iterator[tuple[str, str, str]]:
    yield "", "found", "share"
    yield _line("claims of the gold found", s.claims)
    yield _line("claims found that are in the gold", s.claims_precision)
    yield _line("claims found on the gold's own question", s.on_question)
    yield _line("what is no claim read as one", s.not_claims)
    yield _line("contradictions found as such", s.contradictions)
    yield _line("contradictions found at any strength", s.contradictions_any)
    yield _line("tensions found at any strength", s.tensions_any)
    for strength, rate in s.flags.items():
        yield _line(f"conflicts called {strength} that are some conflict", rate)
    for strength, rate in s.precision_any.items():
        yield _line(f"pairs called {strength} that are conflicts", rate)
        yield _line(f"pairs called {strength} that are one", s.precision_same[strength])
    for strength, n in s.traps.items():
        yield f"traps called {strength}", str(n), ""
    groups = (
        ("claims found", s.claims_by_aspect),
        ("conflicts found", s.by_kind),
        ("pairs right", s.kind_precision),
        ("conflicts found", s.by_aspect),
    )
    for what, rates in groups:
        for name, rate in rates.items():
            yield _line(f"{what}: {name}", rate)


def _line(what: str, rate: "Rate") -> tuple[str, str, str]:
    return what, f"{rate.found} of {rate.of}", f"{rate.share:.3f}"


def _listed(s: "Score") -> Iterator[str]:
    for place in s.claims_missed:
        yield paragraph(f"claim missed: “{place.quote}”", "")
    for place in s.claims_wrong:
        yield paragraph(f"no claim, read as one: “{place.quote}”", "")
    for m in s.missed:
        word = "only a tension" if m.weak else "missed"
        yield paragraph(f"{word}: {m.aspect}: “{m.a.quote}” against “{m.b.quote}”", "")
    for j in s.judged:
        if j.gold in ("trap", "unjudged"):
            line = (
                f"{j.gold}: {j.strength}, {j.kind}, {j.aspect}: “{j.a.quote}” against “{j.b.quote}”"
            )
            yield plain(line)
