"""The claim graph in small pictures: positions joined by what sets them against each other."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from kb.model import Conflict, Strength
from reports import address, text
from reports.views.book import Book, Link
from reports.views.label import label_of
from reports.views.more import MoreLine, conflict_lines

if TYPE_CHECKING:
    import networkx as nx

SEED = 7
LARGEST = 24  # positions in one picture; larger components fall into communities
EDGES = 1200  # lines drawn on one page
MARGIN = 24
APART = 44  # pixels between the middles of two nodes, at the least


@dataclass(frozen=True, slots=True)
class GraphNode:
    """A position in a picture; its number stands in the key beneath."""

    number: int
    x: int
    y: int
    r: int


@dataclass(frozen=True, slots=True)
class Edge:
    """A conflict between two positions of the picture."""

    x1: int
    y1: int
    x2: int
    y2: int
    strength: Strength


@dataclass(frozen=True, slots=True)
class KeyLine:
    """A line of the key."""

    number: int
    label: str
    href: str
    who: str


@dataclass(frozen=True, slots=True)
class GraphRow:
    """A row of the table that says what the picture shows."""

    a: int
    b: int
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One component of the graph, or one community of a large component."""

    id: str
    title: str
    aspects: tuple[Link, ...]
    width: int
    height: int
    nodes: tuple[GraphNode, ...]
    edges: tuple[Edge, ...]
    key: tuple[KeyLine, ...]
    table: tuple[GraphRow, ...]
    summary: str


@dataclass(frozen=True, slots=True)
class GraphView:
    """A page of pictures."""

    title: str
    lead: str
    more: tuple[MoreLine, ...]
    pictures: tuple[Picture, ...]
    page: int
    pages: tuple[Link, ...]


def conflict_graph(book: Book) -> "nx.Graph[str]":
    """Positions joined by their open conflicts; the hardest of several joins."""
    import networkx as nx

    graph: nx.Graph[str] = nx.Graph()
    for conflict in (*book.tensions(), *book.contradictions()):
        a, b = conflict.a.position, conflict.b.position
        graph.add_edge(a, b, strength=conflict.strength, conflict=conflict)
    return graph


def graph_views(book: Book) -> Iterable[tuple[str, GraphView]]:
    """The pages with their file names, at least one."""
    pictures = _pictures(book)
    runs: list[list[Picture]] = [[]]
    for picture in pictures:
        if runs[-1] and sum(len(p.edges) for p in (*runs[-1], picture)) > EDGES:
            runs.append([])
        runs[-1].append(picture)
    names = [address.numbered("graph", n) for n in range(1, len(runs) + 1)]
    links = tuple(Link(f"{n}", name) for n, name in enumerate(names, 1))
    lead = _lead(pictures)
    for page, (name, run) in enumerate(zip(names, runs, strict=True), 1):
        title = "Graph" if page == 1 else f"Graph, page {page}"
        more = conflict_lines(book) if page == 1 else ()
        shown = links if len(links) > 1 else ()
        yield name, GraphView(title, lead, more, tuple(run), page, shown)


def _lead(pictures: list[Picture]) -> str:
    if not pictures:
        return "No two positions are at odds, so there is nothing to draw."
    nodes = sum(len(p.nodes) for p in pictures)
    groups = text.count(len(pictures), "group")
    return f"At odds with others: {text.count(nodes, 'position')}, in {groups}."


def _pictures(book: Book) -> list[Picture]:
    import networkx as nx

    graph = conflict_graph(book)
    place = {p: n for n, p in enumerate(p for a in book.aspects for p in _ids(book, a))}
    groups: list[list[str]] = []
    for component in nx.connected_components(graph):
        parts = [component] if len(component) <= LARGEST else _communities(graph, component)
        groups += [sorted(part, key=lambda p: place.get(p, len(place))) for part in parts]
    groups.sort(key=lambda g: (place.get(g[0], len(place)), g[0]))
    return [_picture(book, graph, group, n) for n, group in enumerate(groups, 1)]


def _ids(book: Book, aspect: str) -> Iterable[str]:
    return (p.id for p in book.by_aspect.get(aspect, ()))


def _communities(graph: "nx.Graph[str]", component: set[str]) -> list[set[str]]:
    """Parts of a large component that hang together, found in a fixed order."""
    import networkx as nx

    ordered: nx.Graph[str] = nx.Graph()
    ordered.add_nodes_from(sorted(component))
    ordered.add_edges_from(sorted((min(e), max(e)) for e in graph.subgraph(component).edges))
    wanted = -(-len(component) // LARGEST)
    found: Any = nx.community.greedy_modularity_communities(ordered, cutoff=wanted)
    return [set(part) for part in found]


def _picture(book: Book, graph: "nx.Graph[str]", group: list[str], number: int) -> Picture:
    numbers = {p: n for n, p in enumerate(group, 1)}
    lines = _lines(graph, numbers)
    width, height = _size(len(group))
    at = _layout(_part(group, lines), width, height)
    links = _aspects(book, group)
    return Picture(
        id=f"picture-{number}",
        title=_title(links),
        aspects=links,
        width=width,
        height=height,
        nodes=tuple(GraphNode(numbers[p], *at[p], _radius(book, p)) for p in group),
        edges=tuple(Edge(*at[a], *at[b], c.strength) for a, b, c in lines),
        key=tuple(_entry(book, p, numbers[p]) for p in group),
        table=tuple(
            GraphRow(numbers[a], numbers[b], str(c.strength), book.conflict_link(c))
            for a, b, c in lines
        ),
        summary=_summary(len(group), [c for _, _, c in lines]),
    )


def _lines(graph: "nx.Graph[str]", numbers: dict[str, int]) -> list[tuple[str, str, Conflict]]:
    """The conflicts among the numbered positions, each from the lower number to the higher."""
    ends = (sorted(edge, key=numbers.__getitem__) for edge in graph.subgraph(numbers).edges)
    ordered = sorted((numbers[a], numbers[b], a, b) for a, b in ends)
    return [(a, b, graph.edges[a, b]["conflict"]) for _, _, a, b in ordered]


def _part(group: list[str], lines: list[tuple[str, str, Conflict]]) -> "nx.Graph[str]":
    """A graph of its own, nodes and edges in fixed order: the layout hangs on it."""
    import networkx as nx

    part: nx.Graph[str] = nx.Graph()
    part.add_nodes_from(group)
    part.add_edges_from((a, b) for a, b, _ in lines)
    return part


def _aspects(book: Book, group: list[str]) -> tuple[Link, ...]:
    found = dict.fromkeys(a for p in group for a in book.positions[p].aspect.split("|"))
    return tuple(book.aspect_links(a)[0] for a in found)


def _summary(positions: int, conflicts: list[Conflict]) -> str:
    hard = sum(c.strength == Strength.CONTRADICTION for c in conflicts)
    counts = (positions, "position"), (hard, "contradiction"), (len(conflicts) - hard, "tension")
    return ", ".join(text.figure(n, noun) for n, noun in counts if n)


def _title(links: tuple[Link, ...]) -> str:
    names = [link.label for link in links]
    return text.listing(names if len(names) < 4 else [*names[:2], f"{len(names) - 2} more"])


def _entry(book: Book, id: str, number: int) -> KeyLine:
    position = book.positions[id]
    names = [book.short[s] for s in position.sources]
    who = text.listing(names) if len(names) < 4 else text.figure(len(names), "source")
    href = f"{address.aspect_page(position.aspect)}#p-{id}"
    return KeyLine(number, label_of(book, position), href, who)


def _radius(book: Book, id: str) -> int:
    return min(20, 11 + 2 * (len(book.positions[id].sources) - 1))


def _size(n: int) -> tuple[int, int]:
    """A picture's size in pixels for so many positions."""
    if n <= 2:
        return 320, 90
    return (320, 60 + 34 * n) if n <= 6 else (320, 280) if n <= 12 else (340, 420)


def _layout(part: "nx.Graph[str]", width: int, height: int) -> dict[str, tuple[int, int]]:
    """Whole pixels for each node: seeded, stretched to fill the picture."""
    import networkx as nx

    if len(part) == 2:
        a, b = part
        return {a: (width // 4, height // 2), b: (3 * width // 4, height // 2)}
    places = nx.spring_layout(part, seed=SEED, iterations=120, k=2.2 / len(part) ** 0.5)
    xs, ys = ([float(p[i]) for p in places.values()] for i in (0, 1))
    fitted = {
        node: (_fit(float(p[0]), xs, width), _fit(float(p[1]), ys, height))
        for node, p in places.items()
    }
    return _apart(fitted, width, height)


def _apart(at: dict[str, tuple[int, int]], width: int, height: int) -> dict[str, tuple[int, int]]:
    """Nodes that overlap are pushed apart, a step at a time, inside the picture."""
    places = {node: [float(x), float(y)] for node, (x, y) in at.items()}
    for _ in range(80):
        for a, b in combinations(places, 2):
            dx, dy = places[b][0] - places[a][0], places[b][1] - places[a][1]
            gap = (dx * dx + dy * dy) ** 0.5
            if gap < APART:
                ux, uy = (dx / gap, dy / gap) if gap else (1.0, 0.0)
                push = (APART - gap) / 2
                _move(places[a], -ux * push, -uy * push, width, height)
                _move(places[b], ux * push, uy * push, width, height)
    return {node: (round(x), round(y)) for node, (x, y) in places.items()}


def _move(place: list[float], dx: float, dy: float, width: int, height: int) -> None:
    place[0] = min(width - MARGIN, max(MARGIN, place[0] + dx))
    place[1] = min(height - MARGIN, max(MARGIN, place[1] + dy))


def _fit(value: float, all_values: list[float], size: int) -> int:
    low, high = min(all_values), max(all_values)
    share = (value - low) / (high - low) if high > low else 0.5
    return round(MARGIN + share * (size - 2 * MARGIN))
