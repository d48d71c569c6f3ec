"""Looking words up: questions first, then who says it."""

import pytest

from kb.knowledge.index import entries, in_dispute, words_for
from kb.knowledge.value import Knowledge

from ..conftest import Place


@pytest.fixture(scope="module")
def k(first: Place) -> Knowledge:
    return Knowledge.open(first.corpus, first.store)


@pytest.mark.parametrize(
    ("query", "aspect"),
    [("how long do they last", "lifetime"), ("dazzling", "harms"), ("screwed down", "fixing")],
)
def test_a_question_is_found_by_its_words_and_its_answers(
    k: Knowledge, query: str, aspect: str
) -> None:
    questions = [h.aspect for h in k.search(query) if not h.source]
    assert aspect in questions


def test_questions_lead_among_equals(k: Knowledge) -> None:
    hits = k.search("last")
    places = [bool(h.source) for h in hits]
    assert places == sorted(places) and len(set(places)) == 2


def test_a_question_names_the_dispute_it_is_in(k: Knowledge) -> None:
    named = {h.dispute for h in k.search("How long do solar panels last?") if not h.source}
    lifetime = next(d for d in k.disputes if d.aspects[0] == "lifetime")
    assert lifetime.id in named
    assert all(h.dispute is None for h in k.search("last") if h.source)


def test_a_dispute_of_which_all_is_settled_is_over(k: Knowledge) -> None:
    dispute = next(d for d in k.disputes if d.aspects[0] == "lifetime")
    assert in_dispute([dispute], set())["lifetime"] == dispute
    assert in_dispute([dispute], {*dispute.conflicts}) == {}


def test_what_has_every_word_comes_first(k: Knowledge) -> None:
    whole = [h.every for h in k.search("garden hose cleaning panels")]
    assert whole == sorted(whole, reverse=True)


def test_every_claim_and_every_other_block_has_one_entry(k: Knowledge) -> None:
    found = list(entries(k.topic, k.sources, k.documents, k.claims, k.positions))
    assert sorted(e.claim for e in found if e.claim) == sorted(c.id for c in k.claims)
    assert [e.aspect for e in found if not e.source] == [a.id for a in k.topic.aspects]
    for e in found:
        if e.source:
            assert k.documents[e.source].text[e.start : e.end] == e.said


def test_the_words_of_a_question_hold_no_marks_and_none_of_the_common(k: Knowledge) -> None:
    words = {w for a in k.topic.aspects for w in words_for(a)}
    assert words and not words & {"the", "no", "group"}
    assert all(w.isalnum() for w in words)
