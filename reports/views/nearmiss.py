"""Pairs that look like conflicts and are none, by the rung of the ladder that let them go."""

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import NearMiss, Rung, SideOf
from reports import address, text
from reports.views.book import Book, Link
from reports.views.label import label_of
from reports.views.more import MoreLine, near_miss_lines
from reports.views.passage import best

PER_PAGE = 300
OPEN = 12  # a rung with more pairs than this is folded

RUNGS = {
    Rung.OTHER_SUBJECT: ("Another subject", "One of the two speaks of something else."),
    Rung.OTHER_SCOPE: ("Other cases", "Each speaks of cases that the other does not touch."),
    Rung.REPORTED: ("Only reported", "A source tells what others say and does not say it itself."),
    Rung.COMPATIBLE: ("Both can hold", "The two fit: one includes, rounds or refines the other."),
    Rung.ROOM_LEFT: ("Room left", "Both are hedged so far that neither excludes the other."),
}


@dataclass(frozen=True, slots=True)
class Half:
    """One side of a pair in short."""

    label: str
    quote: str
    source: Link
    more: int


@dataclass(frozen=True, slots=True)
class NearMissCard:
    """Two positions and why they are no conflict."""

    aspects: tuple[Link, ...]
    explanation: str
    a: Half
    b: Half


@dataclass(frozen=True, slots=True)
class RungGroup:
    """The pairs that one rung let go."""

    id: str
    title: str
    lead: str
    count: str
    folded: bool
    pairs: tuple[NearMissCard, ...]


@dataclass(frozen=True, slots=True)
class NearMissView:
    """A page of near misses."""

    title: str
    lead: str
    more: tuple[MoreLine, ...]
    groups: tuple[RungGroup, ...]
    page: int
    pages: tuple[Link, ...]


def near_miss_views(book: Book) -> Iterable[tuple[str, NearMissView]]:
    """The pages with their file names, at least one."""
    ordered = sorted(book.near_misses, key=lambda n: n.rung)
    starts = range(0, max(1, len(ordered)), PER_PAGE)
    names = [address.numbered("near-misses", n) for n in range(1, len(starts) + 1)]
    links = tuple(Link(f"{n}", name) for n, name in enumerate(names, 1))
    for page, (start, name) in enumerate(zip(starts, names, strict=True), 1):
        groups = _groups(book, ordered[start : start + PER_PAGE])
        title = "Near misses" if page == 1 else f"Near misses, page {page}"
        more = near_miss_lines(book) if page == 1 else ()
        shown = links if len(links) > 1 else ()
        yield name, NearMissView(title, _lead(book), more, groups, page, shown)


def _lead(book: Book) -> str:
    missed = book.near_miss_count()
    real = len(book.conflicts) + sum(m.conflicts for m in book.more)
    if not missed:
        return "No pair looked like a conflict without being one."
    alike = f"Of {text.number(missed + real)} pairs that look like conflicts, {text.in_words(real)}"
    verb, other = text.plural("is", real), text.plural("is", missed)
    return f"{alike} {verb} and {text.in_words(missed)} {other} not. Here is why."


def _groups(book: Book, part: list[NearMiss]) -> tuple[RungGroup, ...]:
    groups = []
    for rung, (title, lead) in RUNGS.items():
        mine = tuple(_pair(book, n) for n in part if n.rung == rung)
        total = sum(n.rung == rung for n in book.near_misses)
        count = text.figure(total, "pair")
        if mine:
            group = RungGroup(f"rung-{rung:d}", title, lead, count, len(mine) > OPEN, mine)
            groups.append(group)
    return tuple(groups)


def _pair(book: Book, miss: NearMiss) -> NearMissCard:
    return NearMissCard(
        aspects=book.aspect_links(miss.aspect),
        explanation=text.sentence(miss.explanation),
        a=_half(book, miss.a),
        b=_half(book, miss.b),
    )


def _half(book: Book, side: SideOf) -> Half:
    first, *rest = best(book, side.claims)
    claim = book.claims[first]
    return Half(
        label=label_of(book, book.positions[side.position]),
        quote=text.shorten(claim.quote, 200),
        source=book.source_link(claim.source, first),
        more=len(rest),
    )
