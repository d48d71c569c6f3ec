"""Wordings by hand, one a row, and what the program makes of them.

A row has four columns: a few lines of text ("# " opens a heading, "- " an item, "? " a question,
`\\n` ends a line, `\\t` is a tab), a question of the example's topic file, `affirm`, `deny` or
`none`, and the value: the name of a part, option or act, or `LOW..HIGH` in the text's unit; empty
where any will do. An act may have its window in days after it: `use the form 0..3`, and `before`
if it is counted back. `none` says that the text must not be read on that question, and with `*` on
no question at all. A line `#! topic NAME` says of which topic file the rows after it are: the
corpus's own (smp), or one of the tests' (lash, pump).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.english.pipeline import parse
from extract.model import Claim
from extract.reading.document import extract_claims
from extract.rules import Rules
from tests.extract.reader import document, pipeline
from tests.once import rules as rules_of

HERE = Path(__file__).parent
TESTS = HERE.parent / "extract"
OPENINGS = {
    "smp": "# Scalp micropigmentation\nScalp micropigmentation is popular.\n",
    "lash": "# Lash lifts\nA lash lift is popular.\n",
    "pump": "# Garden pumps\nA garden pump is popular.\n",
}


@dataclass(frozen=True)
class Row:
    text: str
    aspect: str
    polarity: str
    value: str = ""
    topic: str = "smp"

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
    found, topic = [], "smp"
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#! topic "):
            topic = line.split()[-1]
        elif line.strip() and not line.startswith("#!"):
            found.append(_row(line, topic))
    return found


def _row(line: str, topic: str) -> Row:
    text, aspect, polarity, *value = line.split("\t")
    if polarity not in ("affirm", "deny", "none"):
        raise ValueError(f"affirm, deny or none: {line}")
    plain = text.replace("\\n", "\n").replace("\\t", "\t")
    return Row(plain, aspect, polarity, "".join(value).strip(), topic)


def read(rows: Sequence[Row]) -> Iterator[Reading]:
    """Each row read as a text of its own, after a title and a sentence that name the subject."""
    docs = [document(OPENINGS[r.topic] + r.text) for r in rows]
    parses = iter(
        list(parse(pipeline(), [d.text[b.start : b.end] for d in docs for b in d.blocks]))
    )
    for row, doc in zip(rows, docs, strict=True):
        found = extract_claims(doc, [next(parses) for _ in doc.blocks], _rules(row.topic)).claims
        yield Reading(row, tuple(c for c in found if c.start >= len(OPENINGS[row.topic])))


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


def _rules(topic: str) -> Rules:
    own = topic == "smp"
    return rules_of(HERE.parents[1] / "corpus" / "topic.yaml" if own else TESTS / f"{topic}.yaml")
