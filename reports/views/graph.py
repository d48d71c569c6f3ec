"""The claim graph: each dispute as a web, one side's positions joined to those they are against."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Conflict, Dispute, Position, Strength
from reports import address, text
from reports.views.book import Book, Link
from reports.views.dispute import question_of, tally_of
from reports.views.label import led_label
from reports.views.more import MoreLine, conflict_lines

MOST = 36  # positions in one picture
EDGES = 1200  # lines drawn on one page
ROW = 10  # units of a picture's height for each line of its longer column
BEND = 70  # how far a line between two of one column swings out, in hundredths of the width
WORDS = {Strength.CONTRADICTION: "contradicts", Strength.TENSION: "is in tension with"}


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A position, by its name; `letter` opens a new side."""

    letter: str
    label: str
    href: str
    who: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two positions: the way that it is drawn along."""

    d: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class GraphRow:
    """A row of the table that says what the picture shows."""

    a: str
    b: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One dispute. `left` and `right` are its columns, `height` counts units of the drawing."""

    id: str
    title: str
    href: str
    aspects: tuple[Link, ...]
    left: tuple[GraphNode, ...]
    right: tuple[GraphNode, ...]
    height: int
    edges: tuple[Edge, ...]
    table: tuple[GraphRow, ...]
    summary: str
    left_out: int


@dataclass(frozen=True, slots=True)
class GraphView:
    """A page of pictures; `choices` are those of all pages."""

    title: str
    lead: str
    more: tuple[MoreLine, ...]
    pictures: tuple[Picture, ...]
    choices: tuple[Link, ...]
    page: int
    pages: tuple[Link, ...]


def graph_views(book: Book) -> Iterable[tuple[str, GraphView]]:
    """The pages with their file names, at least one."""
    pictures = list(_pictures(book))
    runs: list[list[Picture]] = [[]]
    for picture in pictures:
        if runs[-1] and sum(len(p.edges) for p in (*runs[-1], picture)) > EDGES:
            runs.append([])
        runs[-1].append(picture)
    names = [address.numbered("graph", n) for n in range(1, len(runs) + 1)]
    links = tuple(Link(f"{n}", name) for n, name in enumerate(names, 1))
    choices = tuple(
        Link(p.title, f"{name}#{p.id}") for name, run in zip(names, runs, strict=True) for p in run
    )
    for page, (name, run) in enumerate(zip(names, runs, strict=True), 1):
        title = "Graph" if page == 1 else f"Graph, page {page}"
        more = conflict_lines(book) if page == 1 else ()
        shown = links if len(links) > 1 else ()
        yield name, GraphView(title, _lead(pictures), more, tuple(run), choices, page, shown)


def _lead(pictures: list[Picture]) -> str:
    if not pictures:
        return "No two positions are at odds, so there is nothing to draw."
    return f"Who is at odds with whom, on {text.count(len(pictures), 'question')}."


def _pictures(book: Book) -> Iterator[Picture]:
    by_id = {c.id: c for c in book.conflicts if book.is_open(c)}
    for dispute in book.disputes:
        left = [by_id[id] for id in dispute.conflicts if id in by_id]
        if left:
            yield _picture(book, dispute, left)


def _picture(book: Book, dispute: Dispute, conflicts: Sequence[Conflict]) -> Picture:
    shown = _foremost(book, conflicts)
    lines = [c for c in conflicts if {c.a.position, c.b.position} <= shown]
    columns = _columns(dispute, lines)
    at = _places(columns)
    rows = max(map(len, columns))
    drawn = sorted(lines, key=lambda c: (c.strength, *_ends(c, at)), reverse=True)
    left, right = (_nodes(book, dispute, column) for column in columns)
    return Picture(
        id=f"web-{dispute.id}",
        title=question_of(dispute),
        href=f"disputes.html#d-{dispute.id}",
        aspects=tuple(link for a in dispute.aspects for link in book.aspect_links(a)),
        left=left,
        right=right,
        height=rows * ROW,
        edges=tuple(Edge(_way(*_ends(c, at), rows), c.strength) for c in drawn),
        table=tuple(_row(book, dispute, c, at) for c in reversed(drawn)),
        summary=text.sentence(tally_of(conflicts)),
        left_out=len({s.position for c in conflicts for s in (c.a, c.b)} - shown),
    )


def _foremost(book: Book, conflicts: Sequence[Conflict]) -> set[str]:
    """The positions that most contradictions are about, as many as one picture holds.

    They are taken pair by pair, so that none stands there without a line.
    """
    hard = Counter(
        s.position for c in conflicts if c.strength is Strength.CONTRADICTION for s in (c.a, c.b)
    )

    def weight(c: Conflict) -> tuple[object, ...]:
        both = sorted((c.a.position, c.b.position), key=lambda id: -hard[id])
        backed = sum(len(book.positions[id].sources) for id in both)
        return c.strength, -hard[both[0]], -backed, c.id

    shown: set[str] = set()
    for c in sorted(conflicts, key=weight):
        both = {c.a.position, c.b.position}
        if len(shown | both) <= MOST:
            shown |= both
    return shown


Columns = tuple[list[str], list[str]]


def _columns(dispute: Dispute, lines: Sequence[Conflict]) -> Columns:
    """The side that most lines lead to on the left, all others on the right."""
    side = {id: n for n, camp in enumerate(dispute.camps) for id in camp.positions}
    there = {s.position for c in lines for s in (c.a, c.b)}
    across = [{side[c.a.position], side[c.b.position]} for c in lines]
    reach = Counter(n for ends in across if len(ends) > 1 for n in ends)
    first = min(range(len(dispute.camps)), key=lambda n: (-reach[n], n))
    ordered = [id for camp in dispute.camps for id in camp.positions if id in there]
    return (
        [id for id in ordered if side[id] == first],
        [id for id in ordered if side[id] != first],
    )


def _places(columns: Columns) -> dict[str, tuple[int, int]]:
    """For each position its column, 0 or 1, and how far down it stands: each has equal room."""
    height = max(map(len, columns)) * ROW
    return {
        id: (side, round(height * (2 * n + 1) / (2 * len(column))))
        for side, column in enumerate(columns)
        for n, id in enumerate(column)
    }


def _ends(
    c: Conflict, at: Mapping[str, tuple[int, int]]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the line begins and ends, from left to right and downwards."""
    one, other = sorted((at[c.a.position], at[c.b.position]))
    return one, other


def _way(one: tuple[int, int], other: tuple[int, int], rows: int) -> str:
    """Straight across; between two of one column a bow into the middle, wider if it is longer."""
    (side, y), (across, down) = one, other
    if side != across:
        return f"M0 {y}L100 {down}"
    swing = 16 + round((BEND - 16) * (down - y) / (rows * ROW))
    x, bow = (0, swing) if side == 0 else (100, 100 - swing)
    return f"M{x} {y}C{bow} {y} {bow} {down} {x} {down}"


def _nodes(book: Book, dispute: Dispute, column: Sequence[str]) -> tuple[GraphNode, ...]:
    letters = {id: chr(65 + n) for n, camp in enumerate(dispute.camps) for id in camp.positions}
    seen: set[str] = set()
    found = []
    for id in column:
        letter = "" if letters[id] in seen else letters[id]
        seen.add(letters[id])
        found.append(_node(book, dispute, book.positions[id], letter))
    return tuple(found)


def _node(book: Book, dispute: Dispute, position: Position, letter: str) -> GraphNode:
    names = [book.short[s] for s in position.sources]
    return GraphNode(
        letter=letter,
        label=_name(book, dispute, position),
        href=f"{address.aspect_page(position.aspect)}#p-{position.id}",
        who=names[0] if len(names) == 1 else text.figure(len(names), "source"),
    )


def _name(book: Book, dispute: Dispute, position: Position) -> str:
    return led_label(book, position, dispute.aspects[0])


def _row(book: Book, dispute: Dispute, c: Conflict, at: Mapping[str, tuple[int, int]]) -> GraphRow:
    ends = sorted((c.a.position, c.b.position), key=lambda id: at[id])
    a, b = (_name(book, dispute, book.positions[id]) for id in ends)
    return GraphRow(a, b, WORDS[c.strength], book.conflict_link(c))
