"""Wordings by hand, one a row, and what the program makes of them.

A row has four columns: a few lines of text ("# " opens a heading, "- " an item, "? " a question,
`\\n` ends a line), a question of the example's topic file, `affirm`, `deny` or `none`, and the
value: the name of a part, option or act, or `LOW..HIGH` in the question's unit; empty where any
will do. An act may have its window in days after it: `use the form 0..3`, and `before` if it is
counted back.
`none` says that the text must not be read on that question, and with `*` on no question at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extract.english.pipeline import load, parse
from extract.model import Claim
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.load import load_topic
from tests.extract.reader import document

HERE = Path(__file__).parent
TOPIC = HERE.parents[1] / "corpus" / "topic.yaml"
OPENING = "# Scalp micropigmentation\nScalp micropigmentation is popular.\n"


@dataclass(frozen=True)
class Row:
    text: str
    aspect: str
    polarity: str
    value: str = ""

    @property
    def silent(self) -> bool:
        return self.polarity == "none"


@dataclass(frozen=True)
class Reading:
    row: Row
    claims: tuple[Claim, ...]

    @property
    def right(self) -> bool:
        """The row's claim is read; for a silent row: nothing is."""
        if self.row.silent:
            return not self.on_question
        return any(_same(c, self.row) for c in self.on_question)

    @property
    def false(self) -> bool:
        """Something is read that the text does not say: on a silent row, or the opposite."""
        return bool(self.on_question) and (
            self.row.silent or all(c.polarity != self.row.polarity for c in self.on_question)
        )

    @property
    def on_question(self) -> tuple[Claim, ...]:
        return tuple(
            c
            for c in self.claims
            if c.subject == "self"
            and not c.qualifiers.reported
            and self.row.aspect in (c.aspect, "*")
        )


def rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [_row(line) for line in lines if line.strip() and not line.startswith("#!")]


def _row(line: str) -> Row:
    text, aspect, polarity, *value = line.split("\t")
    if polarity not in ("affirm", "deny", "none"):
        raise ValueError(f"affirm, deny or none: {line}")
    return Row(text.replace("\\n", "\n"), aspect, polarity, "".join(value).strip())


def read(rows: Sequence[Row]) -> Iterator[Reading]:
    """Each row read as a text of its own, after a title and a sentence that name the subject."""
    docs = [document(OPENING + r.text) for r in rows]
    parses = iter(
        list(parse(_pipeline(), [d.text[b.start : b.end] for d in docs for b in d.blocks]))
    )
    for row, doc in zip(rows, docs, strict=True):
        claims = extract_claims(doc, [next(parses) for _ in doc.blocks], _rules()).claims
        yield Reading(row, tuple(c for c in claims if c.start >= len(OPENING)))


@dataclass(frozen=True)
class Score:
    """`found`: share of the claims that are read; `kept`: share of all rows with nothing false."""

    found: float
    kept: float


def score(readings: Iterable[Reading]) -> Score:
    all_ = list(readings)
    said = [r for r in all_ if not r.row.silent]
    return Score(
        sum(r.right for r in said) / max(1, len(said)),
        sum(not r.false for r in all_) / max(1, len(all_)),
    )


def _same(claim: Claim, row: Row) -> bool:
    if claim.polarity != row.polarity or not row.value:
        return claim.polarity == row.polarity
    if claim.value is None:
        return False
    wanted = _WINDOW.fullmatch(row.value)
    if wanted is None or claim.value.quantity is None:
        return row.value in (claim.value.name, claim.value.text)
    act, days, phase = wanted.groups()
    q = claim.value.quantity
    same = f"{_bound(q.low)}..{_bound(q.high)}" == days
    return same and (not act or (act, phase or "after") == (claim.value.name, claim.value.phase))


_WINDOW = re.compile(r"(?:(.+) )?([\d.]*\.\.[\d.]*)(?: (before|after))?")


def _bound(number: float | None) -> str:
    return "" if number is None else f"{round(number, 2):g}"


@cache
def _pipeline():
    return load()


@cache
def _rules() -> Rules:
    return Rules(load_topic(TOPIC))
