"""The site in parts that can be written by themselves, in any process and order."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from kb.history.changes import Changes
from kb.knowledge.value import Knowledge
from reports import address
from reports.last import LastPages
from reports.render import STATIC, render
from reports.sheet import PageSheet
from reports.views import parts
from reports.views.about import about_of
from reports.views.aspect import aspect_groups, aspect_view
from reports.views.balance import balance_pages, balance_view
from reports.views.book import Book, open_book
from reports.views.changes import changes_view
from reports.views.columns import groups
from reports.views.conflicts import conflict_index, conflict_pages, conflicts_view, pages_of
from reports.views.dispute_pages import dispute_pages, disputes_page
from reports.views.graph import graph_views
from reports.views.maps import maps_view
from reports.views.nearmiss import near_miss_views
from reports.views.overview import matrix_page, matrix_pages, overview_of
from reports.views.search import index_files, search_view
from reports.views.source import source_views
from reports.views.sources import source_lines

File = tuple[str, bytes]
"""The name of a file and what it holds."""

NO_PAGES = LastPages()


class SiteFile(NamedTuple):
    """A file of the site; without content if it stands in its folder as it should.

    `shows` is what a page shows, or the digest of it.
    """

    name: str
    content: bytes | None
    shows: PageSheet | str = ""

    @property
    def shown(self) -> str:
        """The digest of what a page shows."""
        return self.shows if isinstance(self.shows, str) else self.shows.shown


class PageError(Exception):
    """A page that could not be written, by its name, and why."""


@dataclass(frozen=True, slots=True)
class Site:
    """All that the pages show, and what is there of them."""

    book: Book
    history: tuple[Changes, ...]
    last: LastPages = NO_PAGES

    @classmethod
    def of(cls, knowledge: Knowledge, last: LastPages = NO_PAGES) -> "Site":
        """The knowledge as pages need it, each conflict with its place."""
        book = open_book(knowledge)
        book = open_book(knowledge, pages_of(book))
        return cls(book, knowledge.history, last)


@dataclass(frozen=True, slots=True)
class Task:
    """Files to be written together: a part of the site, and which one of those.

    `pages` is about how many these are.
    """

    part: str
    of: str = ""
    pages: int = 1


def tasks(site: Site) -> Iterator[Task]:
    """All of the site's tasks; those that take long come first, the first page last."""
    book = site.book
    yield from (Task(part) for part in _SINGLE)
    yield from _numbered("disputes", dispute_pages(book))
    yield from _numbered("conflicts", len(conflict_pages(book)))
    yield from _numbered("balance", balance_pages(book))
    yield from _numbered("matrix", matrix_pages(book))
    yield from (Task("aspect", id) for id in book.aspects)
    for id in book.sources:
        yield Task("source", id, len(parts.names(book.documents[id])))
    yield Task("index")


def _numbered(part: str, pages: int) -> Iterable[Task]:
    return (Task(part, f"{n}") for n in range(1, pages + 1))


def sheets(site: Site, task: Task) -> Iterator[PageSheet | File]:
    """The task's pages, and its other files as they are. Raises `PageError`."""
    try:
        yield from _PARTS[task.part](site, task.of)
    except Exception as error:
        what = f"{type(error).__name__}: {error}"
        raise PageError(f"{task.part} {task.of}".rstrip() + f": {what}") from error


def rendered(sheet: PageSheet) -> File:
    """The page's bytes. Raises `PageError`."""
    try:
        return sheet.name, render(
            sheet.template, view=sheet.view, topic=sheet.topic, here=sheet.here
        )
    except Exception as error:
        raise PageError(f"{sheet.name}: {type(error).__name__}: {error}") from error


def written(site: Site, task: Task) -> list[SiteFile]:
    """The task's files; a page that is there is not rendered again. Raises `PageError`."""
    return [_written(site, sheet) for sheet in sheets(site, task)]


def _written(site: Site, sheet: PageSheet | File) -> SiteFile:
    if not isinstance(sheet, PageSheet):
        return SiteFile(*sheet)
    if site.last.stands(sheet):
        return SiteFile(sheet.name, None, site.last.hold(sheet))
    return SiteFile(*rendered(sheet), site.last.hold(sheet))


def _page(site: Site, name: str, template: str, view: object, here: str) -> PageSheet:
    return PageSheet(name, template, view, site.book.topic.topic, here)


def _static(site: Site, _: str) -> Iterable[File]:
    folded = (STATIC / "folded.css",) if groups(site.book) else ()
    for path in sorted((*STATIC.glob("site.*"), STATIC / "maps.css", *folded)):
        yield path.name, path.read_bytes()
    if len(set(site.book.pages.values())) > 1:
        yield "conflict-pages.js", conflict_index(site.book)


def _source(site: Site, id: str) -> Iterable[PageSheet | File]:
    for name, view in source_views(site.book, id):
        yield _page(site, name, "source.html", view, "sources.html")


def _aspect(site: Site, id: str) -> Iterable[PageSheet | File]:
    view = aspect_view(site.book, id)
    yield _page(site, address.aspect_page(id), "aspect.html", view, "aspects.html")


def _disputes(site: Site, page: str) -> Iterable[PageSheet | File]:
    name, view = address.numbered("disputes", int(page)), disputes_page(site.book, int(page))
    yield _page(site, name, "disputes.html", view, "disputes.html")


def _conflicts(site: Site, page: str) -> Iterable[PageSheet | File]:
    name = conflict_pages(site.book)[int(page) - 1]
    view = conflicts_view(site.book, int(page))
    yield _page(site, name, "conflicts.html", view, "conflicts.html")


def _balance(site: Site, page: str) -> Iterable[PageSheet | File]:
    name, view = address.numbered("balance", int(page)), balance_view(site.book, int(page))
    yield _page(site, name, "balance.html", view, "balance.html")


def _matrix(site: Site, page: str) -> Iterable[PageSheet | File]:
    name, view = matrix_page(site.book, int(page))
    yield _page(site, name, "matrix.html", view, "index.html")


def _near_misses(site: Site, _: str) -> Iterable[PageSheet | File]:
    for name, view in near_miss_views(site.book):
        yield _page(site, name, "near-misses.html", view, "near-misses.html")


def _graph(site: Site, _: str) -> Iterable[PageSheet | File]:
    for name, view in graph_views(site.book):
        yield _page(site, name, "graph.html", view, "graph.html")


def _search(site: Site, _: str) -> Iterable[PageSheet | File]:
    files = index_files(site.book)
    yield from files
    view = search_view(site.book, [name for name, _ in files])
    yield _page(site, "search.html", "search.html", view, "search.html")


def _single(name: str, view: Callable[[Book], object]) -> "_Part":
    def part(site: Site, _: str) -> Iterable[PageSheet | File]:
        yield _page(site, name, name, view(site.book), name)

    return part


def _changes(site: Site, _: str) -> Iterable[PageSheet | File]:
    view = changes_view(site.book, site.history)
    yield _page(site, "changes.html", "changes.html", view, "changes.html")


def _index(site: Site, _: str) -> Iterable[PageSheet | File]:
    view = overview_of(site.book, site.history[0] if site.history else None)
    yield _page(site, "index.html", "overview.html", view, "index.html")


_Part = Callable[[Site, str], Iterable[PageSheet | File]]
_SINGLE: Mapping[str, _Part] = {
    "maps": _single("maps.html", maps_view),
    "graph": _graph,
    "search": _search,
    "near misses": _near_misses,
    "sources": _single("sources.html", source_lines),
    "aspects": _single("aspects.html", aspect_groups),
    "about": _single("about.html", about_of),
    "changes": _changes,
    "static": _static,
}
_PARTS: Mapping[str, _Part] = {
    **_SINGLE,
    "disputes": _disputes,
    "conflicts": _conflicts,
    "balance": _balance,
    "matrix": _matrix,
    "aspect": _aspect,
    "source": _source,
    "index": _index,
}
