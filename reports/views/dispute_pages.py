"""The pages of disputes: one, unless there are very many."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports import address
from reports.views.book import Book, Link
from reports.views.dispute import DisputeCard, dispute_card, lead_of, open_disputes, question_of
from reports.views.kinds import who_choices

PER_PAGE = 40


@dataclass(frozen=True, slots=True)
class DisputesPage:
    """A page of disputes; `contents` leads to all of those that are open, on whatever page."""

    title: str
    lead: str
    open: tuple[DisputeCard, ...]
    settled: tuple[DisputeCard, ...]
    who: tuple[tuple[str, str], ...]
    contents: tuple[Link, ...]
    page: int
    pages: tuple[Link, ...]


def disputes_pages(book: Book) -> Iterable[tuple[str, DisputesPage]]:
    """The pages with their file names, at least one; what people settled comes last."""
    for page in range(1, dispute_pages(book) + 1):
        yield address.numbered("disputes", page), disputes_page(book, page)


def dispute_pages(book: Book) -> int:
    """How many pages of disputes there are."""
    return max(1, -(-len(book.disputes) // PER_PAGE))


def disputes_page(book: Book, page: int) -> DisputesPage:
    """One page of the disputes, counted from 1."""
    names = [address.numbered("disputes", n) for n in range(1, dispute_pages(book) + 1)]
    links = tuple(Link(f"{n}", name) for n, name in enumerate(names, 1))
    left = open_disputes(book)
    ids = {d.id for d in left}
    ordered = (*left, *(d for d in book.disputes if d.id not in ids))
    contents = (
        Link(question_of(d), f"{names[n // PER_PAGE]}#d-{d.id}") for n, d in enumerate(left)
    )
    shown = ordered[(page - 1) * PER_PAGE : page * PER_PAGE]
    cards = [dispute_card(book, d) for d in shown]
    return DisputesPage(
        title="Disputes" if page == 1 else f"Disputes, page {page}",
        lead=lead_of(book),
        open=tuple(c for c in cards if c.open),
        settled=tuple(c for c in cards if not c.open),
        who=tuple(who_choices(book)),
        contents=tuple(contents) if page == 1 else (),
        page=page,
        pages=links if len(links) > 1 else (),
    )
