"""Aspects down, sources across; each cell what the source says in a few words."""

from dataclasses import replace
from itertools import permutations

from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book
from reports.views.matrix import (
    AGREEMENTS,
    LINES,
    Cell,
    agreement_words,
    cell_of,
    held,
    matrix_of,
    ranked,
    silent,
)


def says(cell: Cell) -> list[str]:
    return [line.says for line in cell.lines]


def test_the_cell_leads_with_what_the_source_says_most_often(
    knowledge: Knowledge, book: Book
) -> None:
    ever, none = (
        next(p for p in knowledge.positions if p.label == label)
        for label in ("for ever", "no side effects")
    )
    assert (len(ever.claims), len(none.claims)) == (2, 1)
    for order in permutations((ever, none)):
        assert says(cell_of(book, "dreamwell", order))[0] == "for ever"


def test_every_aspect_that_somebody_answers_has_a_row_and_every_source_a_column(
    book: Book,
) -> None:
    matrix = matrix_of(book, [*book.sources])
    assert [row.aspect.label for row in matrix.rows] == [
        "Lifespan", "Smell", "Side effects", "Care", "Suits", "Firmness", "Price",
    ]  # fmt: skip
    assert [link.label for link in silent(book)] == ["Noise"]
    assert [len(row.cells) for row in matrix.rows] == [4] * 7
    assert [says(cell) for cell in matrix.rows[0].cells] == [
        ["for ever"], ["8–10 years"], ["7 years, usually"], ["several years"],
    ]  # fmt: skip
    assert [cell.lines for cell in matrix.rows[-1].cells[2:]] == [(), ()]


def test_what_people_dispute_comes_first(book: Book) -> None:
    homes = [d.aspects[0] for d in book.disputes]
    assert ranked(book)[: len(homes)] == homes
    assert sorted(ranked(book)) == sorted(book.aspects)


def test_what_is_held_is_said_of_the_subject(book: Book) -> None:
    found = held(book)
    assert list(found) == list(book.aspects)
    labels = {p.label for by in found.values() for mine in by.values() for p in mine}
    assert "20 years" not in labels
    assert labels == {p.label for p in book.positions.values()} - {"20 years"}


def test_some_sources_have_only_the_questions_that_one_of_them_answers(book: Book) -> None:
    last = [*book.sources][-1]
    rows = matrix_of(book, [last]).rows
    assert {row.aspect.label for row in rows} == {
        book.aspects[a].label for a, by in held(book).items() if last in by
    }
    assert 0 < len(rows) < len(matrix_of(book, [*book.sources]).rows)


def test_a_source_with_two_answers_leads_to_the_list_of_them(book: Book) -> None:
    matrix = matrix_of(book, [*book.sources])
    care = next(row for row in matrix.rows if row.aspect.label == "Care")
    dreamwell, desk, *_ = care.cells
    assert sorted(says(dreamwell)) == ["don't turn it over, after", "turn it over, after"]
    assert (dreamwell.more, dreamwell.torn, desk.torn) == (0, True, False)
    assert dreamwell.href == "aspect-care.html#s-dreamwell"
    assert desk.more == 0
    assert desk.href.startswith("source-consumer-desk.html#claim-")


def test_how_the_sources_agree_in_words(book: Book) -> None:
    assert agreement_words(book, "lifespan") == "disputed"
    assert agreement_words(book, "noise") == "nobody says"
    assert agreement_words(book, "firmness") == "agreed, with tensions"
    assert agreement_words(book, "price") == "nobody disagrees"  # its tension is settled
    assert agreement_words(book, "suits") == "disputed"
    assert len(set(AGREEMENTS.values())) == 4


def test_both_sides_of_a_split_cell_are_shown_however_many_answers_there_are(
    knowledge: Knowledge,
) -> None:
    turn, leave = (
        next(p for p in knowledge.positions if p.label == label)
        for label in ("turn it over", "don't turn it over")
    )
    others = [
        replace(turn, id=f"{n:016x}", value=replace(turn.value, name=None, text=f"act {n}"))
        for n in range(9)
        if turn.value
    ]
    book = open_book(replace(knowledge, positions=(*knowledge.positions, *others)))
    cell = cell_of(book, "dreamwell", (turn, *others, leave))
    assert {"turn it over, after", "don't turn it over, after"} < set(says(cell))
    assert (len(cell.lines), cell.more) == (LINES, 11 - LINES)


def test_a_lone_source_that_says_both_is_not_called_a_dispute(knowledge: Knowledge) -> None:
    views = tuple(
        replace(v, independent=("dreamwell",), torn=("dreamwell",)) if v.aspect == "care" else v
        for v in knowledge.views
    )
    words = agreement_words(open_book(replace(knowledge, views=views)), "care")
    assert words == "one source, which contradicts itself"
