"""`kb eval`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from extract.errors import InputError
from kb.cli.options import CORPUS, STORE, Corpus, StoreDir
from kb.cli.show import as_json, columns, figure, paragraph, plain

if TYPE_CHECKING:
    from kb.evaluate.corrections import ByPeople, ReadTally
    from kb.evaluate.score import Rate, Score

EXAMPLE = "kb eval tests/gold/five --list"
CODE = "KB301"
BEGIN = (
    "nobody has said yet of a claim whether it is read right; begin with `kb claims`, and "
    "`kb correct CLAIM --right` for what is, or what `kb correct --help` has for what is wrong"
)
SAMPLE = (
    "People choose what they look at, so this is no random sample. Sentences that nobody looked at "
    "say nothing here, neither for the program nor against it."
)


def command(
    gold: Annotated[
        Path | None, typer.Argument(metavar="GOLD", help="An annotated folder.")
    ] = None,
    corrections: Annotated[
        bool,
        typer.Option(
            "--corrections", help="Measure by people's corrections of the corpus instead."
        ),
    ] = False,
    texts: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The texts, if not in GOLD/texts.")
    ] = None,
    list: Annotated[
        bool, typer.Option("--list", help="Also list what was missed and what was wrong.")
    ] = False,
    format: Annotated[Literal["table", "json"], typer.Option(help="How to print it.")] = "table",
    corpus: Corpus = CORPUS,
    store: StoreDir = STORE,
) -> None:
    """Measure precision and recall against an annotated folder, or by people's corrections.

    Uses the corpus's topic file on the folder's texts; the store is not touched. With --corrections
    it says how much of what people confirmed, corrected and added the program reads by itself.
    """
    if corrections:
        if gold or texts:
            raise InputError("--corrections: takes no folder and no --texts; leave them out", CODE)
        _by_people(corpus, store, list, format)
        return
    if gold is None:
        raise InputError("name an annotated folder, or give --corrections", CODE)
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


def _by_people(corpus: Path, store: Path, listing: bool, format: str) -> None:
    from kb.corrections.file import NAME, read_corrections
    from kb.evaluate.corrections import by_people, figures
    from kb.knowledge.correcting import as_of_now
    from kb.knowledge.value import Knowledge

    k = Knowledge.open(corpus, store)
    found = by_people(as_of_now(k, read_corrections(corpus / NAME)))
    if format == "json":
        as_json(figures(found))
    elif not found.listed:
        typer.echo(paragraph(BEGIN, ""))
        _tell_unsure(found)
    else:
        for line in _judged(found) if listing else ():
            typer.echo(paragraph(line, ""))
        _tell(found)


def _tell(found: "ByPeople") -> None:
    total = found.total
    columns([("", "right", "wrong", "missed"), _row("all that people looked at", total)])
    typer.echo()
    for line in _rates(total):
        typer.echo(paragraph(line, ""))
    if found.wrong:
        kinds = ", ".join(f"{kind} {n}" for kind, n in found.wrong.items())
        typer.echo(paragraph(f"of the wrong ones: {kinds}", ""))
    typer.echo(paragraph(f"looked at by {', '.join(found.people)}", ""))
    _tell_unsure(found)
    typer.echo(paragraph(SAMPLE, ""))
    typer.echo()
    asked = [_row(question, tally) for question, tally in found.by_question.items()]
    columns([("question", "right", "wrong", "missed"), *asked])


def _rates(total: "ReadTally") -> Iterator[str]:
    read, wanted = total.of_read, total.of_wanted
    if read.of:
        yield f"of {read.of} claims that the program reads, {read.found} are read right"
    if wanted.of:
        yield f"of {wanted.of} claims that people say are there, it reads {wanted.found} by itself"


def _tell_unsure(found: "ByPeople") -> None:
    if found.unsure:
        told = f"{figure(found.unsure, 'correction')} up for review measured nothing"
        typer.echo(paragraph(f"{told}: `kb correct --list` shows them first", ""))


def _row(what: str, tally: "ReadTally") -> tuple[str, str, str, str]:
    return what, str(tally.right), str(tally.wrong), str(tally.missed)


def _judged(found: "ByPeople") -> Iterator[str]:
    from kb.corrections.wording import stated
    from kb.evaluate.corrections import HowRead
    from kb.text import labelled

    for judgement, c in found.listed:
        if judgement is not HowRead.RIGHT:
            was = f", read as {labelled(stated(c.was))}" if c.was else ""
            now = f", is {labelled(stated(c.states))}" if c.states else ", is none"
            yield f"{judgement}: {c.source}: “{' '.join(c.anchor.quote.split())}”{was}{now}"
