"""Reads a draft: its text, the places in the person's file, and the comments in it."""

import sys
from bisect import bisect_right
from dataclasses import dataclass
from pathlib import Path

from extract.document import read_document
from extract.document.decode import LARGEST, decode
from extract.document.plain import read_plain
from extract.model import Document
from kb.check.model import Place

STDIN = "-"
STDIN_NAME = "<stdin>"


@dataclass(frozen=True)
class Draft:
    """A draft as it was read; `name` is what the person called it."""

    name: str
    document: Document
    rows: tuple[int, ...]

    def place(self, offset: int) -> Place:
        """Where a character stands in the person's file."""
        line = bisect_right(self.rows, offset)
        return Place(line=line, column=offset - self.rows[line - 1] + 1)


def read_draft(name: str) -> Draft:
    """The draft in that file, or on standard input for `-`. Raises `InputError`."""
    if name == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
        document = read_plain(_source(name), decode(data, STDIN_NAME))
    else:
        read = read_document(Path(name))
        document = Document(_source(name), read.text, read.blocks)
    rows = (0, *(i + 1 for i, c in enumerate(document.text) if c == "\n"))
    return Draft(STDIN_NAME if name == STDIN else name, document, rows)


def _source(name: str) -> str:
    """A source's id that no file of a corpus can have."""
    return f"draft/{name}"
