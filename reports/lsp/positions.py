"""Places in a draft as editors count them: lines from 0, columns in code units of an encoding.

Lines end with a line feed, a carriage return, or both, and with nothing else. What an editor
says of a text that it has changed since is taken to the nearest place that there is.
"""

import re
from functools import cached_property

from lsprotocol.types import Position, PositionEncodingKind, Range

from extract.document.places import Place

_ENDS = re.compile(r"\r\n|\r|\n")
_SIZES = {PositionEncodingKind.Utf8: "utf-8", PositionEncodingKind.Utf16: "utf-16-le"}
_MARK = "\ufeff"


class EditorText:
    """A text as the editor has it."""

    def __init__(self, text: str, encoding: str = PositionEncodingKind.Utf16) -> None:
        self.text = text
        self._encoding = _SIZES.get(PositionEncodingKind(encoding))

    @cached_property
    def read(self) -> bytes:
        """The text as the bytes that are read: one line feed a line, nothing that is no text."""
        whole = _ENDS.sub("\n", self.text).replace("\0", "\ufffd")
        return whole.removeprefix(_MARK).encode("utf-8", "replace")

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return _ENDS.split(self.text)

    def position(self, place: Place) -> Position:
        """A place of the text that was read, for the editor."""
        line = min(max((place.line or 1) - 1, 0), len(self.lines) - 1)
        words = self.lines[line]
        column = (place.column or 1) - 1 + (line == 0 and words.startswith(_MARK))
        return Position(line, sum(map(self._units, words[:column])))

    def range(self, start: Place, end: Place) -> Range:
        """From one place to another."""
        return Range(self.position(start), self.position(end))

    def _units(self, character: str) -> int:
        if self._encoding is None:
            return 1
        if self._encoding == "utf-16-le":
            return 1 + (ord(character) > 0xFFFF)
        return len(character.encode("utf-8", "replace"))


def order(position: Position) -> tuple[int, int]:
    """By which positions are compared."""
    return position.line, position.character


def touches(one: Range, other: Range) -> bool:
    """Whether two ranges share a place; one that is empty touches what it lies in or beside."""
    return order(one.start) <= order(other.end) and order(other.start) <= order(one.end)
