"""Makes a document's text out of pieces of a file, and keeps where each piece came from.

White space between words becomes one space, blocks are set apart by an empty line, and every
character of the text belongs to a run that leads back to the file.
"""

import re
from dataclasses import dataclass

from extract.document.furniture import is_furniture
from extract.document.lines import TERMINAL
from extract.document.places import Run
from extract.document.plain import is_question
from extract.model import Block, BlockKind, Document
from extract.parse import CELL_MARK

BETWEEN = "\n\n"
_UNKNOWN = -1  # the origin of a mark before the first word of a row
_LINKS = 3  # so many items in a row that are nothing but links are a menu
_PIECE = re.compile(r"([ \t\n\r\f\v]+)|[^ \t\n\r\f\v]+")
_BULLET = re.compile(r"[•‣▪▫●○◦■□◆►▶➤➔»✓✔✅☑✗✘❌·⁃∙\uf0b7]\ufe0f?\s*(?=\w)")
_ASKING = frozenset({BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.ITEM})


@dataclass(frozen=True, slots=True)
class Piece:
    """Words with their origin, as in `Run`; `None`: the paragraph that is being counted."""

    text: str
    origin: int | None
    step: int = 1


class Weaver:
    """Takes words and ends of blocks in reading order; gives text, blocks and runs.

    Words set `aside` are furniture in the midst of a block: they come out after it.
    """

    def __init__(self) -> None:
        self.paragraph = 1
        self._texts: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._linked: list[bool] = []
        self._pieces: list[Piece] = []
        self._aside: list[Piece] = []
        self._breaks = 0
        self._all_linked = True
        self._counted = False
        self._cells = 0

    def say(self, piece: Piece, kind: BlockKind, linked: bool = False) -> None:
        """Words of a block of that kind, markup removed; white space is collapsed."""
        for match in _PIECE.finditer(piece.text):
            origin = piece.origin
            at = origin + match.start() * piece.step if origin is not None else None
            if match[1]:
                self._space(self._pieces, at)
                continue
            self._broken(match[0], kind)
            self._pieces.append(Piece(match[0].replace(CELL_MARK, "|"), at, piece.step))
            self._all_linked = self._all_linked and linked

    def say_aside(self, piece: Piece) -> None:
        """Words that are furniture although the block around them is not."""
        for match in _PIECE.finditer(piece.text):
            origin = piece.origin
            at = origin + match.start() * piece.step if origin is not None else None
            if match[1]:
                self._space(self._aside, at)
            else:
                self._aside.append(Piece(match[0], at, piece.step))

    def row(self) -> None:
        """A table's row begins: until it ends, all is one block, its cells set apart by a mark."""
        self._cells = 1

    def cell(self) -> None:
        """A cell of the row begins."""
        if self._cells > 1:
            last = self._pieces[-1] if self._pieces else None
            at = _UNKNOWN if last is None or last.origin is None else last.origin
            self._space(self._pieces, at)
            self._pieces.append(Piece(CELL_MARK, at, 0))
            self._space(self._pieces, at)
        self._cells += 1
        self._breaks = 0

    def end_row(self, kind: BlockKind) -> None:
        """Ends the row."""
        self._cells = 0
        known = next((p.origin for p in self._pieces if p.origin not in (None, _UNKNOWN)), 0)
        self._pieces = [
            Piece(p.text, known, 0) if p.origin == _UNKNOWN else p for p in self._pieces
        ]
        self._flush(kind)
        self._counted = False

    def line_break(self) -> None:
        """A forced line break, which ends the block if a new statement follows."""
        if self._pieces:
            self._breaks += 1

    def end(self, kind: BlockKind) -> None:
        """Ends the block, if there is one, and the paragraph that is counted."""
        if self._cells:
            self._end_part()
            return
        self._flush(kind)
        self.paragraph += self._counted
        self._counted = False

    def blocks(self) -> tuple[tuple[Block, bool], ...]:
        """The blocks so far, each with whether all of its words are links."""
        return tuple(zip(self._blocks, self._linked, strict=True))

    def mark_furniture(self, index: int) -> None:
        """Turns a block that was made into furniture."""
        block = self._blocks[index]
        self._blocks[index] = Block(BlockKind.FURNITURE, block.start, block.end)

    def done(self, source: str) -> tuple[Document, tuple[Run, ...]]:
        """The document of that id, and its runs."""
        self.end(BlockKind.PARAGRAPH)
        document = Document(source, "".join(self._texts), tuple(self._blocks))
        return document, tuple(self._runs)

    def _end_part(self) -> None:
        """Ends what counts as a paragraph within a cell."""
        said = False
        for i, piece in enumerate(self._pieces):
            if piece.origin is None:
                self._pieces[i] = Piece(piece.text, self.paragraph, 0)
                said = said or piece.text != " "
        self.paragraph += said
        self._breaks += bool(self._pieces) and self._pieces[-1].text not in (" ", CELL_MARK)

    def _space(self, pieces: list[Piece], at: int | None) -> None:
        if pieces and pieces[-1].text != " ":
            pieces.append(Piece(" ", at, 1 if at is not None else 0))

    def _broken(self, word: str, kind: BlockKind) -> None:
        """Settles the line breaks before a word: a new block, or a space."""
        if self._breaks and self._pieces:
            said = next((p.text for p in reversed(self._pieces) if p.text != " "), "")
            fresh = said.endswith(TERMINAL) or word[0].isupper() or _BULLET.match(word + "x")
            if self._cells:
                mark = ";" if fresh and not said.endswith((*TERMINAL, CELL_MARK)) else ""
                self._pieces += [Piece(mark, self._pieces[-1].origin, 0)] if mark else []
                self._space(self._pieces, self._pieces[-1].origin)
            elif self._breaks > 1 or (fresh and kind is not BlockKind.HEADING):
                self._flush(kind)
            else:
                self._space(self._pieces, self._pieces[-1].origin)
        self._breaks = 0

    def _flush(self, kind: BlockKind) -> None:
        self._put(self._pieces, kind, self._all_linked)
        self._put(self._aside, BlockKind.FURNITURE, False)
        self._pieces, self._aside, self._breaks, self._all_linked = [], [], 0, True

    def _put(self, pieces: list[Piece], kind: BlockKind, linked: bool) -> None:
        while pieces and pieces[-1].text == " ":
            pieces.pop()
        words = "".join(p.text for p in pieces)
        if not re.search(r"[^\W_]", words):
            return
        if self._blocks:
            self._texts.append(BETWEEN)
            self._length += len(BETWEEN)
        begin = self._length
        for piece in pieces:
            self._run(piece)
        bullet = _BULLET.match(words) if kind in (BlockKind.PARAGRAPH, BlockKind.ITEM) else None
        first = bullet.end() if bullet else 0
        kind = _kind(BlockKind.ITEM if bullet else kind, words[first:])
        self._blocks.append(Block(kind, begin + first, self._length))
        self._linked.append(linked)
        self._counted = True

    def _run(self, piece: Piece) -> None:
        """Puts a piece into the text and lengthens the last run if it goes on with it."""
        start, end = self._length, self._length + len(piece.text)
        origin = self.paragraph if piece.origin is None else piece.origin
        step = 0 if piece.origin is None else piece.step
        last = self._runs[-1] if self._runs else None
        same = last is not None and last.end == start and last.step == step
        if last and same and last.origin + step * (start - last.start) == origin:
            self._runs[-1] = Run(last.start, end, last.origin, step)
        else:
            self._runs.append(Run(start, end, origin, step))
        self._texts.append(piece.text)
        self._length = end


def _kind(kind: BlockKind, words: str) -> BlockKind:
    """What a block is, once its words are known."""
    if kind is BlockKind.FURNITURE or is_furniture(words):
        return BlockKind.FURNITURE
    asks = kind in _ASKING and CELL_MARK not in words and is_question(words)
    return BlockKind.QUESTION if asks else kind


def mark_menus(weaver: Weaver) -> None:
    """Turns items in a row that are nothing but links into furniture."""
    run: list[int] = []
    for i, (block, linked) in enumerate(weaver.blocks()):
        if linked and block.kind in (BlockKind.ITEM, BlockKind.FURNITURE):
            run.append(i)
            continue
        _menu(weaver, run)
        run = []
    _menu(weaver, run)


def _menu(weaver: Weaver, run: list[int]) -> None:
    for i in run if len(run) >= _LINKS else ():
        weaver.mark_furniture(i)
