"""Where the words of a document stand in the Word file that it was read from.

Both say the same words in the same order, but for marks that one of them leaves out. So blocks
are looked for in turn in all that the file says, white space aside; a block that reads otherwise
there is fitted in between its neighbours.
"""

from bisect import bisect_right, insort
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from docx.oxml.ns import qn

from extract.model import Document

_UNREAD = frozenset(
    map(qn, ("w:del", "w:moveFrom", "w:pict", "w:object", "w:drawing", "w:txbxContent"))
) | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
_RUN, _TEXT, _PROPERTIES = qn("w:r"), qn("w:t"), qn("w:rPr")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
SLACK = 300  # characters that the file may say before a block and the document does not
LONGEST = 2_000  # characters of a block that is fitted in


@dataclass(frozen=True, slots=True)
class Letter:
    """One character of the file: its element, and its place in that element's text."""

    text: Any
    index: int


class WordText:
    """The characters of a Word file's body, and which of a document's offsets each stands for."""

    def __init__(self, body: Any, document: Document) -> None:
        self._letters = tuple(_letters(body))
        self._said = "".join(letter.text.text[letter.index] for letter in self._letters)
        self._at = dict(sorted(self._aligned(document)))
        self._offsets = list(self._at)

    def span(self, start: int, end: int) -> tuple[Letter, Letter] | None:
        """The first and the last character of a stretch of the document; None if not there."""
        first, after = (bisect_right(self._offsets, n - 1) for n in (start, end))
        if first == after:
            return None
        ends = self._offsets[first], self._offsets[after - 1]
        return self._letters[self._at[ends[0]]], self._letters[self._at[ends[1]]]

    def near(self, offset: int) -> tuple[Letter, Letter] | None:
        """The paragraph that stands where a stretch should; None if the file has no words."""
        if not self._letters:
            return None
        before = bisect_right(self._offsets, offset) - 1
        letter = self._letters[self._at[self._offsets[before]] if before >= 0 else 0]
        paragraph = _paragraph(letter)
        inside = [other for other in self._letters if _paragraph(other) is paragraph]
        return inside[0], inside[-1]

    def _aligned(self, document: Document) -> Iterator[tuple[int, int]]:
        """Offsets of the document with the numbers of their characters in the file."""
        at = 0
        missed: list[list[int]] = []
        for block in document.blocks:
            offsets = _offsets(document.text, block.start, block.end)
            words = "".join(document.text[n] for n in offsets)
            room = SLACK + sum(map(len, missed))
            found = self._said.find(words, at, at + room + len(words))
            if found < 0:
                missed.append(offsets)
                continue
            yield from self._fitted(document, missed, at, found)
            yield from zip(offsets, range(found, found + len(words)), strict=True)
            at, missed = found + len(words), []
        yield from self._fitted(document, missed, at, at + SLACK + sum(map(len, missed)))

    def _fitted(
        self, document: Document, missed: list[list[int]], start: int, end: int
    ) -> Iterator[tuple[int, int]]:
        """What can be found of blocks that read otherwise, between these two characters."""
        offsets = [n for block in missed for n in block][:LONGEST]
        words = "".join(document.text[n] for n in offsets)
        there = self._said[start : min(end, start + 2 * LONGEST)]
        match = SequenceMatcher(None, words, there, autojunk=False)
        for a, b, size in match.get_matching_blocks():
            yield from ((offsets[a + n], start + b + n) for n in range(size))


class Cuts:
    """Cuts runs in two, so that a stretch of characters has runs of its own."""

    def __init__(self) -> None:
        self._pieces: dict[Any, list[tuple[int, Any]]] = {}

    def runs(self, first: Letter, last: Letter) -> tuple[Any, Any]:
        """The run that begins with the one, and the run that ends with the other character."""
        start, piece = self._piece(first)
        self._cut(first.text, start, piece, first.index)
        start, piece = self._piece(last)
        self._cut(last.text, start, piece, last.index + 1)
        return self._piece(first)[1].getparent(), self._piece(last)[1].getparent()

    def _piece(self, letter: Letter) -> tuple[int, Any]:
        """The element that has the character now, and where that one begins."""
        pieces = self._pieces.setdefault(letter.text, [(0, letter.text)])
        return pieces[bisect_right(pieces, letter.index, key=lambda piece: piece[0]) - 1]

    def _cut(self, text: Any, start: int, piece: Any, index: int) -> None:
        at = index - start
        if 0 < at < len(piece.text):
            new = piece.makeelement(_TEXT)
            new.text, piece.text = piece.text[at:], piece.text[:at]
            for half in (piece, new):
                half.set(_SPACE, "preserve")
            piece.addnext(new)
            insort(self._pieces[text], (index, new), key=lambda found: found[0])
            piece = new
        elif at:
            piece = piece.getnext()
        if piece is not None:
            _part(piece)


def _part(child: Any) -> None:
    """Makes this and what follows it in its run a run of its own, of the same looks."""
    run = child.getparent()
    before = [c for c in run[: run.index(child)] if c.tag != _PROPERTIES]
    if not before:
        return
    new = run.makeelement(_RUN, dict(run.attrib))
    looks = run.find(_PROPERTIES)
    if looks is not None:
        new.append(deepcopy(looks))
    for each in run[run.index(child) :]:
        new.append(each)
    run.addnext(new)


def _letters(body: Any) -> Iterator[Letter]:
    """What the file says with all changes accepted, white space aside, in reading order."""
    for child in body:
        if child.tag == _TEXT and child.getparent().tag == _RUN:
            words = child.text or ""
            yield from (Letter(child, n) for n, c in enumerate(words) if not c.isspace())
        elif child.tag not in _UNREAD:
            yield from _letters(child)


def _offsets(text: str, start: int, end: int) -> list[int]:
    return [n for n in range(start, end) if not text[n].isspace()]


def _paragraph(letter: Letter) -> Any:
    return next(letter.text.iterancestors(qn("w:p")), None)
