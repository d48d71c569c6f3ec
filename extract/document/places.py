"""Where a stretch of a document's text stands in the file that the person has.

Lines and columns count from 1; a column counts characters (code points) of the decoded line,
without a byte order mark. Pages and paragraphs count from 1 too.
"""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from extract.model import Document


class PlaceUnit(StrEnum):
    """How a place in a file of this kind is named."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the person's file: line and column, or a paragraph, or a page.

    >>> str(Place(line=3, column=7)), str(Place(page=2))
    ('3:7', 'page 2')
    """

    line: int | None = None
    column: int | None = None
    paragraph: int | None = None
    page: int | None = None

    def __str__(self) -> str:
        if self.line is not None:
            return f"{self.line}:{self.column}"
        return f"paragraph {self.paragraph}" if self.page is None else f"page {self.page}"


@dataclass(frozen=True, slots=True)
class Run:
    """Characters `start` to `end` of a document's text, and where the first of them is from.

    `origin` is an offset into the decoded file, a paragraph's or a page's number. `step` is 1
    if each character is one further on in the file, 0 if all of them are from `origin`.
    """

    start: int
    end: int
    origin: int
    step: int = 1

    def at(self, offset: int) -> int:
        """The origin of one character of the run, or of the end if it is past it."""
        return self.origin + self.step * (min(offset, self.end) - self.start)


@dataclass(frozen=True, slots=True)
class Comment:
    """An HTML comment of the file, which is no part of the document's text.

    `text` is what stands between the marks, stripped. `offset` is that of the first character
    of the document's text after it; `place` is its own, `end` that of its last character.
    """

    text: str
    offset: int
    place: Place
    end: Place


@dataclass(frozen=True, slots=True)
class Places:
    """Leads from offsets into a document's text back to its file; runs in order of `start`.

    `rows` are the offsets into the decoded file at which its lines begin, for `PlaceUnit.LINE`.
    """

    unit: PlaceUnit
    runs: tuple[Run, ...]
    rows: tuple[int, ...] = ()
    comments: tuple[Comment, ...] = ()

    def of(self, offset: int) -> Place:
        """The place of one character; between blocks, that of the end of the block before."""
        return self._named(self._origin(offset))

    def span(self, start: int, end: int) -> tuple[Place, Place]:
        """The place of a stretch's first character, and the one after its last character."""
        if self.unit is not PlaceUnit.LINE or end <= start:
            return self.of(start), self.of(max(start, end - 1))
        return self.of(start), self._named(self._origin(end - 1) + 1)

    def _origin(self, offset: int) -> int:
        found = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        return self.runs[max(found, 0)].at(max(offset, 0)) if self.runs else 0

    def _named(self, origin: int) -> Place:
        if self.unit is PlaceUnit.LINE:
            return place_in(self.rows, origin)
        if self.unit is PlaceUnit.PARAGRAPH:
            return Place(paragraph=origin)
        return Place(page=origin)


@dataclass(frozen=True, slots=True)
class Located:
    """A document with the way back to its file."""

    document: Document
    places: Places


def rows_of(text: str) -> tuple[int, ...]:
    """The offsets at which the lines of a text begin; lines end with a line feed.

    >>> rows_of("one\\ntwo")
    (0, 4)
    """
    found, at = [0], text.find("\n")
    while at >= 0:
        found.append(at + 1)
        at = text.find("\n", at + 1)
    return tuple(found)


def place_in(rows: tuple[int, ...], origin: int) -> Place:
    """Line and column of an offset into a text whose lines begin at `rows`."""
    line = bisect_right(rows, origin)
    return Place(line=line, column=origin - rows[line - 1] + 1)


def line_places(
    source: str, runs: tuple[Run, ...], comments: Iterable[tuple[int, int, str]] = ()
) -> Places:
    """Places in a text file; comments as offset, end and inner text, in file order."""
    rows = rows_of(source)
    ordered = sorted(runs, key=lambda run: (run.origin, run.start))
    made = []
    for at, end, text in comments:
        i = bisect_right(ordered, at, key=lambda run: run.origin)
        offset = ordered[i].start if i < len(ordered) else (runs[-1].end if runs else 0)
        made.append(
            Comment(text.strip(), offset, place_in(rows, at), place_in(rows, max(at, end - 1)))
        )
    return Places(PlaceUnit.LINE, runs, rows, tuple(made))
