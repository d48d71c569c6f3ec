"""The claim graph: each dispute as a web, one side's positions joined to those they are against."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from kb.model import Conflict, Dispute, Strength
from reports import address, text
from reports.views.book import Book, Link
from reports.views.dispute import question_of, tally_of
from reports.views.label import led_answer, led_label
from reports.views.more import MoreLine, conflict_lines

MOST = 36  # positions in one picture
EDGES = 1200  # lines drawn on one page
TURNS = 6  # in which a column is put in order by the other one
ROW = 100  # units of a picture's height for each line of its longer column
BEND = 70  # how far a line between two of one column swings out, in hundredths of the width
WORDS = {Strength.CONTRADICTION: "contradicts", Strength.TENSION: "is in tension with"}


@dataclass(frozen=True, slots=True)
class GraphNode:
    """An answer, however surely it is given, by its name; `letter` opens a new side."""

    letter: str
    label: str
    href: str
    who: str


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two positions: the way that it is drawn along, and the two by their places."""

    d: str
    strength: Strength
    nodes: str


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
    stands = _stand_ins(book, dispute, lines)
    pairs = _joined(lines, stands)
    columns = _untangled(dispute, _columns(dispute, pairs), pairs)
    at = _places(columns)
    rows = max(map(len, columns))
    drawn = sorted(pairs, key=lambda pair: (pairs[pair], *_ends(pair, at)), reverse=True)
    left, right = (_nodes(book, dispute, column, stands) for column in columns)
    return Picture(
        id=f"web-{dispute.id}",
        title=question_of(dispute),
        href=f"disputes.html#d-{dispute.id}",
        aspects=tuple(link for a in dispute.aspects for link in book.aspect_links(a)),
        left=left,
        right=right,
        height=rows * ROW,
        edges=tuple(_edge(pair, pairs[pair], columns, at) for pair in drawn),
        table=tuple(_table(book, dispute, lines, stands, at)),
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
Pair = tuple[str, str]


def _sides(dispute: Dispute) -> dict[str, int]:
    """Each position's side, by number."""
    return {id: n for n, camp in enumerate(dispute.camps) for id in camp.positions}


def _stand_ins(book: Book, dispute: Dispute, lines: Sequence[Conflict]) -> dict[str, str]:
    """For each position the one that is drawn for it: its side's first with the same answer.

    Hedged or not, an answer has one name in the picture, but where it is against itself.
    """
    side, first = _sides(dispute), dict[tuple[int, str], str]()
    there = {s.position for c in lines for s in (c.a, c.b)}
    stands = {
        id: first.setdefault((side[id], _name(book, dispute, id)), id) for id in side if id in there
    }
    both = ((stands[c.a.position], stands[c.b.position]) for c in lines)
    torn = {one for one, other in both if one == other}
    return {id: id if drawn in torn else drawn for id, drawn in stands.items()}


def _joined(lines: Sequence[Conflict], stands: Mapping[str, str]) -> dict[Pair, Strength]:
    """Which of those drawn are against which, each pair once and as hard as it gets."""
    found: dict[Pair, Strength] = {}
    for c in sorted(lines, key=lambda c: (c.strength, c.id)):
        one, other = sorted((stands[c.a.position], stands[c.b.position]))
        found.setdefault((one, other), c.strength)
    return found


def _columns(dispute: Dispute, pairs: Iterable[Pair]) -> Columns:
    """The side that most lines lead to on the left, all others on the right."""
    side, there = _sides(dispute), {id for pair in pairs for id in pair}
    across = [{side[one], side[other]} for one, other in pairs]
    reach = Counter(n for ends in across if len(ends) > 1 for n in ends)
    first = min(range(len(dispute.camps)), key=lambda n: (-reach[n], n))
    ordered = [id for id in side if id in there]
    return (
        [id for id in ordered if side[id] == first],
        [id for id in ordered if side[id] != first],
    )


def _untangled(dispute: Dispute, columns: Columns, pairs: Mapping[Pair, Strength]) -> Columns:
    """Within each side what is contradicted first, and together what is against the same."""
    side, against = _sides(dispute), dict[str, list[str]]()
    hard = {id for pair, how in pairs.items() if how is Strength.CONTRADICTION for id in pair}
    for one, other in pairs:
        against.setdefault(one, []).append(other)
        against.setdefault(other, []).append(one)
    made = list(columns)
    for turn in range(TURNS):
        high = {id: (2 * n + 1) / len(col) for col in made for n, id in enumerate(col)}
        middle = {id: round(fmean(high[o] for o in others), 6) for id, others in against.items()}
        made[turn % 2].sort(key=lambda id: (side[id], id not in hard, middle[id]))
    return made[0], made[1]


def _places(columns: Columns) -> dict[str, tuple[int, int]]:
    """For each position its column, 0 or 1, and how far down it stands: each has equal room."""
    height = max(map(len, columns)) * ROW
    return {
        id: (side, round(height * (2 * n + 1) / (2 * len(column))))
        for side, column in enumerate(columns)
        for n, id in enumerate(column)
    }


def _ends(
    pair: Iterable[str], at: Mapping[str, tuple[int, int]]
) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where the line begins and ends, from left to right and downwards."""
    one, other = sorted(at[id] for id in pair)
    return one, other


def _edge(
    pair: Pair, strength: Strength, columns: Columns, at: Mapping[str, tuple[int, int]]
) -> Edge:
    way = _way(*_ends(pair, at), max(map(len, columns)))
    nodes = (f"{'ab'[at[id][0]]}{columns[at[id][0]].index(id)}" for id in pair)
    return Edge(way, strength, " ".join(sorted(nodes)))


def _way(one: tuple[int, int], other: tuple[int, int], rows: int) -> str:
    """Straight across; between two of one column a bow into the middle, wider if it is longer."""
    (side, y), (across, down) = one, other
    if side != across:
        return f"M0 {y}L100 {down}"
    swing = 16 + round((BEND - 16) * (down - y) / (rows * ROW))
    x, bow = (0, swing) if side == 0 else (100, 100 - swing)
    return f"M{x} {y}C{bow} {y} {bow} {down} {x} {down}"


def _nodes(
    book: Book, dispute: Dispute, column: Sequence[str], stands: Mapping[str, str]
) -> tuple[GraphNode, ...]:
    side, held = _sides(dispute), dict[str, dict[str, None]]()
    for id, drawn in stands.items():
        held.setdefault(drawn, {}).update(dict.fromkeys(book.positions[id].sources))
    opens = {side[id]: id for id in reversed(column)}
    names = Counter(_name(book, dispute, id) for id in held)
    return tuple(
        GraphNode(
            letter=chr(65 + side[id]) if opens[side[id]] == id else "",
            label=_name(book, dispute, id, names[_name(book, dispute, id)] > 1),
            href=f"{address.aspect_page(book.positions[id].aspect)}#p-{id}",
            who=_who(book, tuple(held[id])),
        )
        for id in column
    )


def _who(book: Book, sources: Sequence[str]) -> str:
    return book.short[sources[0]] if len(sources) == 1 else text.figure(len(sources), "source")


def _name(book: Book, dispute: Dispute, id: str, full: bool = False) -> str:
    """The answer; in full, with its hedges, where another one drawn has the same name."""
    told = led_label if full else led_answer
    return told(book, book.positions[id], dispute.aspects[0])


def _table(
    book: Book,
    dispute: Dispute,
    lines: Iterable[Conflict],
    stands: Mapping[str, str],
    at: Mapping[str, tuple[int, int]],
) -> Iterator[GraphRow]:
    """Every pair in full, in the order of the picture, contradictions first."""

    def place(id: str) -> tuple[tuple[int, int], str]:
        return at[stands[id]], id

    def ends(c: Conflict) -> list[str]:
        return sorted((c.a.position, c.b.position), key=place)

    for c in sorted(lines, key=lambda c: (c.strength, [place(id) for id in ends(c)])):
        a, b = (led_label(book, book.positions[id], dispute.aspects[0]) for id in ends(c))
        yield GraphRow(a, b, WORDS[c.strength], book.conflict_link(c))
