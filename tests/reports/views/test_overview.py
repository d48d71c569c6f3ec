"""The first page: what the corpus is, and what matters in it."""

from dataclasses import replace

import pytest

from kb.history.changes import Cause, Changes, ConflictChange
from kb.knowledge.value import Knowledge
from reports.views import overview
from reports.views.book import Book, open_book
from reports.views.columns import COLUMNS, MOST
from reports.views.dispute import dispute_cards
from reports.views.overview import matrix_page, matrix_pages, overview_of


def test_the_lead_counts_disputes_sources_claims_and_questions(book: Book) -> None:
    page = overview_of(book)
    assert page.headline == "Four sources disagree on six questions"
    assert page.lead == (
        "Four sources make 25 claims on seven questions. "
        "On five of those in dispute both sides can’t be right."
    )
    assert [(f.value, f.label) for f in page.figures] == [
        ("6", "disputes"),
        ("8", "contradictions"),
        ("3", "tensions"),
        ("2", "near misses"),
        ("25", "claims"),
        ("7", "questions answered"),
        ("4", "sources"),
    ]


def test_without_conflicts_it_says_so(knowledge: Knowledge) -> None:
    page = overview_of(open_book(replace(knowledge, conflicts=(), disputes=())))
    assert page.headline == "On no question do the sources disagree"
    assert page.lead == "Four sources make 25 claims on seven questions."
    assert page.disputes == ()


def test_the_first_disputes_are_shown(book: Book) -> None:
    page = overview_of(book)
    assert [d.question for d in page.disputes][:2] == [
        "How long does it last?",
        "Does it smell when new?",
    ]
    assert page.more == "All six disputes"
    assert page.further == ()


def test_disputes_beyond_the_first_are_shown_in_brief(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(overview, "FIRST", 2)
    page = overview_of(book)
    assert len(page.disputes) == 2
    assert [d.id for d in (*page.disputes, *page.further)] == [
        d.id for d in dispute_cards(book) if d.open
    ]


def test_files_that_could_not_be_read_are_counted(book: Book) -> None:
    page = overview_of(book)
    assert page.unread_words == "One file could not be read and was left out."
    assert [u.file for u in page.unread] == ["texts/scan.pdf"]


def test_what_opened_and_closed_since_the_last_build(book: Book) -> None:
    one = book.conflicts[0]
    rows = (
        ConflictChange(one.id, "opened", one.aspect, "tension", one.explanation, Cause.SOURCE),
        ConflictChange("gone", "closed", "smell", "tension", "It was mended.", Cause.SOURCE),
    )
    page = overview_of(book, Changes(1, 2, conflicts=rows))
    assert page.changes is not None
    assert page.changes.sentence == "One pair opened and one pair closed."
    assert [link.href for link in page.changes.opened] == [book.conflict_link(one)]
    assert page.changes.closed == ("It was mended.",)
    assert overview_of(book).changes is None


def test_more_sources_than_columns_make_further_pages(knowledge: Knowledge) -> None:
    first = knowledge.sources[0]
    more = tuple(replace(first, id=f"more-{n}", title=f"More {n}") for n in range(COLUMNS))
    wide = open_book(replace(knowledge, sources=(*knowledge.sources, *more)))
    page = overview_of(wide)
    assert page.folded is None and page.matrix is not None
    assert len(page.matrix.sources) == COLUMNS
    assert [link.href for link in page.matrix_pages] == ["index.html#matrix", "matrix-2.html"]
    assert matrix_pages(wide) == 1
    name, second = matrix_page(wide, 1)
    assert (name, second.group, len(second.matrix.sources)) == ("matrix-2.html", "", 4)


def test_of_very_many_sources_the_matrix_is_folded(knowledge: Knowledge) -> None:
    first = knowledge.sources[0]
    more = tuple(replace(first, id=f"more-{n}", title=f"More {n}") for n in range(MOST))
    page = overview_of(open_book(replace(knowledge, sources=(*knowledge.sources, *more))))
    assert page.folded is not None
    assert (page.matrix, page.matrix_pages) == (None, ())


def test_it_says_that_nobody_wrote_a_topic_file(knowledge: Knowledge) -> None:
    page = overview_of(open_book(knowledge))
    assert page.guessed == ""
    guessed = knowledge.topic.as_guessed()
    page = overview_of(open_book(replace(knowledge, topic=guessed)))
    assert page.guessed.startswith(f"The program took the texts to be about {guessed.subject.name}")
