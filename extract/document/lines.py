"""Lines of a plain text, their list markers, and which of them are one wrapped paragraph.

Headings with "#" are those of CommonMark 0.31.2, 4.2.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum


class Mark(Enum):
    """What stands before a line's own words."""

    NONE = ""
    ITEM = "item"
    HEADING = "#"
    QUESTION = "Q:"
    ANSWER = "A:"
    QUOTE = ">"


MARKERS: tuple[tuple[Mark, str, str], ...] = (
    (Mark.HEADING, r"#{1,6}[ \t]+", "## How long it lasts"),
    (Mark.QUESTION, r"(?:Q\d{0,2}|Question(?: \d{1,2})?)[ ]?[:.)-]\s+", "Q: Does it squeak?"),
    (Mark.ANSWER, r"(?:A\d{0,2}|Answer(?: \d{1,2})?)[ ]?[:)]\s+", "A: Not at all."),
    (Mark.QUOTE, r">\s*", "> Quoted from a letter."),
    (Mark.ITEM, r"\(?\d{1,3}[.):]-?\s+", "1. It is firm."),
    (Mark.ITEM, r"\d{1,3}[ ]?[-–—][ \t]+(?!\d)", "1- It is firm"),
    (Mark.ITEM, r"\(?[a-zA-Z]\)\s+", "a) It is firm"),
    (Mark.ITEM, r"\(?[ivx]{1,4}[.)]\s+", "ii. It is firm"),
    (Mark.ITEM, r"[-–—*+o]\s+(?:\[[ xX]\]\s+)?", "- It is firm"),
    (Mark.ITEM, r"[•‣▪▫●○◦■□◆►▶➤➔→»✓✔✅☑✗✘❌⭐★·⁃∙\uf0b7]\ufe0f?(?![★⭐])\s*", "✓ It is firm"),
)
"""Markers at the start of a line, outside of its block; the first that fits counts."""

_MARKERS = tuple((mark, re.compile(pattern)) for mark, pattern, _ in MARKERS)
_WORDLESS = re.compile(r"[\W_]*")
_BULLET_BEFORE_NUMBER = 2  # "- 1. It is firm": at most so many markers

TERMINAL = (".", "!", "?", ":", ";", "…", '."', ".”", ".)", "?”", "!”")
_WIDEST = 120  # columns; longer lines were not wrapped by hand
_NARROWEST = 50
_NEAR = 16  # columns by which a full line may fall short of the wrap width
_FULL_SHARE = 0.35  # of the lines that are near the widest in a wrapped text


@dataclass(frozen=True, slots=True)
class Line:
    """One or more rows of text that are one line: `start` is after the marker.

    `blank_before` and `blank_after` say whether an empty row or nothing stands there.
    """

    start: int
    end: int
    mark: Mark = Mark.NONE
    rows: int = 1
    blank_before: bool = True
    blank_after: bool = True


@dataclass(frozen=True, slots=True)
class _Row:
    """A single line as it stands in the text."""

    start: int
    end: int
    line: Line


def joined_lines(text: str) -> tuple[Line, ...]:
    """The text's lines that hold words, hard-wrapped ones joined."""
    rows = tuple(_rows(text))
    width = _wrap_width(rows)
    return tuple(_joined(text, rows, width))


def _rows(text: str) -> Iterator[_Row]:
    start, blank = 0, True
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        line = _line(text, start, end)
        if line:
            after = text.find("\n", end + 1)
            following = text[end + 1 : after if after >= 0 else len(text)]
            yield _Row(
                start,
                line.end,
                Line(line.start, line.end, line.mark, 1, blank, not following.strip()),
            )
        blank = not line
        start = end + 1


def _line(text: str, start: int, end: int) -> Line | None:
    """The words of a line, without marker and outer white space; `None` without any."""
    raw = text[start:end]
    if not raw.strip():
        return None
    last = start + len(raw.rstrip())
    first = end - len(raw.lstrip())
    mark = Mark.NONE
    for _ in range(_BULLET_BEFORE_NUMBER):
        found = _marker(text, first, last)
        if found is None:
            break
        first, mark = found[1], mark if mark is not Mark.NONE else found[0]
    if mark is Mark.HEADING:
        last = first + len(text[first:last].rstrip("#").rstrip())
    return None if _WORDLESS.fullmatch(text, first, last) else Line(first, last, mark)


def _marker(text: str, first: int, last: int) -> tuple[Mark, int] | None:
    for mark, pattern in _MARKERS:
        found = pattern.match(text, first, last)
        if found:
            return mark, found.end()
    return None


def _wrap_width(rows: tuple[_Row, ...]) -> int | None:
    """The column at which a text was wrapped by hand; `None` if it was not."""
    lengths = [row.end - row.start for row in rows]
    if len(lengths) < 2 or not _NARROWEST <= max(lengths) <= _WIDEST:
        return None
    widest = max(lengths)
    full = sum(length > widest - _NEAR for length in lengths)
    return widest if full >= max(2, _FULL_SHARE * len(lengths)) else None


def _joined(text: str, rows: tuple[_Row, ...], width: int | None) -> Iterator[Line]:
    held: Line | None = None
    previous: _Row | None = None
    for row in rows:
        if held and previous and _runs_on(text, previous, row, width):
            held = replace(held, end=row.end, rows=held.rows + 1, blank_after=row.line.blank_after)
        else:
            if held:
                yield held
            held = row.line
        previous = row
    if held:
        yield held


def _runs_on(text: str, one: _Row, other: _Row, width: int | None) -> bool:
    """Whether the second row goes on with the first one's paragraph."""
    apart = one.line.blank_after or other.line.blank_before
    if apart or other.line.mark is not Mark.NONE:
        return False
    if one.line.mark is Mark.HEADING:
        return False
    length = one.end - one.start
    word = text[other.line.start : other.end].split(None, 1)[0]
    if width is not None:
        return length + 1 + len(word) > width and length >= _NARROWEST - _NEAR
    said = text[one.line.start : one.end]
    prose = _NARROWEST <= length <= _WIDEST and not said.endswith(TERMINAL)
    return prose and text[other.line.start].islower()
