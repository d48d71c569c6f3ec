"""Word files in: the text as it reads with all tracked changes accepted, with paragraph numbers.

mammoth makes HTML of the file, and the walker reads that: python-docx loses tracked insertions.
A paragraph's number counts paragraphs, list items and table cells that hold text.
"""

import io
import re
import zipfile
from typing import Any

from extract.document.places import Located, Places, PlaceUnit
from extract.document.refusal import refusal, refuse_size
from extract.document.weave import Piece, Weaver

_UNPACKED = 200_000_000  # bytes that a file may unpack to
_MARKUP = 40_000_000  # bytes of XML that are read
_DOCUMENT = "word/document.xml"
_OLD = b"\xd0\xcf\x11\xe0"  # a compound file: old Word, or encrypted ([MS-OFFCRYPTO])
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-[^"]*">[^<]*</a>')


def read_docx(source: str, data: bytes, file: str) -> Located:
    """The document of a DOCX file. Raises `InputError` for what is no such file or has no text."""
    refuse_size(len(data), file)
    if data.startswith(_OLD):
        told = "is encrypted or an old Word file; save it as .docx without a password"
        raise refusal(file, told)
    _refuse_bomb(data, file)
    weaver = Weaver()
    _weave(_html(data, file), weaver)
    document, runs = weaver.done(source)
    if not document.text:
        raise refusal(file, "has no text; put the text into it or remove it")
    return Located(document, Places(PlaceUnit.PARAGRAPH, runs))


def _refuse_bomb(data: bytes, file: str) -> None:
    broken = refusal(file, "is no Word file that can be read; open it and save it as .docx again")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
            locked = any(entry.flag_bits & 1 for entry in archive.infolist())
            if locked:
                raise refusal(file, "is encrypted; save it without a password")
            markup = sum(size for name, size in sizes.items() if name.endswith(".xml"))
            if sum(sizes.values()) > _UNPACKED or markup > _MARKUP:
                raise refusal(file, "unpacks to more than can be read; split it")
            if b"<!DOCTYPE" in archive.read(_DOCUMENT)[:2000]:
                raise broken
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, ValueError, NotImplementedError):
        raise broken from None
    except zipfile.zlib.error:  # type: ignore[attr-defined]
        raise broken from None


def _html(data: bytes, file: str) -> str:
    import mammoth  # type: ignore[import-untyped]

    def no_picture(image: object) -> list[Any]:
        return []

    try:
        made = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=no_picture,
        )
    # mammoth has no errors of its own: broken XML, missing parts and wrong values come as they are
    except Exception:
        told = "is no Word file that can be read; open it and save it as .docx again"
        raise refusal(file, told) from None
    return _BACK.sub("", str(made.value))


def _weave(html: str, weaver: Weaver) -> None:
    from selectolax.lexbor import LexborHTMLParser

    from extract.document.walker import walk

    walk(LexborHTMLParser(html), lambda text: [Piece(text, None, 0)], weaver)
