"""The pages of disputes: one, unless there are very many."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports import address
from reports.views.book import Book, Link
from reports.views.dispute import DisputeCard, disputes_view

PER_PAGE = 60


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
    view = disputes_view(book)
    cards = (*view.open, *view.settled)
    runs = [cards[at : at + PER_PAGE] for at in range(0, len(cards), PER_PAGE)] or [()]
    names = [address.numbered("disputes", n) for n in range(1, len(runs) + 1)]
    links = tuple(Link(f"{n}", name) for n, name in enumerate(names, 1))
    placed = ((d, name) for run, name in zip(runs, names, strict=True) for d in run)
    contents = tuple(Link(d.question, f"{name}#d-{d.id}") for d, name in placed if d.open)
    for page, (run, name) in enumerate(zip(runs, names, strict=True), 1):
        yield (
            name,
            DisputesPage(
                title="Disputes" if page == 1 else f"Disputes, page {page}",
                lead=view.lead,
                open=tuple(d for d in run if d.open),
                settled=tuple(d for d in run if not d.open),
                who=view.who,
                contents=contents if page == 1 else (),
                page=page,
                pages=links if len(links) > 1 else (),
            ),
        )
