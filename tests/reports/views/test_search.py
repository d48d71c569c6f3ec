"""The search index: every passage once, and nothing in it that a browser would run."""

import json

from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book
from reports.views.search import index_files, rows_of, search_view
from tests.reports.hostile import EVIL, written_with


def test_every_claim_and_every_block_without_one_has_a_row(
    book: Book, knowledge: Knowledge
) -> None:
    rows = list(rows_of(book))
    questions = [row for row in rows if row[3] < 0]
    claimed = [row for row in rows if row[2] >= 0 <= row[3]]
    rest = [row for row in rows if row[2] < 0]
    assert [row[:2] for row in questions] == [(a.question, "") for a in knowledge.topic.aspects]
    assert len(claimed) == len(knowledge.claims)
    assert "Choosing a mattress" in {row[0] for row in rest}
    assert all(row[1] == row[5] == "" for row in rest)
    assert len({row[4] for row in rows}) == len(rows)  # each has an address of its own


def test_a_row_leads_from_the_sentence_to_its_place(book: Book) -> None:
    row = next(r for r in rows_of(book) if r[0].startswith("Prices start"))
    claim = next(c for c in book.claims.values() if "$900" in c.quote)
    assert row == (
        "Prices start at $900.",
        "at least $900",
        list(book.aspects).index("price"),
        list(book.sources).index("dreamwell"),
        f"source-dreamwell.html#claim-{claim.id}",
        "alone",
    )


def test_a_question_has_a_sign_while_it_is_in_dispute(book: Book) -> None:
    signs = {row[0]: row[5] for row in rows_of(book) if row[3] < 0}
    assert signs["How long does it last?"] == "contradicted"
    agreed = next(a for a in book.aspects if not any(a in d.aspects for d in book.disputes))
    assert signs[book.aspects[agreed].question] == ""


def test_the_files_are_scripts_that_hold_data_only(book: Book) -> None:
    tables, *data = index_files(book)
    assert [name for name, _ in (tables, *data)] == ["search-tables.js", "search-data-1.js"]
    held = json.loads(tables[1].decode().split("=", 1)[1].rstrip(";\n"))
    assert held["sources"] == list(book.short.values())
    assert "Lifespan" in held["aspects"]


def test_no_text_can_end_the_script_or_its_line() -> None:
    for _, body in index_files(open_book(written_with(EVIL))):
        assert b"<" not in body
        assert body.count(b"\n") == 1
        body.decode("ascii")


def test_the_page_loads_the_files_and_offers_a_way_without_them(book: Book) -> None:
    view = search_view(book, ["search-tables.js"])
    assert view.files == ("search-tables.js",)
    assert len(view.questions) == len(book.aspects)
    assert view.lead == "In 25 claims and every other passage of four sources."


def test_a_question_in_dispute_leads_to_it(book: Book) -> None:
    (_, tables), *_ = index_files(book)
    held = json.loads(tables.decode().split("=", 1)[1].rstrip(";\n"))["disputes"]
    places = dict(zip(book.aspects, held, strict=True))
    assert places["lifespan"] == f"#d-{book.disputes[0].id}"
    assert places["noise"] == ""
