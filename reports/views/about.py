"""How the pages were made: the words explained, how far to trust the findings, versions."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from typing import Any

from reports import text
from reports.views.book import Book, Link
from reports.views.bypeople import ByPeopleView, by_people_of
from reports.views.mended import counted

WORDS = (
    ("source", "One text with its title, publisher, address and date."),
    ("claim", "One checkable statement which one source makes about one question."),
    ("position", "All claims that come to the same answer. Positions are what is compared."),
    ("contradiction", "Two positions that can’t both hold for the same case."),
    ("tension", "Two positions that differ and can still both be true."),
    (
        "worth a look",
        "It would be a contradiction, but one passage is a row, a heading or loosely said.",
    ),
    (
        "dispute",
        "A question on which sources disagree, with its sides and every pair between them.",
    ),
    ("side", "Positions of a dispute that can stand together, and the sources that hold them."),
    ("near miss", "A pair that looks like a conflict and is none, with the reason."),
    ("independent", "Sources that are copies of one another count once."),
    ("verdict", "What a person decided about a conflict. No rule ever writes one."),
)
FOUND = (
    ("claims", "Of the statements that a reader finds, the program finds"),
    ("right", "Of the statements that it notes, right and on the right question are"),
    ("contradictions", "Of the contradictions that a reader finds, the program flags"),
    ("flags", "Of what it calls a contradiction, some conflict for a reader too is"),
)
SHARES = {25: "a quarter", 33: "a third", 50: "half", 67: "two thirds", 75: "three quarters"}
NEAR = 5  # percent within which a share is called by its name
MEASURES = (
    ("tag_acc", "Part of speech, fine"),
    ("pos_acc", "Part of speech"),
    ("lemma_acc", "Lemmas"),
    ("dep_uas", "Which word depends on which"),
    ("dep_las", "The same, with the relation"),
    ("sents_f", "Sentence ends"),
)


@dataclass(frozen=True, slots=True)
class GlossaryWord:
    """A word of the house, explained."""

    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure of the pipeline's accuracy on texts that it was not trained on."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class FindingsMeasure:
    """How well the program finds one thing, of a hundred: in new texts, and in known ones."""

    name: str
    new: str
    known: str


@dataclass(frozen=True, slots=True)
class Read:
    """How much of a source was understood."""

    source: Link
    sentences: str
    with_claim: str
    missed: str


@dataclass(frozen=True, slots=True)
class Misread:
    """A claim left out, as a person said that the program read it wrong."""

    quote: str
    source: Link


@dataclass(frozen=True, slots=True)
class AboutView:
    """The page on how it was made."""

    caveat: str
    words: tuple[GlossaryWord, ...]
    findings: tuple[FindingsMeasure, ...]
    by_people: ByPeopleView | None
    measures: tuple[Measure, ...]
    coverage: tuple[Read, ...]
    versions: tuple[Measure, ...]
    misread: tuple[Misread, ...]
    corrected: tuple[Measure, ...]


def about_of(book: Book, limit: int = 400) -> AboutView:
    """The page; coverage of at most `limit` sources, each source's own page has the rest."""
    meta = _pipeline()
    scores = meta.get("performance", {})
    return AboutView(
        caveat=caveat(),
        words=tuple(GlossaryWord(w, m) for w, m in WORDS),
        findings=_findings(),
        by_people=by_people_of(book),
        measures=tuple(
            Measure(name, f"{100 * scores[key]:.1f}%")
            for key, name in MEASURES
            if isinstance(scores.get(key), float)
        ),
        coverage=tuple(_read(book, s) for s in list(book.coverage)[:limit]),
        versions=tuple(_versions(meta)),
        corrected=tuple(Measure(name, text.number(n)) for name, n in counted(book)),
        misread=tuple(
            Misread(text.shorten(c.quote, 200), book.source_link(c.source))
            for c in book.misread[:limit]
        ),
    )


@cache
def _measured() -> dict[str, dict[str, list[int]]]:
    """What was measured on annotated texts; `python -m tests.accuracy` writes the file."""
    told = resources.files("reports").joinpath("accuracy.json").read_text("utf-8")
    return dict(json.loads(told))


def caveat() -> str:
    """How far a flag can be trusted in a text that nobody tuned the program to."""
    told = _measured()
    flags, found = (told[key]["typical"][0] for key in ("flags", "contradictions"))
    return (
        f"In texts that the program has not seen before, {_roughly(flags)} of the contradictions "
        f"that it flags are conflicts for a reader too, and it flags {_roughly(found)} of those "
        "that a reader finds; rough texts fare worse. So a flag is a reason to read both "
        "passages, never a verdict."
    )


def _roughly(percent: int) -> str:
    """ "about half", where that is near; else "44 in 100"."""
    near = min(SHARES, key=lambda share: abs(share - percent))
    return f"about {SHARES[near]}" if abs(near - percent) <= NEAR else f"{percent} in 100"


def _findings() -> tuple[FindingsMeasure, ...]:
    told = _measured()
    return tuple(
        FindingsMeasure(name, _new(told[key]), f"{told[key]['known'][0]} in 100")
        for key, name in FOUND
    )


def _new(told: Mapping[str, Sequence[int]]) -> str:
    """ "55 in 100 (4 to 64)": in the middle one of the sets of texts, and in all of them."""
    low, high = told["new"]
    return f"{told['typical'][0]} in 100 ({low} to {high})"


def _read(book: Book, source: str) -> Read:
    c = book.coverage[source]
    figures = (c.sentences, c.with_claim, len(c.not_understood))
    return Read(book.source_link(source), *(text.number(n) for n in figures))


def _versions(meta: dict[str, Any]) -> list[Measure]:
    found = [Measure("Counterclaim", _own_version())]
    if meta:
        found.append(Measure("English pipeline", str(meta.get("version", ""))))
    return found


def _own_version() -> str:
    try:
        return metadata.version("counterclaim")
    except metadata.PackageNotFoundError:
        return "not installed"


def _pipeline() -> dict[str, Any]:
    """What the shipped pipeline says of itself; empty if there is none."""
    path = resources.files("extract.english").joinpath("model/meta.json")
    return dict(json.loads(path.read_text("utf-8"))) if path.is_file() else {}
