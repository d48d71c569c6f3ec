"""Each test: a text, what the program read in it, what a person says, and what comes of it."""

from dataclasses import replace
from typing import Any

import pytest

from extract.model import (
    Block,
    BlockKind,
    Claim,
    Condition,
    Document,
    Grade,
    Qualifiers,
    Quantity,
    Span,
)
from extract.topic.schema import Topic
from kb.corrections.anchoring import SourceText
from kb.corrections.apply import Corrected, apply_corrections
from kb.corrections.model import Correction, CorrectionState, Statement, statement_of
from tests.kb.corrections.making import correction, lasts

TEXT = "It lasts 3 years. It is cheap."
ASPECTS = [
    {"id": "lifetime", "label": "L", "question": "How long?", "kind": "quantity", "unit": "year"},
    {"id": "cheap", "label": "C", "question": "Is it cheap?", "kind": "yesno"},
]
TOPIC = Topic.sample(aspects=ASPECTS)
HOLDS, MOOT = CorrectionState.HOLDS, CorrectionState.MOOT
DRY = Qualifiers(condition=Condition("if kept dry"))
LOOSE = Qualifiers(grade=Grade.LOOSE)


def document(text: str = TEXT) -> Document:
    return Document("a", text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def claim(words: str = "lasts 3 years", states: Statement | None = None, **rest: Any) -> Claim:
    start = TEXT.index(words)
    s = states or lasts(3)
    return Claim(
        "a", start, start + len(words), words, Span(0, 17),
        s.subject, s.aspect, s.polarity, s.value, s.qualifiers, **rest,
    )  # fmt: skip


def said(words: str = "lasts 3 years", kind: str = "other-value", **rest: Any) -> Correction:
    there = SourceText(document())
    return correction(kind, anchor=there.anchor(there.occurrences(words)[0]), **rest)


def applied(*lines: Correction, read: tuple[Claim, ...] = (), text: str = TEXT) -> Corrected:
    return apply_corrections(lines, read, {"a": document(text)}, TOPIC)


def stated(corrected: Corrected) -> list[Statement]:
    return [statement_of(c) for c in corrected.claims]


def test_not_a_claim_is_struck() -> None:
    found = applied(said(kind="not-a-claim"), read=(claim(),))
    assert found.claims == ()
    assert found.struck == (claim(),)
    assert [(a.state, a.struck) for a in found.applied] == [(HOLDS, (claim().id,))]


def test_another_value_stands_in_its_place() -> None:
    found = applied(said(), read=(claim(),))
    assert stated(found) == [lasts(5)]
    assert found.claims[0].quote == "lasts 3 years"
    assert found.claims[0].sentence == Span(0, 17)
    assert found.made == {found.claims[0].id}
    assert found.applied[0].claim == found.claims[0].id


def test_another_question_stands_in_its_place() -> None:
    found = applied(said(kind="other-question", states=Statement("cheap")), read=(claim(),))
    assert stated(found) == [Statement("cheap")]


def test_only_with_a_condition_keeps_the_claims_id() -> None:
    limited = replace(lasts(3), qualifiers=DRY)
    found = applied(said(kind="only-with", states=limited), read=(claim(),))
    assert stated(found) == [limited]
    assert found.claims[0].id == claim().id
    assert found.struck == (claim(),)


def test_a_claim_is_added() -> None:
    found = applied(said("is cheap", "add", states=Statement("cheap")), read=(claim(),))
    assert stated(found) == [lasts(3), Statement("cheap")]
    assert found.claims[1].sentence == Span(18, 30)


def test_what_the_program_reads_by_itself_leaves_nothing_to_do() -> None:
    found = applied(said(), read=(claim(states=lasts(5)),))
    assert stated(found) == [lasts(5)]
    assert [a.state for a in found.applied] == [MOOT]
    assert applied(said(kind="not-a-claim")).applied[0].state is MOOT


def test_a_claim_that_is_right_is_read_plainly() -> None:
    read = replace(claim(), qualifiers=LOOSE)
    found = applied(said(kind="right"), read=(read,))
    assert stated(found) == [lasts(3)]
    assert [(a.state, a.claim) for a in found.applied] == [(HOLDS, read.id)]
    assert found.made == frozenset()


def test_a_claim_that_was_right_stays_when_the_program_reads_it_no_more() -> None:
    assert stated(applied(said(kind="right"))) == [lasts(3)]


def test_only_the_claim_that_it_names_is_struck() -> None:
    other = claim(states=Statement("cheap"))
    elsewhere = claim("is cheap", lasts(3))
    found = applied(said(kind="not-a-claim"), read=(claim(), other, elsewhere))
    assert set(found.claims) == {other, elsewhere}


def test_two_claims_of_the_same_words_get_ids_of_their_own() -> None:
    one = said("is cheap", "add", states=lasts(5))
    read = replace(claim("is cheap", lasts(5)), start=22, end=30)
    found = applied(one, read=(replace(read, start=0, end=8),))
    assert len({c.id for c in found.claims}) == 2


@pytest.mark.parametrize(
    ("text", "state", "reason"),
    [
        (TEXT.replace("It lasts", "It never lasts"), "changed", "its sentence is not as it was"),
        (TEXT.replace("3 years", "4 years"), "changed", "its words are gone"),
        ("Nothing.", "lost", "its words are gone"),
    ],
)
def test_what_changed_is_not_applied_and_not_forgotten(text: str, state: str, reason: str) -> None:
    found = applied(said(), text=text)
    assert found.claims == ()
    assert [(str(a.state), a.reason) for a in found.applied] == [(state, reason)]


def test_a_source_that_is_gone_loses_its_corrections() -> None:
    found = applied(said(source="b"))
    assert [(str(a.state), a.reason) for a in found.applied] == [
        ("lost", "there is no such source")
    ]


@pytest.mark.parametrize(
    ("states", "reason"),
    [
        (Statement("price"), "the topic file asks no price any more"),
        (Statement("cheap", "rival"), "the topic file has no rival any more"),
        (replace(lasts(5), aspect="cheap"), "cheap is asked in another way now"),
        (Statement("lifetime"), "lifetime is asked in another way now"),
    ],
)
def test_a_question_that_is_gone_brings_it_up_for_review(states: Statement, reason: str) -> None:
    found = applied(said(states=states), read=(claim(),))
    assert found.claims == (claim(),)
    assert [(str(a.state), a.reason) for a in found.applied] == [("changed", reason)]


def test_an_amount_of_another_sort_comes_up_for_review() -> None:
    value = lasts(5).value
    assert value
    weight = replace(lasts(5), value=replace(value, quantity=Quantity("kg", 5, 5)))
    assert applied(said(states=weight)).applied[0].reason == "lifetime takes no amount in kg"


def test_what_a_reader_proposes_is_shown_and_counts_for_nothing() -> None:
    line = said("is cheap", "add", states=Statement("cheap"), by="", reader="other")
    found = applied(line, read=(claim(),))
    assert found.claims == (claim(),)
    assert [a.state for a in found.applied] == [CorrectionState.PROPOSED]
    mine = replace(line, by="Ana", reader=None)
    assert [a.state for a in applied(line, mine).applied] == [MOOT, HOLDS] or [
        a.state for a in applied(line, mine).applied
    ] == [HOLDS, MOOT]
