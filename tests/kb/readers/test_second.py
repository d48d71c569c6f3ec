"""A second opinion: what a reader is shown of a dispute, and what is kept of its answer."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from kb.knowledge.value import Knowledge
from kb.readers.budget import Budget
from kb.readers.dispute import SENTENCES, SIDES, Grounds
from kb.readers.model import Identity, Row
from kb.readers.opinions import OpinionAnswer, read_opinions
from kb.readers.second import Hearing, hear, inquiries
from kb.text import plain

from ..conftest import Place

NOW = "2027-01-31T09:30:00.000000+00:00"


@dataclass
class Oracle:
    """Gives the same answer to all."""

    said: Row
    budget: Budget = field(default_factory=Budget)
    identity: Identity = field(default_factory=lambda: Identity("oracle"))
    size: int | None = None

    def read(self, request: Row) -> str:
        raise NotImplementedError

    def weigh(self, request: Row) -> Row:
        self.budget.spend()
        return self.said


@pytest.fixture(scope="module")
def k(first: Place) -> Knowledge:
    return Knowledge.open(first.corpus, first.store)


def grounds(k: Knowledge) -> Grounds:
    return Grounds.of(k.conflicts, k.claims, k.documents)


def heard(k: Knowledge, oracle: Oracle, corpus: Path, now: str = NOW) -> Hearing:
    todo = inquiries(k.topic.topic, k.disputes, grounds(k), oracle.identity, corpus)
    return hear(todo, oracle, corpus, now)


def test_both_sides_are_shown_in_their_own_sentences(k: Knowledge) -> None:
    for dispute in k.disputes:
        shown = grounds(k).shown(dispute)
        assert shown["question"] == dispute.question
        sides = shown["sides"]
        assert 2 <= len(sides) <= SIDES and [s["reads"] for s in sides] == [
            camp.label for camp in dispute.camps[:SIDES]
        ]
        for side in sides:
            assert 1 <= len(side["sentences"]) <= SENTENCES
            for row in side["sentences"]:
                assert row["sentence"] in plain(k.documents[row["source"]].text)


def test_what_is_shown_is_another_once_a_sentence_is(k: Knowledge) -> None:
    dispute = k.disputes[0]
    texts = {id: replace(d, text=d.text.swapcase()) for id, d in k.documents.items()}
    other = Grounds.of(k.conflicts, k.claims, texts)
    assert other.content(dispute) != grounds(k).content(dispute) == grounds(k).content(dispute)


def test_an_answer_is_kept_with_its_reason_and_asked_for_once(k: Knowledge, tmp_path: Path) -> None:
    oracle = Oracle({"answer": "Stands", "reason": "x" * 999, "score": 1})
    found = heard(k, oracle, tmp_path)
    assert len(found.new) == len(k.disputes) == oracle.budget.made
    assert {o.answer for o in found.new} == {OpinionAnswer.STANDS}
    assert read_opinions(tmp_path / "opinions.jsonl") == found.new
    again = heard(k, oracle, tmp_path, "2028-01-01T00:00:00+00:00")
    assert (again.new, again.opinions) == ((), found.new)
    assert oracle.budget.made == len(k.disputes)


def test_another_reader_is_asked_anew(k: Knowledge, tmp_path: Path) -> None:
    oracle = Oracle({"answer": "stands", "reason": ""})
    heard(k, oracle, tmp_path)
    newer = Oracle(oracle.said, identity=Identity("oracle", ("another prompt",)))
    assert len(heard(k, newer, tmp_path).new) == len(k.disputes)


@pytest.mark.parametrize("said", [{}, {"answer": None}, {"answer": "yes"}, {"answer": ["stands"]}])
def test_what_is_no_answer_is_counted_and_not_kept(
    k: Knowledge, tmp_path: Path, said: dict[str, Any]
) -> None:
    found = heard(k, Oracle(said), tmp_path)
    assert found.unclear == k.disputes and found.opinions == ()
    assert not (tmp_path / "opinions.jsonl").exists()


def test_the_limit_leaves_the_rest(k: Knowledge, tmp_path: Path) -> None:
    oracle = Oracle({"answer": "can't say", "reason": ["no text"]}, Budget(2))
    found = heard(k, oracle, tmp_path)
    assert (len(found.new), found.left) == (2, len(k.disputes) - 2)
    assert {o.reason for o in found.new} == {""}
