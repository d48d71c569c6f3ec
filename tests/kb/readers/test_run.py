"""A reader at work on a corpus: proposals in the file, each text asked once, nothing twice."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from kb.corrections.file import read_corrections
from kb.corrections.model import CorrectionKind
from kb.readers.budget import Budget
from kb.readers.model import Identity, ReaderFailed, Row
from kb.readers.run import ReaderRun, Told
from tests.extract.reader import document
from tests.kb.readers.sample import LASTS, MOWER, TEXT, TOPIC, said

NOW, LATER = "2027-01-31T09:30:00.000000+00:00", "2027-02-01T09:30:00.000000+00:00"


@dataclass
class Canned:
    """Answers every request with the same claims."""

    rows: list[Any]
    name: str = "canned"
    size: int | None = None
    budget: Budget = field(default_factory=Budget)
    asked: list[Row] = field(default_factory=list)
    fails: Callable[[], None] = lambda: None

    @property
    def identity(self) -> Identity:
        return Identity(self.name)

    def read(self, request: Row) -> str:
        self.budget.spend()
        self.fails()
        self.asked.append(request)
        return "\n".join(map(json.dumps, self.rows))

    def weigh(self, request: Row) -> Row:
        raise NotImplementedError


LOUD = said("It isn't loud", "loud", "deny")


def told(reader: Canned, folder: Path, text: str = TEXT, now: str = NOW) -> Told:
    return ReaderRun(TOPIC, reader, folder, folder / ".kb", now).read(document(text))


def lines(folder: Path) -> bytes:
    path = folder / "readings.jsonl"
    return path.read_bytes() if path.exists() else b""


def test_accepted_claims_are_written_as_proposals_of_the_reader(tmp_path: Path) -> None:
    found = told(Canned([LASTS, LOUD, said("It is deafening", "loud")]), tmp_path)
    assert (found.asked, len(found.new), len(found.sifted.refused)) == (1, 2, 1)
    assert [p.quote for p in found.mended] == ["It isn’t loud"]
    one, other = read_corrections(tmp_path / "readings.jsonl")
    assert (one.kind, one.reader, one.by, one.when) == (CorrectionKind.ADD, "canned", "", NOW)
    assert one.proposed and one.source == MOWER.source
    assert other.anchor.quote == "It isn’t loud"
    assert other.anchor.sentence == "It isn’t loud at all."


def test_a_second_run_asks_nothing_and_writes_nothing(tmp_path: Path) -> None:
    told(Canned([LASTS, LOUD]), tmp_path)
    before, again = lines(tmp_path), Canned([LASTS, LOUD])
    found = told(again, tmp_path, now=LATER)
    assert (found.asked, found.new, again.asked) == (0, (), [])
    assert lines(tmp_path) == before


def test_what_another_reader_proposes_is_written_too(tmp_path: Path) -> None:
    told(Canned([LASTS]), tmp_path)
    assert len(told(Canned([LASTS], name="other"), tmp_path).new) == 1


def test_a_lost_cache_asks_again_and_writes_nothing_twice(tmp_path: Path) -> None:
    told(Canned([LASTS]), tmp_path)
    before = lines(tmp_path)
    for file in (tmp_path / ".kb" / "readers").iterdir():
        file.write_text(file.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert told(Canned([LASTS]), tmp_path, now=LATER).asked == 1
    assert lines(tmp_path) == before


def test_only_what_changed_is_asked_again(tmp_path: Path) -> None:
    told(Canned([LASTS], size=60), tmp_path)
    reader = Canned([LASTS], size=60)
    told(reader, tmp_path, TEXT.replace("rust", "bend"))
    (request,) = reader.asked
    assert "bend" in request["text"] and "lasts 10" not in request["text"]


def test_a_long_text_goes_in_stretches_of_whole_paragraphs(tmp_path: Path) -> None:
    reader = Canned([LASTS], size=60)
    found = told(reader, tmp_path)
    texts = [request["text"] for request in reader.asked]
    assert len(texts) == 3 and all(t in TEXT for t in texts)
    assert len(found.new) == 1


def test_the_limit_leaves_the_rest_for_another_time(tmp_path: Path) -> None:
    reader = Canned([LASTS], size=60, budget=Budget(2))
    found = told(reader, tmp_path)
    assert (found.asked, found.left, len(found.new)) == (2, 1, 1)
    rest = told(Canned([LASTS], size=60), tmp_path)
    assert (rest.asked, rest.left) == (1, 0)


def test_what_was_answered_before_a_failure_is_not_asked_again(tmp_path: Path) -> None:
    def fail() -> None:
        if len(reader.asked) == 2:
            raise ReaderFailed("gone")

    reader = Canned([LASTS], size=60, fails=fail)
    with pytest.raises(ReaderFailed):
        told(reader, tmp_path)
    assert lines(tmp_path) == b""
    assert told(Canned([LASTS], size=60), tmp_path).asked == 1


def test_each_question_says_what_would_fit_it(tmp_path: Path) -> None:
    reader = Canned([])
    told(reader, tmp_path)
    (request,) = reader.asked
    asked = {row["question"]: row for row in request["questions"]}
    assert asked["lifetime"]["unit"] == "year" and asked["lifetime"]["to"] == "40 years"
    assert asked["faults"]["values"] == ["rust", "leaks"] and not asked["faults"]["needs_value"]
    assert asked["loud"]["takes"].startswith("no value")
    assert request["subjects"] == ["self", "scythe"] and request["text"] == TEXT
