import doctest

import pytest

from kb.knowledge import value
from kb.knowledge.value import Knowledge
from kb.model import Position

from ..conftest import Place


@pytest.fixture(scope="module")
def k(first: Place) -> Knowledge:
    return Knowledge.open(first.corpus, first.store)


def test_the_examples_in_its_docstrings(first: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(first.corpus.parent)
    told = doctest.testmod(value)
    assert told.attempted
    assert not told.failed


def test_claims_and_positions_are_found_by_id(k: Knowledge) -> None:
    position: Position = k.positions[0]
    assert k.position(position.id) == position
    assert [c.id for c in k.claims_of(position)] == list(position.claims)
    assert k.claims_of(position.id) == k.claims_of(position)
    assert k.claim(position.claims[0]).id == position.claims[0]
    with pytest.raises(KeyError):
        k.claim("nowhere")


def test_frames_have_a_row_for_each(k: Knowledge) -> None:
    assert len(k.claims_frame()) == len(k.claims)
    assert len(k.positions_frame()) == len(k.positions)
    assert len(k.conflicts_frame()) == len(k.conflicts)
    assert len(k.near_misses_frame()) == len(k.near_misses)
    assert set(k.conflicts_frame()["strength"]) <= {"contradiction", "tension"}


def test_search_finds_words_in_any_inflection(k: Knowledge) -> None:
    hits = k.search("panel lasts")
    passages = [h for h in hits if h.source]
    assert "Solar panels last at least 40 years." in [h.text for h in passages]
    for hit in passages:
        assert k.documents[hit.source].text[hit.start : hit.end] == hit.text


def test_search_for_words_side_by_side(k: Knowledge) -> None:
    assert k.search('"garden hose"')
    assert not k.search('"hose garden"')


@pytest.mark.parametrize("text", ["", "???", '"', "'; drop table", "AND OR NOT", "a*b:c^"])
def test_no_search_is_an_error(k: Knowledge, text: str) -> None:
    assert isinstance(k.search(text), tuple)


def test_knowledge_without_a_store_cannot_be_searched(first: Place) -> None:
    from dataclasses import replace

    k = replace(Knowledge.open(first.corpus, first.store), store=None)
    with pytest.raises(LookupError, match="opened from a store"):
        k.search("panel")
