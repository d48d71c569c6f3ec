"""How the tests of the readers look at what was read."""

from extract.document import Places, read_located
from extract.model import Document
from extract.parse import CELL_MARK


def read(data: str | bytes, ending: str) -> tuple[Document, Places]:
    return read_located(data.encode() if isinstance(data, str) else data, "a", ending)


def blocks(data: str | bytes, ending: str) -> list[tuple[str, str]]:
    document, _ = read(data, ending)
    return [(str(b.kind), document.text[b.start : b.end]) for b in document.blocks]


def placed(data: str | bytes, ending: str) -> list[tuple[str, str]]:
    """Each block's words with the place at which they begin."""
    document, places = read(data, ending)
    return [(str(places.of(b.start)), document.text[b.start : b.end]) for b in document.blocks]


def place(data: str | bytes, ending: str, words: str) -> str:
    """From where to where in the file some words stand."""
    document, places = read(data, ending)
    start = document.text.index(words)
    return "-".join(str(p) for p in places.span(start, start + len(words)))


def moved(source: str, ending: str) -> list[str]:
    """Characters whose place in the file holds another one; white space and entities aside."""
    document, places = read(source, ending)
    lines = source.replace("\r\n", "\n").split("\n")
    wrong = []
    for offset, char in enumerate(document.text):
        at = places.of(offset)
        assert at.line is not None and at.column is not None
        there = lines[at.line - 1][at.column - 1 : at.column]
        if there not in (char, "&") and not char.isspace() and char != CELL_MARK:
            wrong.append(f"{char!r} at {at}: {there!r}")
    return wrong
