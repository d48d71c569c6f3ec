"""Aspects down, sources across; each cell what the source says in a few words."""

from itertools import permutations

from kb.knowledge.value import Knowledge
from reports.views.book import Book
from reports.views.matrix import AGREEMENTS, agreement_words, cell_of, frame, matrices


def test_the_cell_leads_with_what_the_source_says_most_often(
    knowledge: Knowledge, book: Book
) -> None:
    ever, none = (
        next(p for p in knowledge.positions if p.label == label)
        for label in ("for ever", "no side effects")
    )
    assert (len(ever.claims), len(none.claims)) == (2, 1)
    for order in permutations((ever, none)):
        assert cell_of(book, "dreamwell", order).says == "for ever"


def test_every_aspect_that_somebody_answers_has_a_row_and_every_source_a_column(
    book: Book,
) -> None:
    (matrix,) = matrices(book)
    assert [row.aspect.label for row in matrix.rows] == [
        "Lifespan", "Smell", "Side effects", "Firmness", "Suits", "Care", "Price",
    ]  # fmt: skip
    assert [link.label for link in matrix.silent] == ["Noise"]
    assert [len(row.cells) for row in matrix.rows] == [4] * 7
    says = [cell.says for cell in matrix.rows[0].cells]
    assert says == ["for ever", "8–10 years", "7 years", "several years"]  # latex is another thing
    assert [cell.says for cell in matrix.rows[-1].cells[2:]] == ["", ""]


def test_the_frame_holds_what_is_said_of_the_subject(book: Book) -> None:
    table = frame(book)
    assert list(table.index) == list(book.aspects)
    assert list(table.columns) == list(book.sources)
    labels = {p.label for held in table.stack().dropna() for p in held}
    assert "20 years" not in labels
    assert labels == {p.label for p in book.positions.values()} - {"20 years"}


def test_a_source_with_two_answers_leads_to_the_list_of_them(book: Book) -> None:
    matrix = matrices(book)[0]
    care = next(row for row in matrix.rows if row.aspect.label == "Care")
    dreamwell, desk, *_ = care.cells
    assert dreamwell.more == 1
    assert dreamwell.href == "aspect-care.html#s-dreamwell"
    assert desk.more == 0
    assert desk.href.startswith("source-consumer-desk.html#claim-")


def test_how_the_sources_agree_in_words(book: Book) -> None:
    assert agreement_words(book, "lifespan") == "disputed"
    assert agreement_words(book, "noise") == "nobody says"
    assert agreement_words(book, "firmness") == "agreed, with tensions"
    assert agreement_words(book, "price") == "agreed"  # its tension is settled
    assert len(set(AGREEMENTS.values())) == 4
