"""Markdown in: its prose, block by block, with line and column of every character.

The parser gives the lines of a block; within a block the places are kept while it is parsed,
so that **bold**, [links](to) and entities don't move what follows them.
Sources: CommonMark 0.31.2; GitHub Flavored Markdown 0.29, tables and strikethrough.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.front_matter import front_matter_plugin

from extract.document.decode import decode
from extract.document.html import no_words, weave_html
from extract.document.places import Located, line_places, rows_of
from extract.document.refusal import refuse_length
from extract.document.weave import Piece, Weaver, mark_menus
from extract.model import BlockKind

_AT = "at"
_COMMENT = re.compile(r"<!--(.*?)-->", re.DOTALL)
_BREAK_TAG = re.compile(r"<br\b", re.IGNORECASE)
_NESTING = 100  # quotes and lists inside one another; what is deeper is left out
_CELLS = ("th_open", "td_open")
_KINDS = {
    "heading_open": BlockKind.HEADING,
    "list_item_open": BlockKind.ITEM,
    "thead_open": BlockKind.HEADING,
    "tbody_open": BlockKind.ITEM,
}


def read_markdown(source: str, data: bytes, file: str) -> Located:
    """The document of a Markdown file. Raises `InputError` for what can't be read."""
    text = decode(data, file)
    refuse_length(len(text), file)
    return markdown_document(source, text, file)


def markdown_document(source: str, text: str, file: str) -> Located:
    """The document of decoded Markdown. Raises `InputError` if it holds no words."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    made = _Made(text)
    for token in _parser().parse(text):
        made.take(token)
    mark_menus(made.weaver)
    document, runs = made.weaver.done(source)
    if not document.text:
        raise no_words(file)
    return Located(document, line_places(text, runs, sorted(made.comments)))


class _PlacedState(StateInline):
    """Notes for each token where it begins in the block's content."""

    _from = 0

    def append_pending(self, text: str) -> None:
        if not self._pending and not self._pending_buffer:
            self._from = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:
        token = super().pushPending()
        token.meta[_AT] = self._from
        return token

    def push(self, ttype: str, tag: str, nesting: "int") -> Token:
        token = super().push(ttype, tag, nesting)  # type: ignore[arg-type]
        token.meta[_AT] = self.pos
        return token


class _PlacedInline(ParserInline):
    """The parser of inline markup, with places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _parser() -> MarkdownIt:
    md = MarkdownIt("commonmark", {"html": True, "maxNesting": _NESTING})
    md.inline = _PlacedInline()
    md.inline.ruler.disable("linkify")
    md.inline.ruler2.disable("fragments_join")
    md.core.ruler.disable("text_join")
    md.enable("table")
    front_matter_plugin(md)
    return md


@dataclass(frozen=True, slots=True)
class _Content:
    """A block's content and where stretches of it stand in the file, as (offset, origin)."""

    text: str
    marks: tuple[tuple[int, int], ...]

    def pieces(self, start: int, text: str, step: int = 1) -> list[Piece]:
        """Words that begin at `start` of the content, cut where their origins jump."""
        if not step:
            return [Piece(text, self.origin(start), 0)]
        first = bisect_right(self.marks, start, key=itemgetter(0))
        last = bisect_left(self.marks, start + len(text), first, key=itemgetter(0))
        cuts = [mark - start for mark, _ in self.marks[first:last]]
        ends = (*cuts, len(text))
        begins = (0, *cuts)
        return [Piece(text[a:b], self.origin(start + a)) for a, b in zip(begins, ends, strict=True)]

    def origin(self, offset: int) -> int:
        """Where a character of the content stands in the file."""
        found = max(bisect_right(self.marks, offset, key=itemgetter(0)) - 1, 0)
        mark, origin = self.marks[found]
        return origin + offset - mark


class _Made:
    """What has been made of the tokens so far."""

    def __init__(self, text: str) -> None:
        self.text, self.rows = text, (*rows_of(text), len(text) + 1)
        self.weaver = Weaver()
        self.comments: list[tuple[int, int, str]] = []
        self.kinds = [BlockKind.PARAGRAPH]
        self.in_cell, self.cell = False, (-1, 0)
        self.links = self.struck = 0

    def take(self, token: Token) -> None:
        """One token of the block level."""
        if token.type == "inline":
            self._inline(token)
        elif token.type == "html_block":
            self._html(token)
        elif token.type in ("fence", "code_block", "front_matter"):
            self._code(token)
        elif token.nesting > 0:
            self._open(token.type)
        elif token.nesting < 0:
            self.weaver.end(kind := self.kinds.pop())
            self.in_cell = False
            if token.type == "tr_close":
                self.weaver.end_row(kind)

    def _open(self, type: str) -> None:
        self.weaver.end(self.kinds[-1])
        self.kinds.append(_KINDS.get(type, self.kinds[-1]))
        self.in_cell = type in _CELLS
        if type == "tr_open":
            self.weaver.row()
        elif self.in_cell:
            self.weaver.cell()

    def _inline(self, token: Token) -> None:
        content = self._content(token)
        self.links = self.struck = 0
        for child in token.children or ():
            self._child(child, content)

    def _child(self, child: Token, content: _Content) -> None:
        at = int(child.meta.get(_AT, 0))
        if child.type == "html_inline":
            self._tag(child, content.origin(at))
        elif child.type == "hardbreak":
            self.weaver.line_break()
        elif child.type in ("link_open", "link_close"):
            self.links += child.nesting
        elif child.type in ("s_open", "s_close"):
            self.struck += child.nesting
        elif not self.struck:
            self._words(child, content, at)

    def _words(self, child: Token, content: _Content, at: int) -> None:
        if child.type == "softbreak":
            pieces = content.pieces(at, " ")
        elif child.type == "text_special":
            pieces = content.pieces(at + (child.info == "escape"), child.content, 0)
        elif child.type == "code_inline":
            begin = content.text.find(child.content.split(" ")[0], at + len(child.markup))
            pieces = content.pieces(max(begin, at), child.content)
        elif child.type == "text":
            at += child.content != content.text[at : at + len(child.content)]  # <https://…>
            pieces = content.pieces(at, child.content)
        else:
            return
        for piece in pieces:
            self.weaver.say(piece, self.kinds[-1], linked=self.links > 0)

    def _tag(self, child: Token, origin: int) -> None:
        comment = _COMMENT.fullmatch(child.content)
        if comment:
            self.comments.append((origin, origin + len(child.content), comment[1]))
        elif _BREAK_TAG.match(child.content):
            self.weaver.line_break()

    def _html(self, token: Token) -> None:
        """HTML among the Markdown, read as HTML is; places by way of its own lines."""
        content = self._content(token)
        weaver = Placing(self.weaver, content)
        scanned = weave_html(content.text, weaver)
        for start, end, text in scanned.comments:
            last = content.origin(max(start, end - 1)) + 1
            self.comments.append((content.origin(start), last, text))

    def _code(self, token: Token) -> None:
        first, last = token.map or (0, 0)
        start, end = self.rows[first], self.rows[min(last, len(self.rows) - 1)] - 1
        self.weaver.end(self.kinds[-1])
        self.weaver.say(Piece(self.text[start:end], start), BlockKind.FURNITURE)
        self.weaver.end(BlockKind.FURNITURE)

    def _content(self, token: Token) -> _Content:
        """The content of a token, each of its lines found in the file."""
        first = (token.map or (0, 0))[0]
        marks: list[tuple[int, int]] = []
        offset = 0
        for number, line in enumerate(token.content.split("\n"), first):
            row = self.rows[min(number, len(self.rows) - 2)]
            end = self.rows[min(number + 1, len(self.rows) - 1)] - 1
            marks += self._found(line, offset, row, end)
            offset += len(line) + 1
        return _Content(token.content, tuple(marks))

    def _found(self, line: str, offset: int, row: int, end: int) -> list[tuple[int, int]]:
        """Where a line of content stands between `row` and `end` of the file."""
        words = line.strip()
        shift = line.find(words) if words else 0
        if self.in_cell:
            begin = self.cell[1] if self.cell[0] == row else row
            return self._in_cell(words, offset, begin, row, end)
        at = self.text.rfind(words, row, end)
        return [(offset, (at if at >= 0 else row) - shift)]

    def _in_cell(
        self, words: str, offset: int, begin: int, row: int, end: int
    ) -> list[tuple[int, int]]:
        """The same in a table, after the cell before it; a bar within a cell is escaped."""
        bars = re.compile(re.escape(words).replace(r"\|", r"\\?\|"))
        found = bars.search(self.text, begin, end)
        if found is None:
            return [(offset, begin)]
        self.cell = (row, found.end())
        marks = [(offset, found.start())]
        for n, bar in enumerate(re.finditer(r"\\\|", found[0]), 1):
            at = offset + bar.end() - 1 - n
            marks.append((at, found.start() + bar.end() - 1))
        return marks


class Placing(Weaver):
    """A weaver for a fragment, which hands on to another with the fragment's origins."""

    def __init__(self, weaver: Weaver, content: _Content) -> None:
        super().__init__()
        self.weaver, self.content = weaver, content

    def say(self, piece: Piece, kind: BlockKind, linked: bool = False) -> None:
        """Hands words on, with origins of the file."""
        for part in self._placed(piece):
            self.weaver.say(part, kind, linked)

    def say_aside(self, piece: Piece) -> None:
        """Hands words on, with origins of the file."""
        for part in self._placed(piece):
            self.weaver.say_aside(part)

    def line_break(self) -> None:
        """Hands it on."""
        self.weaver.line_break()

    def end(self, kind: BlockKind) -> None:
        """Hands it on."""
        self.weaver.end(kind)

    def row(self) -> None:
        """Hands it on."""
        self.weaver.row()

    def cell(self) -> None:
        """Hands it on."""
        self.weaver.cell()

    def end_row(self, kind: BlockKind) -> None:
        """Hands it on."""
        self.weaver.end_row(kind)

    def _placed(self, piece: Piece) -> list[Piece]:
        return self.content.pieces(piece.origin or 0, piece.text, piece.step)
