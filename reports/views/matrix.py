"""The matrix: aspects down, sources across, each cell what the source says in a few words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kb.model import Agreement, Conflict, Position
from reports import address, text
from reports.views import standing
from reports.views.book import Book, Link
from reports.views.label import label_of, short_label
from reports.views.passage import best
from reports.views.standing import Stance

if TYPE_CHECKING:
    import pandas as pd

COLUMNS = 12  # sources side by side on one page

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
    tense = any(aspect in c.aspect.split("|") for c in _tensions(book, aspect)) or any(
        m.tense and aspect in m.aspect.split("|") for m in book.more
    )
    return AGREEMENTS[agreement] + (", with tensions" if tense and agreement == "agreed" else "")


def _tensions(book: Book, aspect: str) -> Iterator[Conflict]:
    for position in book.by_aspect.get(aspect, ()):
        yield from (c for c in book.of_position.get(position.id, ()) if book.is_open(c))


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source says on one aspect; an empty one is silence."""

    says: str
    full: str
    more: int
    sign: str
    standing: Stance | None
    words: str
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
    """Columns are the sources. Aspects on which all are silent are named apart."""

    sources: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]
    silent: tuple[Link, ...]


SILENCE = Cell("", "", 0, "", None, "silent", "")


def frame(book: Book) -> "pd.DataFrame":
    """A table of cells: aspects down, sources across, both in the order of the corpus."""
    import pandas as pd

    held = [(p.aspect, s, p) for a in book.aspects for p in _own(book, a) for s in p.sources]
    table = pd.DataFrame(held, columns=["aspect", "source", "position"])
    grouped = table.groupby(["aspect", "source"], sort=False)["position"].agg(list)
    wide = grouped.unstack("source") if len(table) else pd.DataFrame()
    return wide.reindex(index=list(book.aspects), columns=list(book.sources))


def _own(book: Book, aspect: str) -> tuple[Position, ...]:
    return tuple(p for p in book.by_aspect.get(aspect, ()) if book.is_self(p))


def matrices(book: Book) -> tuple[Matrix, ...]:
    """The whole matrix, in pieces of at most `COLUMNS` sources.

    Of several pieces each has the questions only that one of its own sources answers.
    """
    table = frame(book)
    said = [a for a in book.aspects if _own(book, a)]
    mute = tuple(book.aspect_links(a)[0] for a in book.aspects if a not in set(said))
    ids = list(book.sources)
    slices = [ids[i : i + COLUMNS] for i in range(0, len(ids), COLUMNS)] or [[]]
    pieces = [table.reindex(index=said, columns=part) for part in slices]
    if len(pieces) > 1:
        pieces = [piece.dropna(how="all") for piece in pieces]
    return tuple(_matrix(book, piece, mute) for piece in pieces)


def _matrix(book: Book, table: "pd.DataFrame", mute: tuple[Link, ...]) -> Matrix:
    sources = [str(s) for s in table.columns]
    rows = zip(table.index, table.to_numpy().tolist(), strict=True)
    return Matrix(
        sources=tuple(book.source_link(s) for s in sources),
        rows=tuple(_row(book, str(a), sources, held) for a, held in rows),
        silent=mute,
    )


def _row(book: Book, aspect: str, sources: list[str], held: list[object]) -> MatrixRow:
    view = book.views.get(aspect)
    agreement = view.agreement if view else Agreement.SILENT
    cells = (
        cell_of(book, s, tuple(h)) if isinstance(h, list) else SILENCE
        for s, h in zip(sources, held, strict=True)
    )
    link = book.aspect_links(aspect)[0]
    return MatrixRow(link, agreement, agreement_words(book, aspect), tuple(cells))


def cell_of(book: Book, source: str, positions: tuple[Position, ...]) -> Cell:
    """The cell of a source that holds these positions on one aspect.

    The hardest one leads; among equals, what the source says most often, then what it says first.
    """
    order = list(Stance)
    stands = {p.id: _stands(book, p, source) for p in positions}
    said = {p.id: _said(book, p, source) for p in positions}

    def rank(p: Position) -> tuple[int, int, int, str]:
        start = min(book.claims[c].start for c in said[p.id])
        return order.index(stands[p.id]), -len(said[p.id]), start, p.id

    first, *rest = sorted(positions, key=rank)
    aspect = book.aspects[first.aspect]
    says = short_label(aspect, first)
    mine = said[first.id]
    others = {short_label(aspect, p) for p in rest} - {says}
    single = f"{book.claim_href(best(book, mine)[0])}"
    listed = f"{address.aspect_page(aspect.id)}#s-{address.slug(source)}"
    return Cell(
        says=says,
        full=text.plain("; ".join(label_of(book, p) for p in (first, *rest))),
        more=len(others),
        sign=standing.SIGNS[stands[first.id]],
        standing=stands[first.id],
        words=standing.WORDS[stands[first.id]],
        href=listed if rest else single,
    )


def _stands(book: Book, position: Position, source: str) -> Stance:
    """How the source's own claims in the position stand."""
    return standing.hardest(standing.of_claim(book, c) for c in _said(book, position, source))


def _said(book: Book, position: Position, source: str) -> tuple[str, ...]:
    """The source's own claims in the position."""
    return tuple(c for c in position.claims if book.claims[c].source == source)
