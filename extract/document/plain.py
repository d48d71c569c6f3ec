"""Plain text to blocks: what is a heading, an item, a question, a paragraph, furniture.

The document's text is the decoded file with line ends as a line feed and nothing else changed;
blocks point into it, and leave out list markers and "Q:". The rules are general cues of scraped
pages: shape of the line, what surrounds it, and the rows of `furniture`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from extract.document.furniture import furniture_cue, is_furniture
from extract.document.lines import TERMINAL, Line, Mark, joined_lines
from extract.model import Block, BlockKind, Document

_TITLE = 160  # characters that a text's first line may have and still be its title
_HEADING = 100
_HEADING_WORDS = 14
_NOUN_PHRASE_WORDS = 10  # a heading that is not in Title Case is shorter
_QUESTION = 200
_LINK = 80  # characters of a link under "Related articles"
_LIST = 3  # so many short lines in a row are a list
_LEADING = re.compile(r":(?: ?\([^()]*\))?$")  # a lead-in, and an aside in brackets after it
_CAPITAL_SHARE = 0.6
_LABELLED = re.compile(r"[:–|] *[~<>$€£]?\d")  # "Lifespan: 25 years" is no heading
_FIGURE = re.compile(r"(?:from |up to |about )?[~<>$€£]?\d")  # how a cell with a figure opens
_SMALL = frozenset("a an the and or of for to in on at with by from is are vs as it do".split())


def read_plain(source: str, text: str) -> Document:
    """The document of a decoded plain text; `source` is its id. A text may have no blocks."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = joined_lines(text)
    kinds = _kinds(text, lines)
    blocks = (Block(kind, ln.start, ln.end) for ln, kind in zip(lines, kinds, strict=True))
    return Document(source, text, tuple(blocks))


def _kinds(text: str, lines: tuple[Line, ...]) -> list[BlockKind]:
    """Each line's kind: by itself, then by its neighbours, then by what it trails."""
    said = [text[line.start : line.end] for line in lines]
    kinds = [_by_itself(line, words) for line, words in zip(lines, said, strict=True)]
    _lists(lines, said, kinds)
    _headings(lines, said, kinds)
    _tails(said, kinds)
    _tables(lines, said, kinds)
    return kinds


def _by_itself(line: Line, words: str) -> BlockKind:
    if is_furniture(words):
        return BlockKind.FURNITURE
    asks = line.mark is Mark.QUESTION or is_question(words)
    if asks and line.mark is not Mark.ANSWER:
        return BlockKind.QUESTION
    if line.mark is Mark.HEADING:
        return BlockKind.HEADING
    return BlockKind.ITEM if line.mark is Mark.ITEM else BlockKind.PARAGRAPH


def is_question(words: str) -> bool:
    """A short line that is one question and nothing else."""
    if len(words) > _QUESTION or not words.endswith(("?", "?”", '?"')):
        return False
    held = words[:-1].replace("...", "…")  # "So... is it for you?"
    return not any(a in ".?!" and b == " " for a, b in pairwise(held))


def _is_short(line: Line, words: str) -> bool:
    """Whether a line could be a heading or a list's piece by its own shape."""
    if line.rows > 1 or line.mark is not Mark.NONE or len(words) > _HEADING:
        return False
    if _LABELLED.search(words):
        return False
    count = len(words.split())
    limit = _HEADING_WORDS if is_title_case(words) else _NOUN_PHRASE_WORDS
    return count <= limit and not words.endswith((*TERMINAL, ","))


def is_title_case(words: str) -> bool:
    """Whether most words that can be capitalised are: "What You Need to Know"."""
    names = [w for w in words.split() if w[0].isalpha() and w.lower() not in _SMALL]
    return len(names) > 1 and sum(w[0].isupper() for w in names) >= _CAPITAL_SHARE * len(names)


def _lists(lines: tuple[Line, ...], said: list[str], kinds: list[BlockKind]) -> None:
    """Marks bare lists: short lines after "…:", or three and more under a short line."""
    i = 0
    while i < len(lines):
        led = (
            i > 0
            and _LEADING.search(said[i - 1]) is not None
            and kinds[i - 1] is not BlockKind.FURNITURE
        )
        run = _run(lines, said, kinds, i, led)
        first = i if led else i + 1
        last = run - 1 if _heads(lines, said, kinds, run) else run
        if last - first >= (1 if led else _LIST):
            kinds[first:last] = [BlockKind.ITEM] * (last - first)
        i = max(run, i + 1)


def _run(
    lines: tuple[Line, ...], said: list[str], kinds: list[BlockKind], i: int, led: bool
) -> int:
    """The index after the short plain lines that begin at `i`.

    In a list that is led in, a sentence of the length of a heading may stand among them.
    """

    def short(k: int) -> bool:
        inside = k < len(lines) and kinds[k] is BlockKind.PARAGRAPH
        return inside and _is_short(lines[k], said[k])

    def among(k: int) -> bool:
        tight = short(k - 1) and short(k + 1) and not lines[k + 1].blank_before
        plain = kinds[k] is BlockKind.PARAGRAPH and lines[k].mark is Mark.NONE
        return tight and plain and not lines[k].blank_before and len(said[k]) <= _HEADING

    while short(i) or (led and i < len(lines) and among(i)):
        i += 1
    return i


def _heads(lines: tuple[Line, ...], said: list[str], kinds: list[BlockKind], run: int) -> bool:
    """Whether the last short line of a run stands over a paragraph of its own."""
    if run == len(lines) or not lines[run - 1].blank_before:
        return False
    return kinds[run] is BlockKind.PARAGRAPH and len(said[run]) > _HEADING


def _headings(lines: tuple[Line, ...], said: list[str], kinds: list[BlockKind]) -> None:
    """Marks short lines that have something under them, and the text's title."""
    content = [i for i, kind in enumerate(kinds) if kind is not BlockKind.FURNITURE]
    for i, below in pairwise(content):
        if kinds[i] is BlockKind.PARAGRAPH and _is_short(lines[i], said[i]):
            longer = len(said[below]) > len(said[i]) or kinds[below] is not BlockKind.PARAGRAPH
            if longer or is_title_case(said[i]):
                kinds[i] = BlockKind.HEADING
    if len(content) > 1 and _is_title(lines[content[0]], said[content[0]], kinds[content[0]]):
        kinds[content[0]] = BlockKind.HEADING


def _is_title(line: Line, words: str, kind: BlockKind) -> bool:
    """Whether a text's first line is its title, be it a question or a sentence."""
    if kind is BlockKind.QUESTION:
        return line.mark is Mark.NONE and is_title_case(words)
    plain = kind is BlockKind.PARAGRAPH and line.mark is Mark.NONE and line.rows == 1
    titled = not words.endswith((".", ":", ";", ",")) or is_title_case(words)
    return plain and len(words) <= _TITLE and titled


def _tables(lines: tuple[Line, ...], said: list[str], kinds: list[BlockKind]) -> None:
    """Marks lines of as many cells, some of them figures, as rows of a table and no menu."""
    cells = [[p.strip() for p in words.strip("| ").split("|")] for words in said]
    i = 0
    while i < len(said):
        run = i + 1
        while run < len(said) and len(cells[run]) == len(cells[i]) and not lines[run].blank_before:
            run += 1
        figured = any(_FIGURE.match(c) for row in cells[i + 1 : run] for c in row[1:])
        if len(cells[i]) > 2 and figured:
            kinds[i:run] = [BlockKind.PARAGRAPH] * (run - i)
        i = run


def _tails(said: list[str], kinds: list[BlockKind]) -> None:
    """Marks the links under "Related articles" and its like."""
    for i in _under_tails(said):
        kinds[i] = BlockKind.FURNITURE


def _under_tails(said: list[str]) -> Iterator[int]:
    under = False
    for i, words in enumerate(said):
        cue = furniture_cue(words)
        if cue is not None:
            under = under or cue.tail
        elif under and (len(words) > _LINK or words.endswith((".", ":"))):
            under = False
        elif under:
            yield i
