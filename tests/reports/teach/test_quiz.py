"""Which items a quiz has: balanced, none giving another's answer away."""

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.knowledge.value import Knowledge
from kb.model import Agreement
from reports.teach.choose import choose
from reports.teach.item import FEWEST, Item
from reports.teach.quiz import EACH, SHARE, SPLIT, Quiz, quiz_of
from reports.views.book import Book, open_book
from tests.reports.mattress import mattress, with_conflicts


def quiz(book: Book) -> Quiz:
    return quiz_of(book, choose(book, (), every=True))


def of(items: tuple[Item, ...], sort: str) -> list[Item]:
    return [i for i in items if i.sort == sort]


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


def test_at_most_a_third_ask_who_says_it_and_a_question_is_asked_in_two_ways(
    items: tuple[Item, ...],
) -> None:
    assert SHARE * len(of(items, "who")) <= len(items)
    asked = Counter(i.about for i in items)
    assert max(asked.values()) <= EACH
    assert len({(i.about, i.sort) for i in items}) == len(items)


def test_no_item_gives_another_one_s_answer_away(items: tuple[Item, ...]) -> None:
    assert not any(one.gives_away(other) for one, other in combinations(items, 2))


@pytest.fixture(scope="module")
def among_agreed(knowledge: Knowledge) -> Book:
    conflicts = [c for c in knowledge.conflicts if c.aspect in ("lifespan", "smell", "care")]
    calm = {"firmness", "suits", "harms"}
    views = tuple(
        replace(v, agreement=Agreement.AGREED) if v.aspect in calm else v for v in knowledge.views
    )
    return open_book(with_conflicts(knowledge, conflicts, views=views))


def test_of_three_disputed_questions_one_stands_among_agreed_ones(among_agreed: Book) -> None:
    (item,) = of(quiz(among_agreed).items, "contradicted")
    assert item.stem == SPLIT
    calm = {among_agreed.aspects[a].question for a in ("firmness", "suits", "harms")}
    assert set(wrong(item)) == calm
    assert len({p.source for p in item.key}) == 2


def test_a_question_to_be_found_among_agreed_ones_is_asked_nowhere_else(
    among_agreed: Book,
) -> None:
    items = quiz(among_agreed).items
    (split,) = of(items, "contradicted")
    assert [i for i in items if i.about == split.about] == [split]
    assert not any(split.about in i.stem for i in items)


def test_a_question_with_any_conflict_is_no_agreed_one(knowledge: Knowledge) -> None:
    views = tuple(replace(v, agreement=Agreement.AGREED) for v in knowledge.views)
    book = open_book(replace(knowledge, views=views))
    touched = {book.aspects[c.aspect].question for c in knowledge.conflicts}
    for item in of(quiz(book).items, "contradicted"):
        assert not touched & set(wrong(item))


def test_a_dispute_within_one_source_is_none_between_sources(knowledge: Knowledge) -> None:
    views = tuple(replace(v, agreement=Agreement.AGREED) for v in knowledge.views)
    alone = [replace(s, copy_of="dreamwell") for s in knowledge.sources if s.id != "dreamwell"]
    dream = next(s for s in knowledge.sources if s.id == "dreamwell")
    book = open_book(replace(knowledge, views=views, sources=(dream, *alone)))
    assert not of(quiz(book).items, "contradicted")


@settings(max_examples=20)
@given(st.permutations(range(4)))
def test_the_order_of_the_sources_changes_no_question(order: list[int]) -> None:
    knowledge = mattress()
    moved = replace(knowledge, sources=tuple(knowledge.sources[n] for n in order))
    asked = {(i.sort, i.about) for i in quiz(open_book(knowledge)).items}
    assert {(i.sort, i.about) for i in quiz(open_book(moved)).items} == asked


def test_the_right_answer_is_not_always_in_the_same_place(items: tuple[Item, ...]) -> None:
    assert len({item.answer()[0] for item in items}) > 1
