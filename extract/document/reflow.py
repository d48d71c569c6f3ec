"""Lines with their boxes to paragraphs: what was one paragraph before it was set.

A line goes on in the next one if the next one's first word did not fit behind it, both are
of one size, and no more than a line's height lies between them.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from extract.document.lines import TERMINAL

_APART = 0.9  # of a line's height; a wider gap begins a paragraph
_SIZES = 0.2  # share by which two lines' heights may differ within a paragraph
_LARGE = 1.15  # times the usual height, from which on a line is a heading
_SLACK = 6.0  # points by which a word may miss the edge and still have been wrapped
_BULLET = re.compile(r"(?:[•‣▪▫●○◦■□◆►▶➤✓✔✅·⁃∙\uf0b7*–-]|\(?\d{1,3}[.)])\s")
_LAST_WORD = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"[^\W\d_][\u00ad‐-]$")
_KEEPS = frozenset(
    "self semi non long short well high low full half all one two three four five six seven"
    " eight nine ten off on pre post anti ultra mid multi cross co ex eco in to of a the".split()
)
"""Words before a hyphen that belongs to the word, not to the end of the line."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """A line as it is set, on its page, with its box in points from the lower left corner."""

    text: str
    page: int
    left: float
    right: float
    low: float
    high: float
    furniture: bool = False

    @property
    def height(self) -> float:
        """From the lowest to the highest edge of its letters' boxes, at least a point."""
        return max(self.high - self.low, 1.0)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's words by the page they are from; joined, they are its text.

    `large`: set clearly larger than the bulk of the text, as headings are.
    """

    parts: tuple[tuple[str, int], ...]
    furniture: bool = False
    large: bool = False


def paragraphs(lines: list[TextLine]) -> Iterator[Paragraph]:
    """The paragraphs of all pages' lines, in order; furniture within one comes after it."""
    edges, words = _right_edges(lines), _words(lines)
    usual = median(line.height for line in lines) if lines else 1.0
    held: list[TextLine] = []
    aside: list[TextLine] = []
    for line in lines:
        if line.furniture and held:
            aside.append(line)
            continue
        if line.furniture:
            yield Paragraph(((line.text, line.page),), True)
            continue
        if held and not _goes_on(held[-1], line, edges):
            yield _joined(held, words, usual)
            yield from (Paragraph(((f.text, f.page),), True) for f in aside)
            held, aside = [], []
        held.append(line)
    if held:
        yield _joined(held, words, usual)
    yield from (Paragraph(((f.text, f.page),), True) for f in aside)


def _right_edges(lines: list[TextLine]) -> dict[TextLine, float]:
    """For each line, how far the lines reach that stand close above and below it."""
    edges: dict[TextLine, float] = {}
    near: list[TextLine] = []
    for line in lines:
        if line.furniture:
            continue
        if near and not _is_close(near[-1], line):
            edges.update(dict.fromkeys(near, max(ln.right for ln in near)))
            near = []
        near.append(line)
    return edges | dict.fromkeys(near, max((ln.right for ln in near), default=0.0))


def _is_close(one: TextLine, other: TextLine) -> bool:
    """Whether the second line stands right under the first one, in the same size."""
    alike = abs(one.height - other.height) <= _SIZES * max(one.height, other.height)
    below = one.page == other.page and other.low <= one.low
    return alike and below and one.low - other.high <= _APART * one.height


def _goes_on(one: TextLine, other: TextLine, edges: dict[TextLine, float]) -> bool:
    """Whether the second line belongs to the first one's paragraph."""
    if _BULLET.match(other.text + " "):
        return False
    if _CUT.search(one.text) and other.text[:1].islower():
        return True
    if one.page != other.page or other.low > one.high:
        unfinished = not one.text.endswith(TERMINAL) and other.text[:1].islower()
        return unfinished and _is_full(one, other, edges)
    return _is_close(one, other) and _is_full(one, other, edges)


def _is_full(one: TextLine, other: TextLine, edges: dict[TextLine, float]) -> bool:
    """Whether the other line's first word had no room behind the first line."""
    per_letter = (other.right - other.left) / max(len(other.text), 1)
    word = (len(other.text.split(" ")[0]) + 1) * per_letter
    return one.right + word + _SLACK >= edges[one]


def _words(lines: list[TextLine]) -> Counter[str]:
    """All words of the text, and those with hyphens, in lower case."""
    found: Counter[str] = Counter()
    for line in lines:
        found.update(re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", line.text.lower()))
    return found


def _joined(lines: list[TextLine], words: Counter[str], usual: float) -> Paragraph:
    parts: list[tuple[str, int]] = []
    for line in lines:
        said, glue = line.text, " "
        if parts:
            before, page = parts[-1]
            if before.endswith(("\u00ad", "-", "‐")) and _FIRST_WORD.match(said):
                before, glue = _hyphenated(before, said, words), ""
            parts[-1] = (before + glue, page)
        parts.append((said, line.page))
    merged: list[tuple[str, int]] = []
    for said, page in parts:
        said = said.replace("\u00ad", "") if not said.endswith("\u00ad") else said[:-1] + "-"
        if merged and merged[-1][1] == page:
            merged[-1] = (merged[-1][0] + said, page)
        else:
            merged.append((said, page))
    return Paragraph(tuple(merged), large=lines[0].height > _LARGE * usual)


def _hyphenated(before: str, after: str, words: Counter[str]) -> str:
    """The first half of a word that a line's end cut, with its hyphen only if it has one.

    The text itself is the dictionary: what it writes elsewhere in one word or with a hyphen.
    """
    stem = before[:-1]
    head, tail = _LAST_WORD.search(stem), _FIRST_WORD.match(after)
    if head is None or tail is None:
        return stem + "-"
    one, other = head[0].lower(), tail[0].lower()
    if words[one + other]:
        return stem
    if words[f"{one}-{other}"] or one in _KEEPS or not tail[0][0].islower():
        return stem + "-"
    return stem
