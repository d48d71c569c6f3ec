"""Walks a tree of HTML in reading order and hands its words, block by block, to a weaver.

Recall first: what no rule takes for furniture is text. The walk keeps its own stack, so that
no nesting is too deep for it. What begins a block is what browsers set as one (HTML Standard,
15.3, the default style sheet).
"""

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extract.document.grid import Grid, grid
from extract.document.skipped import SILENT, is_skipped
from extract.document.weave import Piece, Weaver, mark_menus
from extract.model import BlockKind

_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 summary dt".split())
_CELLS = frozenset({"td", "th"})
_ITEMS = _CELLS | {"li"}
_BLOCKS = _HEADINGS | _ITEMS
_BLOCKS |= frozenset(
    "html body address article aside blockquote caption center dd details dialog dir div dl"
    " fieldset figcaption figure footer form header hgroup hr legend main menu nav noscript ol p"
    " pre section table tbody tfoot thead tr ul".split()
)
_MAIN = "h1, main, article"
_FOOTNOTE = frozenset("0123456789[]()*†‡§, ")


class Locator(Protocol):
    """Finds where the text of the tree stands in the file; called for each text, in order."""

    def __call__(self, text: str) -> list[Piece]:
        """The text as pieces, in order, which together are the text."""
        ...


class _Mode(Enum):
    SHOWN = 0
    FURNITURE = 1
    ASIDE = 2
    SILENT = 3


@dataclass(frozen=True, slots=True)
class _Frame:
    """What holds within an element: the kind of its blocks, how it is shown, in a link or not;
    `row`: it is a table's row, or lies in one."""

    kind: BlockKind
    mode: _Mode = _Mode.SHOWN
    linked: bool = False
    block: bool = True
    tag: str = ""
    row: bool = False


def walk(tree: LexborHTMLParser, locate: Locator, weaver: Weaver) -> None:
    """Hands all text of a tree to the weaver."""
    root = tree.root
    if root is None:
        return
    _Walk(locate, weaver, _holding_main(tree), grid(tree)).run(root)
    mark_menus(weaver)


def _holding_main(tree: LexborHTMLParser) -> frozenset[int]:
    """The elements that hold the page's main text; no furniture, whatever they are called."""
    held: set[int] = set()
    for found in tree.css(_MAIN):
        node: LexborNode | None = found
        while node is not None and node.mem_id not in held:
            held.add(node.mem_id)
            node = node.parent
    return frozenset(held)


class _Walk:
    def __init__(self, locate: Locator, weaver: Weaver, main: frozenset[int], tables: Grid) -> None:
        self.locate, self.weaver, self.main, self.grid = locate, weaver, main, tables
        self.frames = [_Frame(BlockKind.PARAGRAPH)]

    def run(self, root: LexborNode) -> None:
        """Every node from the root on, children before siblings."""
        node: LexborNode | None = root
        while node is not None:
            self._enter(node)
            down = node.first_child
            if down is not None:
                node = down
                continue
            while node is not None:
                self._leave(node)
                if node.mem_id == root.mem_id:
                    return
                after = node.next
                if after is not None:
                    node = after
                    break
                node = node.parent

    def _enter(self, node: LexborNode) -> None:
        if node.is_text_node:
            self._text(node.text_content or "")
        elif node.is_element_node:
            frame = self._frame(node)
            if frame.block:
                self.weaver.end(self.frames[-1].kind)
            if frame.row and not self.frames[-1].row:
                self.weaver.row()
            elif frame.row and frame.tag in _CELLS:
                self.weaver.cell()
            self.frames.append(frame)
            if frame.tag == "br":
                self.weaver.line_break()

    def _leave(self, node: LexborNode) -> None:
        if not node.is_element_node:
            return
        frame = self.frames.pop()
        if frame.block:
            self.weaver.end(frame.kind)
        if frame.row and frame.tag in _CELLS:
            for _ in range(1, self.grid.spans.get(node.mem_id, 1)):
                self.weaver.cell()
        elif frame.row and not self.frames[-1].row:
            self.weaver.end_row(frame.kind)

    def _text(self, text: str) -> None:
        frame = self.frames[-1]
        for piece in self.locate(text):
            if frame.mode is _Mode.ASIDE or (frame.row and frame.mode is _Mode.FURNITURE):
                self.weaver.say_aside(piece)
            elif frame.mode is not _Mode.SILENT:
                self.weaver.say(piece, frame.kind, frame.linked)

    def _frame(self, node: LexborNode) -> _Frame:
        tag, above = node.tag or "", self.frames[-1]
        if above.mode is _Mode.SILENT or tag in SILENT or _is_footnote(node, tag):
            return _Frame(above.kind, _Mode.SILENT, block=False, tag=tag)
        block = tag in _BLOCKS
        mode = above.mode
        attributes = node.attributes
        question = above.tag in _HEADINGS and tag == "button"
        if mode is _Mode.SHOWN and not question and is_skipped(tag, attributes):
            if node.mem_id not in self.main:
                mode = _Mode.FURNITURE if block else _Mode.ASIDE
        if tag == "button" and mode is _Mode.SHOWN and not question:
            block = True
        kind = self._kind(tag, attributes.get("role") or "", mode)
        row = above.row
        if node.mem_id in self.grid.rows and mode is _Mode.SHOWN:
            row, kind = True, _row_kind(node.mem_id in self.grid.heads)
        return _Frame(kind, mode, above.linked or tag == "a", block, tag, row)

    def _kind(self, tag: str, role: str, mode: _Mode) -> BlockKind:
        above = self.frames[-1].kind
        if mode is _Mode.FURNITURE:
            return BlockKind.FURNITURE
        if tag in _HEADINGS or role == "heading" or tag == "button":
            return BlockKind.HEADING
        if tag in _ITEMS:
            return BlockKind.ITEM
        return BlockKind.PARAGRAPH if tag in ("blockquote", "dd", "details") else above


def _row_kind(head: bool) -> BlockKind:
    return BlockKind.HEADING if head else BlockKind.ITEM


def _is_footnote(node: LexborNode, tag: str) -> bool:
    """A raised mark that leads to a note: it would make "5 years1" of "5 years"."""
    if tag != "sup":
        return False
    mark = node.text().strip()
    return len(mark) < 12 and frozenset(mark) <= _FOOTNOTE and bool(mark) and not _is_power(node)


def _is_power(node: LexborNode) -> bool:
    """Whether a raised number belongs to a unit or number before it: m², 10³."""
    before = node.prev
    said = (before.text_content or "") if before is not None and before.is_text_node else ""
    word = said.split(" ")[-1]
    return word.isdigit() or 0 < len(word) <= 2
