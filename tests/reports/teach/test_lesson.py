from dataclasses import replace

import pytest

from kb.knowledge.value import Knowledge
from reports.teach.choose import Chosen, Wanted, choose
from reports.teach.lesson import Entry, Lesson, lesson_of
from reports.teach.standing import NUMBERED
from reports.teach.wording import LENGTH
from reports.views.book import Book, open_book


@pytest.fixture(scope="module")
def lesson(book: Book) -> Lesson:
    return lesson_of(book, choose(book, (), every=True))


def entry(lesson: Lesson, aspect: str) -> Entry:
    return next(e for e in lesson.entries if e.aspect == aspect)


def test_each_side_has_a_passage_that_stands_in_its_source(book: Book, lesson: Lesson) -> None:
    for each in lesson.entries:
        for side in each.sides:
            bare = side.passage.words.strip("…").strip()
            assert bare in " ".join(book.documents[side.passage.source].text.split())
            assert side.passage.source in side.sources
            assert len(side.passage.words) <= LENGTH + 2


def test_who_stands_where_is_told_by_number(lesson: Lesson) -> None:
    n = lesson.numbers
    smell = {label: s.who for s in entry(lesson, "smell").sides for label in s.labels}
    assert smell["no"] == f"Outright: [{n['dreamwell']}]."
    yes = f"Outright: [{n['consumer-desk']}]; with ifs: [{n['sleep-clinic']}]."
    assert smell["yes"] == yes
    assert entry(lesson, "smell").notes == (f"Silent: [{n['bed-blog']}].",)


def test_who_stands_on_two_sides_is_named_on_both(lesson: Lesson) -> None:
    care = entry(lesson, "care")
    torn = f"[{lesson.numbers['dreamwell']}]"
    assert all(f"ontradicts itself: {torn}" in side.who for side in care.sides)
    assert care.notes[0] == f"Says something else: [{lesson.numbers['sleep-clinic']}]."


def test_a_passage_is_of_a_source_that_stands_on_that_side_alone(lesson: Lesson) -> None:
    care = entry(lesson, "care")
    leave = next(s for s in care.sides if s.labels == ("don't turn it over",))
    assert leave.passage.source == "consumer-desk"


def test_the_question_to_discuss_is_of_the_dispute(lesson: Lesson) -> None:
    asked = {e.aspect: "".join(r.text for r in e.discuss) for e in lesson.entries}
    assert len(set(asked.values())) == len(asked)
    assert asked["lifespan"].startswith("One source alone gives for ever; others give")
    for each in lesson.entries:
        labels = {label for side in each.sides for label in side.labels}
        assert {r.text.lower() for r in each.discuss if r.label} <= {x.lower() for x in labels}


def test_an_undisputed_question_says_so(lesson: Lesson, knowledge: Knowledge) -> None:
    calm = replace(knowledge, disputes=(), conflicts=())
    book = open_book(calm)
    found = lesson_of(book, [Chosen("firmness", None), Chosen("care", None), Chosen("noise", None)])
    assert found.title == "Memory foam mattresses: what sources say"
    assert found.lead == "Four sources, three questions on which nobody disagrees."
    assert {s.name for e in found.entries for s in e.sides} == {""}
    assert [e.standing for e in found.entries] == [
        "Nobody disagrees",
        "Nobody disagrees",
        "Nobody answers",
    ]
    assert found.entries[2].sides == ()
    assert "".join(r.text for r in found.entries[2].discuss).startswith("No source answers this.")


def test_what_people_settled_says_so(lesson: Lesson) -> None:
    assert entry(lesson, "price").standing == "Settled by people"
    assert entry(lesson, "lifespan").standing == "Contradiction"


def test_the_list_has_the_sources_that_are_named_and_says_what_is_not_known(
    lesson: Lesson,
) -> None:
    assert [s.number for s in lesson.sources] == [1, 2, 3, 4]
    told = {s.id: s.details for s in lesson.sources}
    assert told["dreamwell"] == "Dreamwell · 7 March 2024 · https://example.org/dreamwell"
    assert told["sleep-clinic"] == "publisher and date not known"


def test_many_sources_are_counted_and_only_those_quoted_are_listed(knowledge: Knowledge) -> None:
    clinic = next(s for s in knowledge.sources if s.id == "sleep-clinic")
    more = [replace(clinic, id=f"silent-{n:03}") for n in range(NUMBERED + 20)]
    book = open_book(replace(knowledge, sources=(*knowledge.sources, *more)))
    found = lesson_of(book, choose(book, [Wanted("smell")]))
    assert found.entries[0].notes == (f"Silent: {NUMBERED + 21} sources.",)
    assert not any(s.id.startswith("silent") for s in found.sources)


def test_copies_stand_with_the_source_they_repeat(knowledge: Knowledge) -> None:
    copied = tuple(
        replace(s, copy_of="dreamwell") if s.id == "bed-blog" else s for s in knowledge.sources
    )
    book = open_book(replace(knowledge, sources=copied))
    found = lesson_of(book, choose(book, [Wanted("firmness")]))
    soft = next(s for s in found.entries[0].sides if "soft" in s.labels)
    assert soft.who == f"Outright: [{found.numbers['dreamwell']}]."


def test_a_side_has_the_colour_of_its_answer_in_the_meter(lesson: Lesson) -> None:
    smell, firmness = entry(lesson, "smell"), entry(lesson, "firmness")
    assert {s.answer: "no" in s.labels for s in smell.sides} == {"yes": False, "no": True}
    assert {s.answer: s.name for s in smell.sides} == {"yes": "Yes", "no": "No"}
    assert [s.answer for s in firmness.sides] == ["A", "B"] == [s.name for s in firmness.sides]


def test_who_answers_only_a_related_question_does_not_count_as_outright(
    knowledge: Knowledge,
) -> None:
    book = open_book(knowledge)
    smell = next(d for d in book.disputes if d.aspects[0] == "smell")
    soft = next(p for p in book.by_aspect["firmness"] if p.label == "soft")
    first, *rest = smell.camps
    wider = replace(first, positions=(*first.positions, soft.id))
    both = replace(smell, aspects=("smell", "firmness"), camps=(wider, *rest))
    (found,) = lesson_of(book, [Chosen("smell", both)]).entries
    assert any("on a related question: " in side.who for side in found.sides)
    assert found.meter.of("tied") == ("bed-blog",)
