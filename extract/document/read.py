"""The front of this room: a file in, a document out, by the ending of its name.

A new kind of file is one reader in a file of its own and one row in `READERS`.
"""

from collections.abc import Callable
from pathlib import Path

from extract.document.decode import CODE, LARGEST, decode
from extract.document.plain import read_plain
from extract.errors import InputError
from extract.model import Document

Reader = Callable[[str, bytes, str], Document]
"""Takes the source's id, the file's bytes and its name for messages."""


def _read_text(source: str, data: bytes, file: str) -> Document:
    return read_plain(source, decode(data, file))


READERS: dict[str, Reader] = {".txt": _read_text}
"""Endings, in lower case, with the reader of such files."""


def read_document(path: Path) -> Document:
    """A source's document; its id is the file's name without the ending.

    Raises `InputError`, one line with the remedy, if the file can't be read or has no text.
    """
    reader = READERS.get(path.suffix.lower())
    if reader is None:
        raise InputError(f"{path}: can't read this kind of file; use {', '.join(READERS)}", CODE)
    return reader(path.stem, _bytes(path), str(path))


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        told = f"can't be read ({error.strerror}); check its name and permissions"
        raise InputError(f"{path}: {told}", CODE) from None
