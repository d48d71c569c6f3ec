"""The report site: knowledge in, a folder of pages out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.knowledge.value import Knowledge
from reports.render import STATIC, render
from reports.views.about import about_of
from reports.views.aspect import aspect_groups, aspect_pages
from reports.views.balance import balance_views
from reports.views.book import Book, open_book
from reports.views.changes import changes_view
from reports.views.conflicts import conflict_index, conflicts_views, pages_of
from reports.views.dispute_pages import disputes_pages
from reports.views.graph import graph_views
from reports.views.maps import maps_view
from reports.views.nearmiss import near_miss_views
from reports.views.overview import overview_of
from reports.views.search import index_files, search_view
from reports.views.source import source_views
from reports.views.sources import source_lines
from reports.write import write_pages


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What became of the pages, and where to begin reading."""

    written: int
    unchanged: int
    removed: int
    index: Path


def render_site(knowledge: Knowledge, out: Path) -> SiteReport:
    """Render every page of the knowledge into `out`; the same knowledge gives the same bytes.

    Raises `OSError` if the folder can't be written.
    """
    done = write_pages(pages(knowledge), out)
    return SiteReport(done.written, done.unchanged, done.removed, out / "index.html")


def pages(knowledge: Knowledge) -> Iterator[tuple[str, bytes]]:
    """Every file of the site by name; the first page comes last."""
    book = open_book(knowledge)
    book = open_book(knowledge, pages_of(book))
    for path in sorted((*STATIC.glob("site.*"), STATIC / "maps.css")):
        yield path.name, path.read_bytes()
    for part in (_sources, _aspects, _conflicts, _others, _search):
        yield from part(book)
    changes = changes_view(book, knowledge.history)
    yield "changes.html", _page(book, "changes.html", changes, "changes.html")
    yield from _overview(knowledge, book)


def _page(book: Book, template: str, view: object, here: str) -> bytes:
    return render(template, view=view, topic=book.topic.topic, here=here)


def _sources(book: Book) -> Iterable[tuple[str, bytes]]:
    for source in book.sources:
        for name, view in source_views(book, source):
            yield name, _page(book, "source.html", view, "sources.html")
    yield "sources.html", _page(book, "sources.html", source_lines(book), "sources.html")


def _aspects(book: Book) -> Iterable[tuple[str, bytes]]:
    for name, view in aspect_pages(book):
        yield name, _page(book, "aspect.html", view, "aspects.html")
    yield "aspects.html", _page(book, "aspects.html", aspect_groups(book), "aspects.html")


def _conflicts(book: Book) -> Iterable[tuple[str, bytes]]:
    for name, disputes in disputes_pages(book):
        yield name, _page(book, "disputes.html", disputes, "disputes.html")
    if len(set(book.pages.values())) > 1:
        yield "conflict-pages.js", conflict_index(book)
    for name, view in conflicts_views(book):
        yield name, _page(book, "conflicts.html", view, "conflicts.html")


def _others(book: Book) -> Iterable[tuple[str, bytes]]:
    for name, missed in near_miss_views(book):
        yield name, _page(book, "near-misses.html", missed, "near-misses.html")
    for name, sheets in balance_views(book):
        yield name, _page(book, "balance.html", sheets, "balance.html")
    for name, graph in graph_views(book):
        yield name, _page(book, "graph.html", graph, "graph.html")
    yield "maps.html", _page(book, "maps.html", maps_view(book), "maps.html")
    yield "about.html", _page(book, "about.html", about_of(book), "about.html")


def _search(book: Book) -> Iterable[tuple[str, bytes]]:
    files = index_files(book)
    yield from files
    view = search_view(book, [name for name, _ in files])
    yield "search.html", _page(book, "search.html", view, "search.html")


def _overview(knowledge: Knowledge, book: Book) -> Iterable[tuple[str, bytes]]:
    first, *rest = overview_of(book, knowledge.changes)
    for number, view in enumerate(rest, 2):
        yield f"matrix-{number}.html", _page(book, "matrix.html", view, "index.html")
    yield "index.html", _page(book, "overview.html", first, "index.html")
