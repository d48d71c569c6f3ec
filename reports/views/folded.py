"""The matrix of many sources, folded: questions down, groups across, in each cell how many of a
group say what. Sources that are copies of one another count once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.model import SELF
from kb.model import Agreement, Dispute
from reports import text
from reports.views.book import Book, Link, kept
from reports.views.columns import ColumnGroup, groups
from reports.views.dispute import open_disputes
from reports.views.matrix import agreement_words, held, ranked, silent
from reports.views.meter import LETTERS, Meter, calm_meter, counted_as, meter_of

ROWS = 150  # questions on the page
SHADES = 4
QUIET = ("tied", "silent")  # shares of a meter that answer nothing of the question
SAID = {"ifs": "with ifs", "several": "several", "other": "other"}


@dataclass(frozen=True, slots=True)
class FoldedColumn:
    """A group: how many sources there are, and of these how many that are no copies."""

    label: str
    sources: str
    counted: int
    href: str


@dataclass(frozen=True, slots=True)
class FoldedShare:
    """So many of a group say so; the darkest `shade` is `SHADES`."""

    kind: str
    count: int
    words: str
    shade: int


@dataclass(frozen=True, slots=True)
class FoldedCell:
    """What the sources of a group say, and how many of them say nothing."""

    shares: tuple[FoldedShare, ...]
    silent: int


@dataclass(frozen=True, slots=True)
class FoldedRow:
    """A question over the groups; `sides` are what its letters stand for."""

    aspect: Link
    agreement: Agreement
    agreement_words: str
    sides: tuple[tuple[str, str], ...]
    cells: tuple[FoldedCell, ...]


@dataclass(frozen=True, slots=True)
class FoldedMatrix:
    """The folded matrix. Questions beyond the first `ROWS` are counted in `left_out`."""

    columns: tuple[FoldedColumn, ...]
    rows: tuple[FoldedRow, ...]
    left_out: int
    silent: tuple[Link, ...]


def folded_matrix(book: Book) -> FoldedMatrix | None:
    """The matrix folded into groups; `None` if the sources are few enough to be set singly."""
    parts = groups(book)
    if not parts:
        return None
    said = [a for a in ranked(book) if held(book)[a]]
    voices = {g.id: _voices(book, g) for g in parts}
    return FoldedMatrix(
        columns=tuple(
            FoldedColumn(g.label, text.figure(len(g.sources), "source"), len(voices[g.id]), g.href)
            for g in parts
        ),
        rows=tuple(_row(book, a, tuple(voices.values())) for a in said[:ROWS]),
        left_out=max(0, len(said) - ROWS),
        silent=silent(book),
    )


def _voices(book: Book, group: ColumnGroup) -> frozenset[str]:
    """The group's sources that are no copies of another one."""
    counted = counted_as(book)
    return frozenset(s for s in group.sources if counted[s] == s)


def _row(book: Book, aspect: str, voices: Sequence[frozenset[str]]) -> FoldedRow:
    view = book.views.get(aspect)
    meter, disputed = _meter(book, aspect)
    by_side = meter.by_side and disputed
    lettered = {s.kind: s.words for s in meter.shares if s.kind in LETTERS and by_side}
    return FoldedRow(
        aspect=book.aspect_links(aspect)[0],
        agreement=view.agreement if view else Agreement.SILENT,
        agreement_words=agreement_words(book, aspect),
        sides=tuple(lettered.items()),
        cells=tuple(_cell(meter, mine, by_side) for mine in voices),
    )


def _meter(book: Book, aspect: str) -> tuple[Meter, bool]:
    """How all sources answer, and whether a dispute is named after the question."""
    home = _homes(book).get(aspect)
    return (meter_of(book, home), True) if home else (calm_meter(book, aspect), False)


@kept
def _homes(book: Book) -> Mapping[str, Dispute]:
    """The dispute named after each question, the foremost first."""
    own = (d for d in reversed(open_disputes(book)) if d.subject == SELF)
    return {d.aspects[0]: d for d in own}


def _cell(meter: Meter, mine: frozenset[str], by_side: bool) -> FoldedCell:
    counts = [(s.kind, len(mine.intersection(s.ids))) for s in meter.shares]
    shares = tuple(
        FoldedShare(kind, n, _words(kind, by_side), -(-SHADES * n // len(mine)))
        for kind, n in counts
        if n and kind not in QUIET
    )
    return FoldedCell(shares, sum(n for kind, n in counts if kind in QUIET))


def _words(kind: str, lettered: bool) -> str:
    if kind in LETTERS:
        return kind if lettered else "answer"
    return SAID.get(kind, kind)
