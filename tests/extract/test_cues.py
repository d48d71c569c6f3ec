"""Every cue word does something: a sentence is read differently once the word is out of its set.

`cues.tsv` has a row for each word: its set, the word, the example's topic file, and a text as in
the rows of tests/wordings ("# " opens a heading, "- " an item, "? " a question, `\\n` ends a line).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from extract.english.pipeline import parse
from extract.model import Claim
from extract.parse import Parse
from extract.reading.document import extract_claims
from tests.extract.cuesets import CueSet, cue_sets, without
from tests.extract.reader import document, pipeline, rules

TABLE = Path(__file__).with_name("cues.tsv")
ROOM = "extract."

Outcome = tuple[tuple[Claim, ...], tuple[object, ...]]


@dataclass(frozen=True)
class Row:
    module: str
    name: str
    word: str
    topic: str
    text: str

    @property
    def said(self) -> str:
        return f"{self.module.removeprefix(ROOM)}.{self.name} {self.word}: {self.text}"


@cache
def rows() -> tuple[Row, ...]:
    return tuple(_row(line) for line in TABLE.read_text(encoding="utf-8").splitlines())


def _row(line: str) -> Row:
    place, word, topic, text = line.split("\t")
    module, _, name = place.rpartition(".")
    return Row(ROOM + module, name, word, topic, text.replace("\\n", "\n"))


def _blocks(text: str) -> Iterator[str]:
    doc = document(text)
    return (doc.text[b.start : b.end] for b in doc.blocks)


@cache
def _parses() -> dict[str, Parse]:
    texts = sorted({block for row in rows() for block in _blocks(row.text)})
    return dict(zip(texts, parse(pipeline(), texts), strict=True))


def read(row: Row) -> Outcome:
    """What the text claims, and what it only names: not by which rule, nor by which word."""
    parses = [_parses()[block] for block in _blocks(row.text)]
    found = extract_claims(document(row.text), parses, rules(row.topic))
    unsaid = tuple((u.span, u.aspect, u.standing) for u in found.unsaid)
    return tuple(replace(claim, why=()) for claim in found.claims), unsaid


def idle(row: Row) -> bool:
    """Whether the text reads the same without the row's word."""
    whole = read(row)
    with without(row.module, row.name, row.word):
        return read(row) == whole


@pytest.mark.parametrize("cues", cue_sets(), ids=lambda s: f"{s.module}.{s.name}")
def test_no_sentence_reads_the_same_without_its_word(cues: CueSet) -> None:
    mine = (row for row in rows() if (row.module, row.name) == (cues.module, cues.name))
    assert [row.said for row in mine if idle(row)] == []


@pytest.mark.parametrize("cues", cue_sets(), ids=lambda s: f"{s.module}.{s.name}")
def test_every_word_has_a_row_and_every_row_a_word(cues: CueSet) -> None:
    held = sorted(r.word for r in rows() if (r.module, r.name) == (cues.module, cues.name))
    assert held == sorted(cues.words)


def test_the_rows_are_of_known_sets() -> None:
    known = {(cues.module, cues.name) for cues in cue_sets()}
    assert {(row.module, row.name) for row in rows()} == known
