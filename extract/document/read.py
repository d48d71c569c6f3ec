"""The front of this room: a file in, a document out, by the ending of its name.

A new kind of file is one reader in a file of its own and one row in `READERS`. Each reader's
libraries are imported when its first file comes.
"""

from collections.abc import Callable
from pathlib import Path

from extract.document.decode import decode
from extract.document.places import Located, Places, Run, line_places
from extract.document.plain import read_plain
from extract.document.refusal import LARGEST, refusal, refuse_length
from extract.model import Document

Reader = Callable[[str, bytes, str], Located]
"""Takes the source's id, the file's bytes and its name for messages."""

STDIN = "-"


def _read_text(source: str, data: bytes, file: str) -> Located:
    text = decode(data, file)
    refuse_length(len(text), file)
    document = read_plain(source, text)
    return Located(document, line_places(document.text, (Run(0, len(document.text), 0),)))


def _read_markdown(source: str, data: bytes, file: str) -> Located:
    from extract.document.markdown import read_markdown

    return read_markdown(source, data, file)


def _read_html(source: str, data: bytes, file: str) -> Located:
    from extract.document.html import read_html

    return read_html(source, data, file)


def _read_docx(source: str, data: bytes, file: str) -> Located:
    from extract.document.docx import read_docx

    return read_docx(source, data, file)


def _read_pdf(source: str, data: bytes, file: str) -> Located:
    from extract.document.pdf import read_pdf

    return read_pdf(source, data, file)


READERS: dict[str, Reader] = {
    ".txt": _read_text,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".docx": _read_docx,
    ".pdf": _read_pdf,
}
"""Endings, in lower case, with the reader of such files."""

_MAGIC = (
    (b"%PDF", ".pdf"),
    (b"PK\x03\x04", ".docx"),
    (b"\xd0\xcf\x11\xe0", ".docx"),
    (b"<!doctype html", ".html"),
    (b"<html", ".html"),
)
"""How a nameless file begins (lower case), with the ending it is read by; else plain text."""


def read_document(path: Path) -> Document:
    """A source's document; its id is the file's name without the ending.

    Raises `InputError`, one line with the remedy, if the file can't be read or has no text.
    """
    return read_located(path)[0]


def read_located(
    given: Path | bytes, name: str = STDIN, ending: str | None = None
) -> tuple[Document, Places]:
    """A file's document, and the places in the file of all that it says.

    `given` is a path, or the bytes that came on standard input. Bytes are read by `ending`
    (".md"), by that of `name`, or by how they begin. `name` stands in messages; a document from
    bytes has it, without the ending, as its id.
    Raises `InputError`, one line with the remedy, if the file can't be read or has no text.
    """
    if isinstance(given, bytes):
        kind = ending or Path(name).suffix or _sniffed(given)
        source, file = Path(name).stem, name
    else:
        kind, source, file = ending or given.suffix, given.stem, str(given)
    reader = READERS.get(kind.lower())
    if reader is None:
        raise refusal(file, f"can't read this kind of file; use {', '.join(READERS)}")
    located = reader(source, given if isinstance(given, bytes) else file_bytes(given), file)
    refuse_length(len(located.document.text), file)
    return located.document, located.places


def _sniffed(data: bytes) -> str:
    head = data[:100].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((kind for magic, kind in _MAGIC if head.startswith(magic.lower())), ".txt")


def file_bytes(path: Path) -> bytes:
    """What the file holds, no further than anything is read. Raises `InputError`."""
    try:
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        told = f"can't be read ({error.strerror}); check its name and permissions"
        raise refusal(str(path), told) from None
