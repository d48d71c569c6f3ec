"""The label that opens a block and asks what stands after it: "Price: …", "Pain – none", a cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.parse import CELL_MARK, Parse, Token

_LONGEST = 6  # tokens of the longest label
_LINE = 24  # tokens of a line that white space may part
_APART = re.compile(r"\t|[ \xa0]{3}")
_DASHES = ("–", "—", "-", "|")
_ASKING = frozenset({"how", "what", "who", "when", "where"})
_STOPS = frozenset({".", "?", "!", ";", ","})


@dataclass(frozen=True, slots=True)
class Label:
    """The tokens of a label: those before `stop`; what it labels begins at `start`.

    `row`: it is the first cell of a table's row, which asks or names and says nothing itself.
    """

    stop: int = 0
    start: int = 0
    row: bool = False


NO_LABEL = Label()


def parted(parse: Parse) -> tuple[Parse, Label]:
    """The paragraph with the label that opens it, if any, as a sentence of its own."""
    at = _label(parse)
    return (_cut(parse, at.start), at) if at.stop else (parse, at)


def columns(parse: Parse) -> int:
    """Into how many cells a line without a finite verb is parted."""
    return (
        1 if _says(parse.tokens[:_LINE]) else 1 + sum(1 for m in _marks(parse) if _cell(parse, m))
    )


def cells(parse: Parse) -> tuple[range, ...]:
    """The cells of a line without a finite verb, an outer bar left out."""
    tokens = parse.tokens
    marks = [] if _says(tokens[:_LINE]) else [m for m in _marks(parse) if _cell(parse, m)]
    starts = [int(tokens[0].text == "|"), *(m.start for m in marks)]
    ends = [*(m.stop for m in marks), len(tokens)]
    parts = (range(a, b) for a, b in zip(starts, ends, strict=True) if a < b)
    return tuple(r for r in parts if any(tokens[i].text != "|" for i in r))


def _cell(parse: Parse, at: Label) -> bool:
    return at.start == at.stop or parse.tokens[at.stop].text == "|"


def _label(parse: Parse) -> Label:
    tokens = parse.tokens
    if CELL_MARK in parse.text:
        stop = sum(t.start < parse.text.index(CELL_MARK) for t in tokens)
        return Label(stop, stop, row=True)
    colon = next((t.i for t in tokens[:_LONGEST] if t.text == ":"), 0)
    marks = [Label(colon, colon + 1)] if colon else [*_marks(parse)]
    row = len(marks) == 1 and (colon or not _says(tokens[marks[0].start : _LINE]))
    if not row or marks[0].start >= len(tokens):
        return NO_LABEL
    name, rest = tokens[: marks[0].stop], tokens[marks[0].start]
    if not 0 < len(name) <= _LONGEST or any(t.text in _STOPS for t in name):
        return NO_LABEL
    asks = name[0].lower in _ASKING and rest.pos not in ("VERB", "AUX")
    cell = len(name) == 1 and not colon  # a lone noun, taken for a command
    return NO_LABEL if _says(name) and not (asks or cell) else marks[0]


def _marks(parse: Parse) -> Iterator[Label]:
    """Where a line is parted by a dash or bar that stands apart, or by white space."""
    for before, token in zip(parse.tokens, parse.tokens[1:_LINE], strict=False):
        gap = parse.text[before.end : token.start]
        after = parse.text[token.end : token.end + 1]
        if token.text in _DASHES and gap and after.isspace():
            yield Label(token.i, token.i + 1)
        elif _APART.search(gap) and before.text not in _DASHES:
            yield Label(token.i, token.i)


def _says(tokens: Sequence[Token]) -> bool:
    return any(t.finite for t in tokens)


def _cut(parse: Parse, start: int) -> Parse:
    """The parse with no arc across `start`, and a sentence that ends there."""
    last = next(last for _, last in parse.sentences if last > start)
    head, body = parse.tokens[:start], parse.tokens[start:last]
    tokens = (*_rooted(head), *_rooted(body), *parse.tokens[last:])
    later = (s for s in parse.sentences if s[0] >= last)
    return Parse(parse.text, tokens, ((0, start), (start, last), *later))


def _rooted(tokens: Sequence[Token]) -> Iterator[Token]:
    """The tokens as one sentence: what hung on others is its root, or hangs on that."""
    mine = {t.i for t in tokens}
    loose = [t for t in tokens if t.head not in mine or t.head == t.i]
    root = next((t for t in loose if t.pos != "PUNCT"), loose[0])
    for token in tokens:
        if token.i == root.i:
            yield replace(token, head=token.i, dep="root")
        elif token.head not in mine or token.head == token.i:
            yield replace(token, head=root.i, dep="punct" if token.pos == "PUNCT" else "dep")
        else:
            yield token
