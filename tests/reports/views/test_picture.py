from dataclasses import replace
from typing import Any

from extract.model import Quantity
from kb.knowledge.value import Knowledge
from reports.svg import NumberLine
from reports.views import picture
from reports.views.balance import own_positions
from reports.views.book import open_book


def lines(knowledge: Knowledge, **more: Any) -> NumberLine:
    book = open_book(knowledge)
    own = own_positions(book, "lifespan")
    line = picture.number_line(book, book.aspects["lifespan"], own, **more)
    assert line is not None
    return line


def test_a_number_line_lists_the_ranges_from_low_to_high_with_endless_ones_last(
    knowledge: Knowledge,
) -> None:
    line = lines(knowledge)
    assert line.unit == "years" and line.endless and line.vague
    assert [r.label for r in line.rows] == ["7 years", "8–10 years", "several years", "for ever"]
    assert [r.note for r in line.rows] == ["", "", "vague: no figures", "without end"]


def test_the_sides_of_a_dispute_stand_together_each_with_its_letter(knowledge: Knowledge) -> None:
    ids = {p.label: p.id for p in knowledge.positions}
    line = lines(knowledge, sides={ids["for ever"]: "A", ids["8 to 10 years, mostly"]: "B"})
    assert [(r.side, r.label) for r in line.rows] == [
        ("A", "for ever"), ("B", "8–10 years"), ("", "7 years"), ("", "several years"),
    ]  # fmt: skip


def test_one_row_of_each_side_comes_before_the_second_of_any(knowledge: Knowledge) -> None:
    ids = {p.label: p.id for p in knowledge.positions}
    sides = dict.fromkeys(ids.values(), "A") | {ids["for ever"]: "B"}
    line = lines(knowledge, sides=sides, most=2)
    assert sorted(r.side for r in line.rows) == ["A", "B"]


def test_those_who_give_the_same_quantity_share_a_row(knowledge: Knowledge) -> None:
    seven = next(p for p in knowledge.positions if p.label.startswith("7 years"))
    again = replace(seven, id="again", label="7 years", sources=("bed-blog",))
    line = lines(replace(knowledge, positions=(*knowledge.positions, again)))
    (row,) = (r for r in line.rows if r.label == "7 years")
    assert row.who == "‘Choosing a mattress’ and ‘Ten things nobody tells you about foam’"


def test_units_are_brought_to_one_and_what_cannot_be_is_left_out() -> None:
    assert picture.in_unit(Quantity("year", 1.0, 2.0), "month") == Quantity("month", 12.0, 24.0)
    assert picture.in_unit(Quantity("session", 1.0, 2.0), "year") is None


def test_a_scale_keeps_the_topics_order_and_counts_the_sources(knowledge: Knowledge) -> None:
    book = open_book(knowledge)
    steps = picture.scale(book, book.aspects["firmness"], own_positions(book, "firmness"))
    assert [(s.label, s.dots) for s in steps] == [("soft", 2), ("medium", 1), ("firm", 0)]


def test_a_tree_holds_the_whole_and_only_the_parts_that_somebody_speaks_of(
    knowledge: Knowledge,
) -> None:
    book = open_book(knowledge)
    (whole,) = picture.tree(book, book.aspects["harms"], own_positions(book, "harms"))
    assert whole.label == "Side effects, as a whole" and whole.voices[0].denies
    assert [b.label for b in whole.parts] == ["discomfort", "allergy"]
    assert [b.label for b in whole.parts[0].parts] == ["heat at night", "back pain"]


def test_those_who_say_the_same_of_a_part_are_named_together(knowledge: Knowledge) -> None:
    book = open_book(knowledge)
    own = own_positions(book, "harms")
    heat = next(p for p in own if p.label == "heat at night")
    also = replace(heat, id="x", label="some heat", sources=("bed-blog",))
    (whole,) = picture.tree(book, book.aspects["harms"], [*own, also])
    (voice,) = whole.parts[0].parts[0].voices
    assert (
        voice.who
        == "‘Memory foam: what the tests show’ and ‘Ten things nobody tells you about foam’"
    )


def test_an_aspect_of_another_kind_has_no_picture(knowledge: Knowledge) -> None:
    book = open_book(knowledge)
    own = own_positions(book, "smell")
    assert picture.number_line(book, book.aspects["smell"], own) is None
    assert picture.scale(book, book.aspects["smell"], own) == ()
    assert picture.tree(book, book.aspects["smell"], own) == ()
