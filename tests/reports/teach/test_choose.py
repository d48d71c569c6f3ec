from dataclasses import replace

import pytest

from extract.errors import InputError
from kb.knowledge.value import Knowledge
from reports.teach.choose import FIRST, Wanted, choose, find_aspect
from reports.views.book import Book, open_book
from tests.reports.mattress import with_conflicts


@pytest.mark.parametrize(
    ("words", "aspect"),
    [
        ("lifespan", "lifespan"),
        ("Does it smell when new?", "smell"),
        ("how long", "lifespan"),
        ("LASTS", "lifespan"),
        ("cost", "price"),
        ("allergy", "harms"),
        ("heavy sleepers", "suits"),
        ("sleeping", "suits"),  # words match at their start, as everywhere they are looked up
        ("sleepers, heavy", "suits"),
    ],
)
def test_a_question_is_found_by_id_or_by_words_of_it(book: Book, words: str, aspect: str) -> None:
    assert find_aspect(book, Wanted(words)) == aspect


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (
            "colour",
            "KB206 colour: no such question; there are care (What ",
        ),
        (
            "lifespam",
            "KB206 lifespam: no such question; did you mean lifespan (How long ",
        ),
        ("", "KB206 : no such question; there are care (What "),
    ],
)
def test_what_fits_nothing_is_told_with_what_there_is(book: Book, words: str, line: str) -> None:
    with pytest.raises(InputError) as raised:
        find_aspect(book, Wanted(words))
    assert str(raised.value).startswith(line)


def test_words_that_fit_several_questions_are_not_guessed(book: Book) -> None:
    smell = book.aspects["smell"]
    stale = smell.model_copy(update={"id": "stale", "question": "Does it smell when old?"})
    two = replace(book, aspects={**book.aspects, "stale": stale})
    with pytest.raises(InputError) as raised:
        find_aspect(two, Wanted("smell?", "lessons.yaml:3: "))
    assert str(raised.value) == (
        "KB206 lessons.yaml:3: smell?: fits several questions; name one by its id: "
        "smell (Does it smell when new?), stale (Does it smell when old?)"
    )
    assert find_aspect(two, Wanted("smell when new")) == "smell"


def test_the_foremost_disputes_come_first_and_no_more_than_two_pages(book: Book) -> None:
    found = choose(book, ())
    open_ones = [d for d in book.disputes if d.aspects[0] != "price"]  # its one pair is settled
    assert [c.dispute for c in found] == open_ones[:FIRST]


def test_a_question_named_twice_is_taught_once(book: Book) -> None:
    found = choose(book, [Wanted("smell"), Wanted("price"), Wanted("Does it smell when new?")])
    assert [c.aspect for c in found] == ["smell", "price"]


def test_a_question_asked_with_another_is_taught_in_its_dispute(book: Book) -> None:
    by_part = next(d for d in book.disputes if d.aspects[0] == "harms")
    assert choose(book, [Wanted("harms")])[0].dispute == by_part


def test_all_are_the_disputes_and_then_what_is_answered(book: Book) -> None:
    found = [c.aspect for c in choose(book, (), every=True)]
    assert found[: len(book.disputes) - 1] == [
        d.aspects[0] for d in book.disputes if d.aspects[0] != "price"
    ]
    assert sorted(found) == ["care", "firmness", "harms", "lifespan", "price", "smell", "suits"]


def test_where_nobody_disagrees_the_first_answers_are_taught(knowledge: Knowledge) -> None:
    book = open_book(with_conflicts(knowledge, []))
    found = choose(book, ())
    assert [c.aspect for c in found] == "lifespan smell harms firmness suits care".split()
    assert not any(c.dispute for c in found)
