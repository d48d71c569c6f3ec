"""Scans raw HTML once: its text with the way back to the file, its comments, its nesting.

The tree comes from a parser that forgets where things stood. Here the same text is read in
the order of the file, so that the tree's text can be found again (HTML Standard, 13.2.5).
All patterns are atomic: the time grows with the length, whatever the file holds.
"""

import html
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from extract.document.places import Run

_RAW = "script|style|textarea|title|iframe|noembed|noframes|xmp"
_TOKEN = re.compile(
    r"<!---?>|<!--(?P<comment>(?>(?:[^-]|-(?!-!?>))*+))(?:--!?>|\Z)"
    rf"|<(?P<raw>{_RAW})(?=[\s/>])(?P<inside>(?>(?:[^>=]|=\s*+(?:\"[^\"]*+(?:\"|\Z)"
    r"|'[^']*+(?:'|\Z))?+)*+))(?:>|\Z)"
    r"|</?+(?P<tag>[a-zA-Z][^\s/>]*+)(?>(?:[^>=]|=\s*+(?:\"[^\"]*+(?:\"|\Z)"
    r"|'[^']*+(?:'|\Z))?+)*+)(?:>|\Z)"
    r"|<[!?/][^>]*+(?:>|\Z)",
    re.IGNORECASE,
)
_CLOSE = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW.split("|")}
_ENTITY_LONGEST = 4000  # characters
_UNKNOWN = "\ufffd"
_ENTITY = re.compile(r"&(?:#[0-9]++;?|#[xX][0-9a-fA-F]++;?|[a-zA-Z][a-zA-Z0-9]{1,31}+;?)")


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it stands in the file."""

    name: str
    start: int
    end: int
    closes: bool


@dataclass(frozen=True, slots=True)
class Scan:
    """All text of a file, decoded, with runs that lead back; comments as offset, end, text."""

    text: str
    runs: tuple[Run, ...]
    comments: tuple[tuple[int, int, str], ...]
    tags: tuple[Tag, ...]

    def origin(self, offset: int) -> int:
        """Where a character of the text stands in the file."""
        found = bisect_right(self.runs, offset, key=lambda run: run.start) - 1
        return self.runs[found].at(offset) if found >= 0 else 0

    def pieces(self, start: int, end: int) -> Iterator[Run]:
        """The runs that make up a stretch of the text, cut to it."""
        found = max(bisect_right(self.runs, start, key=lambda run: run.start) - 1, 0)
        while found < len(self.runs) and self.runs[found].start < end:
            run = self.runs[found]
            first = max(run.start, start)
            yield Run(first, min(run.end, end), run.at(first), run.step)
            found += 1


def scan(raw: str) -> Scan:
    """What stands in raw HTML outside of its tags; never fails."""
    texts: list[str] = []
    runs: list[Run] = []
    comments: list[tuple[int, int, str]] = []
    tags: list[Tag] = []
    at = length = 0
    for token in _tokens(raw):
        length = _decode(raw, at, token.start(), texts, runs, length)
        at = token.end()
        if token["comment"] is not None:
            comments.append((token.start(), at, token["comment"]))
        elif token["tag"] is not None:
            closes = raw[token.start() + 1] == "/"
            tags.append(Tag(token["tag"].lower(), token.start(), at, closes))
    _decode(raw, at, len(raw), texts, runs, length)
    return Scan("".join(texts), tuple(runs), tuple(comments), tuple(tags))


def _tokens(raw: str) -> Iterator["_Token"]:
    """Tags and comments; an element of raw text is one token, its text included."""
    at = 0
    while (found := _TOKEN.search(raw, at)) is not None:
        end = found.end()
        if found["raw"] is not None:
            close = _CLOSE[found["raw"].lower()].search(raw, end)
            end = close.start() if close else len(raw)
        yield _Token(found, end)
        at = max(end, found.start() + 1)


@dataclass(frozen=True, slots=True)
class _Token:
    match: re.Match[str]
    last: int

    def __getitem__(self, group: str) -> str | None:
        got = self.match[group]
        return None if got is None else str(got)

    def start(self) -> int:
        return self.match.start()

    def end(self) -> int:
        return self.last


def _decode(raw: str, start: int, end: int, texts: list[str], runs: list[Run], length: int) -> int:
    """Adds a stretch of text, its entities decoded, to both lists; the length after it."""
    at = start
    for entity in _ENTITY.finditer(raw, start, end):
        told = _unescaped(entity[0])
        if told == entity[0]:
            continue
        if entity.start() > at:
            length = _put(raw[at : entity.start()], at, 1, texts, runs, length)
        length = _put(told, entity.start(), 0, texts, runs, length)
        at = entity.end()
    return _put(raw[at:end], at, 1, texts, runs, length) if end > at else length


def _unescaped(entity: str) -> str:
    """What an entity stands for; a number with more digits than Python reads is no character."""
    return html.unescape(entity) if len(entity) <= _ENTITY_LONGEST else _UNKNOWN


def _put(text: str, origin: int, step: int, texts: list[str], runs: list[Run], length: int) -> int:
    texts.append(text)
    runs.append(Run(length, length + len(text), origin, step))
    return length + len(text)
