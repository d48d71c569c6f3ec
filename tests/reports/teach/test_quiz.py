"""No wrong answer may be right by what is known, and each key must prove its answer."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.knowledge.value import Knowledge
from kb.model import Agreement, Strength
from reports.teach.choose import choose
from reports.teach.quiz import FEWEST, NOTHING, SPLIT, Item, Quiz, quiz_of
from reports.views.book import Book, open_book
from tests.reports.mattress import mattress, with_conflicts


def quiz(book: Book) -> Quiz:
    return quiz_of(book, choose(book, (), every=True))


def of(items: tuple[Item, ...], kind: str) -> list[Item]:
    return [i for i in items if i.name.endswith(f"({kind})")]


def wrong(item: Item) -> list[str]:
    return [o.text for o in item.options if not o.right]


@pytest.fixture(scope="module")
def items(book: Book) -> tuple[Item, ...]:
    return quiz(book).items


def test_each_item_has_one_right_answer_several_wrong_ones_and_a_proof(
    items: tuple[Item, ...],
) -> None:
    assert items
    for item in items:
        texts = [o.text for o in item.options]
        assert len(set(texts)) == len(texts)
        assert sum(o.right for o in item.options) == 1
        assert len(wrong(item)) >= FEWEST
        assert item.key and all(p.words and p.source for p in item.key)


def test_what_a_source_says_is_held_against_what_contradicts_it(
    book: Book, items: tuple[Item, ...]
) -> None:
    asked = of(items, "what")
    assert asked
    for item in asked:
        source = next(s for s, name in book.short.items() if f"“{name}”" in item.stem)
        own = {p.label for p in book.positions.values() if source in p.sources}
        right = next(o.text for o in item.options if o.right)
        assert right in own
        clashing = {
            frozenset(book.positions[side.position].label for side in (c.a, c.b))
            for c in book.conflicts
            if c.strength is Strength.CONTRADICTION
        }
        for answer in wrong(item):
            assert answer not in own
            assert answer == NOTHING or frozenset((right, answer)) in clashing


def test_who_says_it_is_asked_with_sources_that_do_not(book: Book, items: tuple[Item, ...]) -> None:
    asked = of(items, "who")
    assert asked
    for item in asked:
        aspect = next(a for a in book.aspects.values() if item.stem.endswith(a.question))
        dispute = next(d for d in book.disputes if d.aspects[0] == aspect.id)
        source = next(s for s, n in book.short.items() if n == item.key[0].source)
        sides = [c for c in dispute.camps if source in c.sources]
        named = {s for s, name in book.short.items() if name in wrong(item)}
        assert any(not named & set(side.sources) for side in sides)
        bare = (item.quote or "").strip("…").strip()
        assert bare in " ".join(book.documents[source].text.split())


def test_a_disputed_question_stands_among_agreed_ones(knowledge: Knowledge) -> None:
    conflicts = [c for c in knowledge.conflicts if c.aspect in ("lifespan", "smell")]
    calm = {"firmness", "suits", "harms"}
    views = tuple(
        replace(v, agreement=Agreement.AGREED) if v.aspect in calm else v for v in knowledge.views
    )
    book = open_book(with_conflicts(knowledge, conflicts, views=views))
    (item, *_) = of(quiz(book).items, "contradicted")
    assert item.stem == SPLIT
    assert set(wrong(item)) == {book.aspects[a].question for a in calm}
    assert item.answer().endswith("How long does it last?")
    assert len({p.source for p in item.key}) == 2


def test_a_question_with_any_conflict_is_no_agreed_one(knowledge: Knowledge) -> None:
    views = tuple(replace(v, agreement=Agreement.AGREED) for v in knowledge.views)
    book = open_book(replace(knowledge, views=views))
    touched = {book.aspects[c.aspect].question for c in knowledge.conflicts}
    for item in of(quiz(book).items, "contradicted"):
        assert not touched & set(wrong(item))


def test_a_dispute_within_one_source_is_none_between_sources(knowledge: Knowledge) -> None:
    inside = [c for c in knowledge.conflicts if c.aspect == "care"]
    views = tuple(replace(v, agreement=Agreement.AGREED) for v in knowledge.views)
    alone = [replace(s, copy_of="dreamwell") for s in knowledge.sources if s.id != "dreamwell"]
    dream = next(s for s in knowledge.sources if s.id == "dreamwell")
    book = open_book(with_conflicts(knowledge, inside, views=views, sources=(dream, *alone)))
    assert not of(quiz(book).items, "contradicted")


def test_a_copy_of_the_right_source_is_no_wrong_answer(knowledge: Knowledge) -> None:
    copied = tuple(
        replace(s, copy_of="consumer-desk") if s.id == "sleep-clinic" else s
        for s in knowledge.sources
    )
    book = open_book(replace(knowledge, sources=copied))
    clinic, desk = book.short["sleep-clinic"], book.short["consumer-desk"]
    for item in of(quiz(book).items, "who"):
        assert not (item.key[0].source == desk and clinic in wrong(item))


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(4)))
def test_the_order_of_the_sources_changes_no_question_about_them(order: list[int]) -> None:
    knowledge = mattress()
    moved = replace(knowledge, sources=tuple(knowledge.sources[n] for n in order))
    stems = {i.stem for i in quiz(open_book(knowledge)).items}
    assert {i.stem for i in quiz(open_book(moved)).items} == stems


def test_the_right_answer_is_not_always_in_the_same_place(items: tuple[Item, ...]) -> None:
    assert len({item.answer()[0] for item in items}) > 1
