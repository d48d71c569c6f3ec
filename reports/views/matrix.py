"""The matrix: aspects down, sources across, each cell what the source says, with both its sides."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Agreement, Conflict, Position
from kb.reconcile.agreement import torn
from reports import address, text
from reports.views import standing
from reports.views.book import Book, Link, kept
from reports.views.label import cell_label, label_of
from reports.views.passage import strongest
from reports.views.standing import Stance

LINES = 3  # answers named in a cell

AGREEMENTS = {
    Agreement.AGREED: "agreed",
    Agreement.DISPUTED: "disputed",
    Agreement.ONE_SIDED: "one source only",
    Agreement.SILENT: "nobody says",
}


def agreement_words(book: Book, aspect: str) -> str:
    """How the sources stand on an aspect, in two or three words."""
    view = book.views.get(aspect)
    agreement = view.agreement if view else Agreement.SILENT
    if view and view.torn == view.independent and agreement is Agreement.DISPUTED:
        return "one source, which contradicts itself"
    if agreement is Agreement.AGREED and not _shared(book, aspect):
        return "nobody disagrees"
    tense = any(aspect in c.aspect.split("|") for c in _tensions(book, aspect)) or any(
        m.tense and aspect in m.aspect.split("|") for m in book.more
    )
    return AGREEMENTS[agreement] + (", with tensions" if tense and agreement == "agreed" else "")


def _shared(book: Book, aspect: str) -> bool:
    """Whether two sources give one answer, and nobody denies one."""
    own, independent = _own(book, aspect), set(book.views[aspect].independent)
    held: dict[object, set[str]] = {}
    for p in own:
        says = (p.value.kind, p.value.name, p.value.quantity, p.value.phase) if p.value else None
        held.setdefault(says, set()).update(independent.intersection(p.sources))
    alike = len({p.polarity for p in own}) == 1
    return alike and any(len(sources) > 1 for sources in held.values())


@kept
def ranked(book: Book) -> list[str]:
    """The aspects: those that disputes are named after, the foremost first; what else is in
    dispute; the rest."""
    homes = [d.aspects[0] for d in book.disputes]
    tied = [a for d in book.disputes for a in d.aspects[1:]]
    return [a for a in dict.fromkeys([*homes, *tied, *book.aspects]) if a in book.aspects]


def _tensions(book: Book, aspect: str) -> Iterator[Conflict]:
    for position in book.by_aspect.get(aspect, ()):
        yield from book.open_of_position.get(position.id, ())


@dataclass(frozen=True, slots=True)
class CellLine:
    """One answer of a cell, and how it stands."""

    says: str
    sign: str
    standing: Stance
    words: str


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says on one aspect; without lines it is silent.

    Where it gives answers that stand against each other, one of either side is among the lines;
    `torn` is whether it contradicts itself.
    """

    lines: tuple[CellLine, ...]
    full: str
    more: int
    torn: bool
    standing: Stance | None
    href: str


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """One aspect over the sources."""

    aspect: Link
    agreement: Agreement
    agreement_words: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Columns are the sources."""

    sources: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]


SILENCE = Cell((), "", 0, False, None, "")


Held = Mapping[str, Mapping[str, tuple[Position, ...]]]
"""What is said of the topic's own subject: by aspect, then by source, in the order of positions."""


@kept
def held(book: Book) -> Held:
    """Who holds what."""
    found: dict[str, dict[str, list[Position]]] = {a: {} for a in book.aspects}
    for p in (p for a in book.aspects for p in _own(book, a)):
        for s in p.sources:
            found[p.aspect].setdefault(s, []).append(p)
    return {a: {s: tuple(ps) for s, ps in mine.items()} for a, mine in found.items()}


def _own(book: Book, aspect: str) -> tuple[Position, ...]:
    return tuple(p for p in book.by_aspect.get(aspect, ()) if book.is_self(p))


def silent(book: Book) -> tuple[Link, ...]:
    """The aspects on which nobody says anything."""
    return tuple(book.aspect_links(a)[0] for a in book.aspects if not held(book)[a])


def matrix_of(book: Book, sources: Sequence[str]) -> Matrix:
    """These sources side by side; of some only, with the questions that one of them answers."""
    whole = len(sources) == len(book.sources)
    rows = ((a, held(book)[a]) for a in ranked(book))
    said = [(a, by) for a, by in rows if by and (whole or any(s in by for s in sources))]
    return Matrix(
        sources=tuple(book.source_link(s) for s in sources),
        rows=tuple(_row(book, a, sources) for a, _ in said),
    )


def _row(book: Book, aspect: str, sources: Sequence[str]) -> MatrixRow:
    view = book.views.get(aspect)
    return MatrixRow(
        aspect=book.aspect_links(aspect)[0],
        agreement=view.agreement if view else Agreement.SILENT,
        agreement_words=agreement_words(book, aspect),
        cells=tuple(cell_at(book, s, aspect) for s in sources),
    )


@kept
def cell_at(book: Book, source: str, aspect: str) -> Cell:
    """What the source says on the aspect."""
    positions = held(book)[aspect].get(source)
    return cell_of(book, source, positions) if positions else SILENCE


def cell_of(book: Book, source: str, positions: tuple[Position, ...]) -> Cell:
    """The cell of a source that holds these positions on one aspect.

    The hardest one leads; among equals, what the source says most often, then what it says first.
    """
    said = {p.id: _said(book, p.id)[source] for p in positions}
    stands = {id: standing.hardest(standing.of_claim(book, c) for c in s) for id, s in said.items()}

    def rank(p: Position) -> tuple[int, int, int, str]:
        start = min(book.claims[c].start for c in said[p.id])
        return standing.HARDNESS[stands[p.id]], -len(said[p.id]), start, p.id

    in_order = sorted(positions, key=rank) if len(positions) > 1 else positions
    first = in_order[0]
    labels = {cell_label(book, p.id): p for p in reversed(in_order)}
    chosen = {p.id for p in labels.values()}
    answers = [p for p in in_order if p.id in chosen]
    single = book.claim_href(strongest(book, said[first.id]))
    listed = f"{address.aspect_page(first.aspect)}#s-{address.slug(source)}"
    return Cell(
        lines=tuple(_line(book, p.id, stands[p.id]) for p in _both_sides(book, answers)),
        full=text.plain("; ".join(label_of(book, p) for p in in_order)),
        more=max(0, len(answers) - LINES),
        torn=any(tears(book, source, p) for p in positions),
        standing=stands[first.id],
        href=listed if len(in_order) > 1 else single,
    )


def _line(book: Book, position: str, stands: Stance) -> CellLine:
    return CellLine(
        cell_label(book, position), standing.SIGNS[stands], stands, standing.WORDS[stands]
    )


def _both_sides(book: Book, answers: list[Position]) -> list[Position]:
    """At most `LINES` of the answers: the first, one that stands against it, the next ones."""
    first, *rest = answers
    clashes = book.open_of_position.get(first.id, ()) if rest else ()
    against = {side.position for c in clashes for side in (c.a, c.b)}
    rest.sort(key=lambda p: (p.id not in against, p.polarity is first.polarity))
    return [first, *rest][:LINES]


def tears(book: Book, source: str, position: Position) -> bool:
    """Whether the source contradicts this answer of its own by another one."""
    return book.roots[source] in _torn_by(book, position.id)


@kept
def _torn_by(book: Book, position: str) -> frozenset[str]:
    mine = (c for c in book.open_of_position.get(position, ()) if "|" not in c.aspect)
    return torn(mine, book.roots)


@kept
def _said(book: Book, position: str) -> Mapping[str, Sequence[str]]:
    """Each source's own claims in the position."""
    found: dict[str, list[str]] = {}
    for claim in book.positions[position].claims:
        found.setdefault(book.claims[claim].source, []).append(claim)
    return found
