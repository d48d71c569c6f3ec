"""Which tables of a page set things side by side, and how their rows are cut into cells.

A table that only lays out the page, with long text, headings or lists in its cells, is none.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser, LexborNode

_CELLS = ("td", "th")
_GROUPS = ("thead", "tbody", "tfoot")
_FOR_LOOKS = ("presentation", "none")
_LAID_OUT = frozenset("h1 h2 h3 h4 h5 h6 form dl section article pre blockquote".split())
_PARTS = frozenset({"p", "li"})
_LONGEST = 300  # characters of a cell
_WIDEST = 20  # columns that one cell may span


@dataclass(frozen=True, slots=True)
class Grid:
    """The rows of such tables, those that head columns, and how many columns a cell spans."""

    rows: frozenset[int]
    heads: frozenset[int]
    spans: dict[int, int]


def grid(tree: LexborHTMLParser) -> Grid:
    """The rows of a page's tables, by the ids of their nodes."""
    tables = tree.css("table")
    outer = _outer(tables)
    rows: list[LexborNode] = []
    for table in tables:
        if table.mem_id not in outer and table.attributes.get("role") not in (
            "presentation",
            "none",
        ):
            rows += _rows(table)
    wide = {c.mem_id: n for r in rows for c in _cells(r) if (n := _span(c)) > 1}
    return Grid(
        frozenset(r.mem_id for r in rows), frozenset(r.mem_id for r in rows if _heads(r)), wide
    )


def _outer(tables: list[LexborNode]) -> frozenset[int]:
    """All that holds a table."""
    held: set[int] = set()
    for table in tables:
        node = table.parent
        while node is not None and node.mem_id not in held:
            held.add(node.mem_id)
            node = node.parent
    return frozenset(held)


def _rows(table: LexborNode) -> list[LexborNode]:
    """The table's rows of several cells; none of a table that lays out the page."""
    rows = [r for r in _children(table, "tr") if len(_cells(r)) > 1]
    cells = [c for r in rows for c in _cells(r)]
    told = len(rows) > 1 or any(c.tag == "th" for c in cells)
    return rows if told and not any(_long(c) for c in cells) else []


def _children(node: LexborNode, tag: str) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        if child.tag == tag:
            yield child
        elif child.tag in _GROUPS:
            yield from _children(child, tag)
        child = child.next


def _cells(row: LexborNode) -> list[LexborNode]:
    return [c for tag in _CELLS for c in _children(row, tag)]


def _long(cell: LexborNode) -> bool:
    """Whether a cell holds headings, several paragraphs, or a long text."""
    inside = [n.tag for n in cell.traverse() if n.mem_id != cell.mem_id]
    parts = sum(tag in _PARTS for tag in inside)
    return parts > 1 or not _LAID_OUT.isdisjoint(inside) or len(cell.text().strip()) > _LONGEST


def _heads(row: LexborNode) -> bool:
    """Whether it names columns: it stands in the table's head, or has head cells only."""
    above = row.parent
    if above is not None and above.tag == "thead":
        return True
    return all(c.tag == "th" for c in _cells(row) if c.text().strip())


def _span(cell: LexborNode) -> int:
    told = cell.attributes.get("colspan") or "1"
    return min(int(told), _WIDEST) if told.isascii() and told.isdigit() else 1
