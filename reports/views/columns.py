"""Which sources stand side by side: few all together, many in groups that unfold.

Groups are the kinds of source; where these tell nothing apart, how far others contradict them.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model import SourceKind
from kb.text import plural
from reports import address
from reports.views import standing
from reports.views.book import Book, Link, kept
from reports.views.standing import Stance

MOST = 40  # sources set side by side; more are folded into groups
COLUMNS = 12  # of a page

BY_STANDING = {
    "contradicted-mostly": "contradicted on most of their answers",
    "contradicted-partly": "contradicted on some",
    "uncontradicted": "contradicted on none",
    "without-answers": "without an answer",
}
"""How far others contradict a source, the most first."""


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """Sources that share a column while it is folded; `href` is where it unfolds, if it does."""

    id: str
    label: str
    sources: tuple[str, ...]
    href: str


@dataclass(frozen=True, slots=True)
class Columns:
    """Sources side by side on a page: of a group, if there are groups, and its first's place."""

    name: str
    group: ColumnGroup | None
    sources: tuple[str, ...]
    first: int


@kept
def groups(book: Book) -> tuple[ColumnGroup, ...]:
    """The groups that the sources are folded into; none if they are few."""
    if len(book.sources) <= MOST:
        return ()
    kinds = _by_kind(book)
    found = kinds if len(kinds) > 1 else _by_standing(book)
    silent = "without-answers"
    pages = {id: "" if id == silent else address.numbered(f"matrix-{id}", 1) for id, _ in found}
    return tuple(
        ColumnGroup(id, label, tuple(mine), pages[id]) for (id, label), mine in found.items()
    )


def _by_kind(book: Book) -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for kind in SourceKind:
        mine = [s.id for s in book.sources.values() if s.kind is kind]
        label = "kind unknown" if kind is SourceKind.UNKNOWN else plural(kind.noun, 2)
        if mine:
            found[address.slug(str(kind).replace(" ", "-")), label] = mine
    return found


def _by_standing(book: Book) -> Mapping[tuple[str, str], list[str]]:
    found: dict[str, list[str]] = {id: [] for id in BY_STANDING}
    for id in book.sources:
        found[_standing(book, id)].append(id)
    return {(id, BY_STANDING[id]): mine for id, mine in found.items() if mine}


def _standing(book: Book, source: str) -> str:
    own = [c for c in book.by_source.get(source, ()) if c.id in book.position_of]
    own = [c for c in own if book.is_self(book.positions[book.position_of[c.id]])]
    answered = {c.aspect for c in own}
    against = {c.aspect for c in own if standing.of_claim(book, c.id) is Stance.CONTRADICTED}
    if not answered:
        return "without-answers"
    if not against:
        return "uncontradicted"
    return f"contradicted-{'mostly' if 2 * len(against) > len(answered) else 'partly'}"


@kept
def pieces(book: Book) -> tuple[Columns, ...]:
    """The pages of the matrix; of few sources the first is a part of the first page."""
    found: list[tuple[ColumnGroup | None, tuple[str, ...]]]
    found = [(g, g.sources) for g in groups(book) if g.href] or [(None, tuple(book.sources))]
    return tuple(
        Columns(_name(group, at // COLUMNS + 1), group, ids[at : at + COLUMNS], at)
        for group, ids in found
        for at in range(0, max(1, len(ids)), COLUMNS)
    )


def _name(group: ColumnGroup | None, page: int) -> str:
    if group:
        return address.numbered(f"matrix-{group.id}", page)
    return "index.html" if page == 1 else f"matrix-{page}.html"


def links(book: Book, group: ColumnGroup | None) -> tuple[Link, ...]:
    """The pages of a group, or of all sources, to choose from; none if there is but one."""
    mine = [p for p in pieces(book) if p.group == group]
    if len(mine) == 1:
        return ()
    if group:
        return tuple(Link(f"{p.first + 1}–{p.first + len(p.sources)}", p.name) for p in mine)
    name = book.short
    return tuple(Link(f"{name[p.sources[0]]} – {name[p.sources[-1]]}", _anchored(p)) for p in mine)


def _anchored(piece: Columns) -> str:
    return f"{piece.name}#matrix" if piece.name == "index.html" else piece.name
