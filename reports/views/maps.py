"""Two maps to look at: which sources disagree, how often and on what; and who answers what.

Of more than `MOST` sources the `CHOSEN` are shown that most conflicts are about; the rest is
counted.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Agreement, Conflict, Dispute, Strength
from reports import text
from reports.views import standing
from reports.views.book import Book, Link
from reports.views.card import sharpness
from reports.views.dispute import question_of
from reports.views.matrix import agreement_words, cell_at, ranked
from reports.views.more import MoreLine, conflict_lines
from reports.views.standing import Stance

MOST = 40  # sources on a map
CHOSEN = 32  # sources on it if there are more
NAMED = 8  # sources whose columns bear their names; those of more bear numbers
LISTED = 10  # questions listed for a pair of sources
SHADES = 4

Two = tuple[str, str]
Clashes = Mapping[Two, Mapping[str, Sequence[Conflict]]]
"""For two sources, or one twice, what stands between them, by dispute."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """A source with its number on the maps."""

    number: int
    source: Link


@dataclass(frozen=True, slots=True)
class HeatCell:
    """On how many questions two sources disagree, and on how many of them both can't be right.

    The darkest `shade` is `SHADES`, none is 0; `itself` marks a source beside itself.
    """

    count: int
    hard: int
    shade: int
    itself: bool
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """One source beside all."""

    source: Numbered
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """A question on which two sources disagree: how often, and the sharpest pair."""

    question: Link
    counted: str
    reason: str
    href: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class Between:
    """All questions on which two sources disagree, or one contradicts itself."""

    id: str
    one: Link
    other: Link | None
    count: str
    apart: tuple[Apart, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class CoverCell:
    """Whether a source answers a question, and how that answer stands; no `standing` is silence."""

    standing: Stance | None
    sign: str
    words: str
    torn: bool
    says: str
    href: str


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A question over the sources."""

    aspect: Link
    agreement: Agreement
    agreement_words: str
    cells: tuple[CoverCell, ...]
    answered: str


@dataclass(frozen=True, slots=True)
class MapsView:
    """The page of maps. `totals` has for each source how many questions it answers."""

    lead: str
    sources: tuple[Numbered, ...]
    named: bool
    left_out: int
    beyond: tuple[MoreLine, ...]
    heat: tuple[HeatRow, ...]
    between: tuple[Between, ...]
    cover: tuple[CoverRow, ...]
    totals: tuple[int, ...]
    silent: tuple[Link, ...]


def maps_view(book: Book) -> MapsView:
    """Both maps of all that is known."""
    ids = chosen(book)
    found = clashes(book, ids)
    cover = tuple(sorted(_cover(book, ids), key=lambda r: -_answers(r)))
    sources = tuple(Numbered(n, book.source_link(id)) for n, id in enumerate(ids, 1))
    return MapsView(
        lead=_lead(book, found),
        sources=sources,
        named=len(ids) <= NAMED,
        left_out=len(book.sources) - len(ids),
        beyond=conflict_lines(book),
        heat=tuple(_heat(book, ids, sources, found)),
        between=tuple(_between(book, ids, found)),
        cover=cover,
        totals=tuple(sum(r.cells[n].standing is not None for r in cover) for n in range(len(ids))),
        silent=tuple(book.aspect_links(a)[0] for a in book.aspects if not _said(book, a)),
    )


def chosen(book: Book) -> list[str]:
    """The sources on the maps in the order of the corpus: of many, those most at odds."""
    if len(book.sources) <= MOST:
        return list(book.sources)
    order = {id: n for n, id in enumerate(book.sources)}
    counts = Counter(s for c in book.conflicts if book.is_open(c) for s in set(_voices(book, c)))
    foremost = sorted(order, key=lambda id: (-counts[id], order[id]))[:CHOSEN]
    return sorted(foremost, key=order.__getitem__)


def _voices(book: Book, conflict: Conflict) -> Iterable[str]:
    return (book.claims[i].source for side in (conflict.a, conflict.b) for i in side.claims)


def clashes(book: Book, ids: Sequence[str]) -> Clashes:
    """What is open between any two of these sources, each pair in their order."""
    place = {id: n for n, id in enumerate(ids)}
    by_id = {c.id: c for c in book.conflicts}
    found: dict[Two, dict[str, list[Conflict]]] = defaultdict(dict)
    for dispute in book.disputes:
        for conflict in (by_id[id] for id in dispute.conflicts):
            if book.is_open(conflict):
                for two in _opposed(book, conflict, place):
                    found[two].setdefault(dispute.id, []).append(conflict)
    return found


def _opposed(book: Book, conflict: Conflict, place: Mapping[str, int]) -> Iterable[Two]:
    ones, others = (
        dict.fromkeys(s for i in side.claims if (s := book.claims[i].source) in place)
        for side in (conflict.a, conflict.b)
    )
    pairs = ((a, b) if place[a] <= place[b] else (b, a) for a in ones for b in others)
    return dict.fromkeys(pairs)


def _hard(pairs: Iterable[Conflict]) -> bool:
    return any(c.strength is Strength.CONTRADICTION for c in pairs)


def _lead(book: Book, found: Clashes) -> str:
    """Which two disagree most."""
    apart = {
        two: (len(by), sum(map(_hard, by.values()))) for two, by in found.items() if len({*two}) > 1
    }
    if not apart:
        return "No two sources disagree."
    one, other = max(apart, key=lambda two: apart[two])
    names = f"{book.named(one)} and {book.named(other)}"
    return text.sentence(
        f"{names} disagree most: on {text.count(apart[one, other][0], 'question')}"
    )


def _heat(
    book: Book, ids: Sequence[str], sources: Sequence[Numbered], found: Clashes
) -> Iterable[HeatRow]:
    most = max((len(by) for by in found.values()), default=1)
    for n, one in enumerate(ids):
        cells = (_heat_cell(book, (one, other), (n, m), found, most) for m, other in enumerate(ids))
        yield HeatRow(sources[n], tuple(cells))


def _heat_cell(book: Book, two: Two, at: tuple[int, int], found: Clashes, most: int) -> HeatCell:
    low, high = sorted(at)
    by = found.get(two if at == (low, high) else (two[1], two[0]), {})
    itself = low == high
    who = book.named(two[0]) if itself else f"{book.named(two[0])} and {book.named(two[1])}"
    return HeatCell(
        count=len(by),
        hard=sum(map(_hard, by.values())),
        shade=-(-SHADES * len(by) // most),
        itself=itself,
        words=f"{who} {'is at odds with itself' if itself else 'disagree'}",
        href=f"#{_anchor(low, high)}",
    )


def _anchor(low: int, high: int) -> str:
    return f"between-{low + 1}-{high + 1}"


def _between(book: Book, ids: Sequence[str], found: Clashes) -> Iterable[Between]:
    """Each two sources that disagree, those that do most first."""
    place = {id: n for n, id in enumerate(ids)}
    disputes = {d.id: d for d in book.disputes}
    order = sorted(found, key=lambda two: (-len(found[two]), place[two[0]], place[two[1]]))
    for one, other in order:
        by = found[one, other]
        apart = [_apart(book, disputes[id], pairs) for id, pairs in by.items()]
        apart.sort(key=lambda a: a.strength)
        yield Between(
            id=_anchor(place[one], place[other]),
            one=book.source_link(one),
            other=book.source_link(other) if one != other else None,
            count=text.figure(len(by), "question"),
            apart=tuple(apart[:LISTED]),
            left_out=max(0, len(apart) - LISTED),
        )


def _apart(book: Book, dispute: Dispute, pairs: Sequence[Conflict]) -> Apart:
    first = min(pairs, key=lambda c: (c.strength, c.look, sharpness(book, c)))
    hard = sum(c.strength is Strength.CONTRADICTION for c in pairs)
    counts = ((hard, "contradiction"), (len(pairs) - hard, "tension"))
    return Apart(
        question=Link(question_of(dispute), f"disputes.html#d-{dispute.id}"),
        counted=text.listing(text.figure(n, word) for n, word in counts if n),
        reason=text.sentence(first.explanation),
        href=book.conflict_link(first),
        strength=first.strength,
    )


def _said(book: Book, aspect: str) -> bool:
    return any(book.is_self(p) for p in book.by_aspect.get(aspect, ()))


def _answers(row: CoverRow) -> int:
    return sum(cell.standing is not None for cell in row.cells)


def _cover(book: Book, ids: Sequence[str]) -> Iterable[CoverRow]:
    for aspect in ranked(book):
        own = [p for p in book.by_aspect.get(aspect, ()) if book.is_self(p)]
        if not own:
            continue
        cells = tuple(_cover_cell(book, id, aspect) for id in ids)
        speaking = {s for p in own for s in p.sources}
        view = book.views.get(aspect)
        yield CoverRow(
            aspect=book.aspect_links(aspect)[0],
            agreement=view.agreement if view else Agreement.SILENT,
            agreement_words=agreement_words(book, aspect),
            cells=cells,
            answered=f"{text.number(len(speaking))} of {text.number(len(book.sources))}",
        )


def _cover_cell(book: Book, source: str, aspect: str) -> CoverCell:
    cell = cell_at(book, source, aspect)
    if cell.standing is None:
        return CoverCell(None, "·", "silent", False, "", "")
    return CoverCell(
        standing=cell.standing,
        sign=standing.SIGNS[cell.standing],
        words=standing.WORDS[cell.standing],
        torn=cell.torn,
        says=cell.full,
        href=cell.href,
    )
