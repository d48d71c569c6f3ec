"""Reads a draft: its text, the places in the person's file, and the comments in it."""

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extract.document import READERS, Places, read_located
from extract.document.decode import LARGEST
from extract.errors import InputError
from extract.model import Document

STDIN = "-"
STDIN_NAME = "<stdin>"


@dataclass(frozen=True)
class Draft:
    """A draft as it was read; `name` is what the person called it."""

    name: str
    document: Document
    places: Places


def read_draft(name: str, ending: str | None = None) -> Draft:
    """The draft in that file, or on standard input for `-`, read as a file of that ending.

    Raises `InputError`.
    """
    if name == STDIN:
        data = sys.stdin.buffer.read(LARGEST + 1)
        document, places = read_located(data, STDIN_NAME, ending)
        name = STDIN_NAME
    else:
        document, places = read_located(Path(name))
    return as_draft(name, document, places)


def as_draft(name: str, document: Document, places: Places) -> Draft:
    """What was read as a draft of that name."""
    name = name.encode("utf-8", "replace").decode("utf-8")  # whatever bytes it is made of
    # No source of a corpus has a name with a slash.
    return Draft(name, replace(document, source=f"draft/{name}"), places)


def named(names: Iterable[str]) -> Iterator[str]:
    """The drafts that are meant: a folder means the files in it that can be read.

    Raises `InputError` for a folder without any.
    """
    for name in names:
        if name == STDIN or not Path(name).is_dir():
            yield name
            continue
        files = sorted(p for p in Path(name).rglob("*") if p.suffix.lower() in READERS)
        if not files:
            line = f"{name}: holds no draft; give files that end in {', '.join(READERS)}"
            raise InputError(line, "KB401")
        yield from (str(p) for p in files)
