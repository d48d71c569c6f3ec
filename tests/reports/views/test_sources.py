"""The list of sources."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import SourceKind
from reports.views.book import Book, open_book
from reports.views.sources import source_lines


def test_a_line_for_each_source_in_the_order_of_the_corpus(book: Book) -> None:
    found = source_lines(book)
    assert found.lead == "Four sources in the corpus."
    assert [line.link.label for line in found.lines] == list(book.short.values())
    dreamwell, desk, clinic, blog = found.lines
    assert (dreamwell.date, dreamwell.publisher) == ("7 March 2024", "Dreamwell")
    assert (clinic.kind, clinic.date, clinic.publisher) == ("unknown", "unknown", "unknown")
    assert desk.date == "November 2023"
    assert (blog.claims, blog.contradictions) == ("4", "1")
    assert found.unread[0][0] == "texts/scan.pdf"


def test_the_kind_of_a_source_is_shown(knowledge: Knowledge) -> None:
    sources = tuple(replace(s, kind=SourceKind.MEDICAL_BODY) for s in knowledge.sources)
    book = open_book(replace(knowledge, sources=sources))
    assert {line.kind for line in source_lines(book).lines} == {"medical body"}


def test_tensions_and_settled_conflicts_are_not_counted(knowledge: Knowledge) -> None:
    soft = tuple(c for c in knowledge.conflicts if c.strength == "tension")
    lines = source_lines(open_book(replace(knowledge, conflicts=soft))).lines
    assert {line.contradictions for line in lines} == {"–"}


def test_a_copy_leads_to_what_it_copies_and_an_untitled_source_goes_by_its_id(
    knowledge: Knowledge,
) -> None:
    first, *rest = knowledge.sources
    odd = replace(first, id="echo", title=" ", copy_of=first.id)
    lost = replace(first, id="lost", copy_of="nowhere")
    book = open_book(replace(knowledge, sources=(first, *rest, odd, lost)))
    *_, echo, alone = source_lines(book).lines
    assert (echo.title, echo.claims) == ("echo", "0")
    assert echo.copy_of == book.source_link(first.id)
    assert alone.copy_of is None
