"""What of a question comes first: a clash of two sources before a source's own.

On care, Dreamwell says "turn it over" and "never needs turning"; the Consumer Desk says "don't".
"""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from reports.teach.choose import Wanted, choose
from reports.teach.lesson import Entry, lesson_of
from reports.teach.planned import Planned, planned_of
from reports.views.book import Book, open_book
from tests.reports.mattress import with_conflicts


def planned(book: Book, aspect: str) -> Planned:
    return planned_of(book, choose(book, [Wanted(aspect)])[0])


def entry(book: Book, aspect: str) -> Entry:
    return lesson_of(book, choose(book, [Wanted(aspect)])).entries[0]


def discussed(found: Entry) -> str:
    return "".join(run.text for run in found.discuss)


def test_a_source_on_both_sides_is_that_on_each_and_in_the_bar(book: Book) -> None:
    found = entry(book, "care")
    assert "contradicts itself: 1" in [c.words for c in found.bar]
    assert all("ontradicts itself: [1]" in s.who for s in found.sides)
    assert not any(f"{how}: [1]" in s.who for s in found.sides for how in ("utright", "ith ifs"))


def test_two_sources_are_discussed_and_not_one_against_itself(book: Book) -> None:
    one, other = planned(book, "care").between or ("", "")
    assert {book.positions[id].label for id in (one, other)} == {
        "turn it over",
        "don't turn it over",
    }
    assert not discussed(entry(book, "care")).startswith("Sleep better for life")


def test_a_passage_is_of_a_source_that_stands_on_that_side_alone(book: Book) -> None:
    leave = next(s for s in entry(book, "care").sides if s.labels == ("don't turn it over",))
    assert leave.passage.source == "consumer-desk"


def test_a_source_that_contradicts_itself_is_no_lone_voice(knowledge: Knowledge) -> None:
    turns = next(p for p in knowledge.positions if p.label == "turn it over")
    blog = replace(turns, sources=("bed-blog", "dreamwell"))
    positions = tuple(blog if p.id == turns.id else p for p in knowledge.positions)
    book = open_book(replace(knowledge, positions=positions))
    assert "alone" not in discussed(entry(book, "care"))


def test_one_source_alone_is_set_against_itself(knowledge: Knowledge) -> None:
    copies = tuple(
        s if s.id == "dreamwell" else replace(s, copy_of="dreamwell") for s in knowledge.sources
    )
    turned = [c for c in knowledge.conflicts if c.aspect == "care"]
    book = open_book(with_conflicts(knowledge, turned, sources=copies))
    assert planned(book, "care").between is None
    assert discussed(entry(book, "care")).startswith("Sleep better for life tells its readers ")


def test_what_is_discussed_leads_its_side_and_gives_its_passage(book: Book) -> None:
    for aspect in ("lifespan", "smell", "harms", "firmness"):
        plan = planned(book, aspect)
        assert sorted(ids[0] for ids in plan.sides[:2]) == sorted(plan.between or ())
        held = [book.positions[ids[0]].sources for ids in plan.sides]
        assert all(p.source in s for p, s in zip(plan.passages, held, strict=True))
