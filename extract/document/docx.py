"""Word files in: the text as it reads with all tracked changes accepted, with paragraph numbers.

mammoth makes HTML of the file, and the walker reads that: python-docx loses tracked insertions.
A paragraph's number counts paragraphs, list items and table cells that hold text.
"""

import io
import re
from typing import Any

from extract.document.package import broken, markup_of
from extract.document.places import Located, Places, PlaceUnit
from extract.document.refusal import refusal, refuse_size
from extract.document.weave import Piece, Weaver

_OLD = b"\xd0\xcf\x11\xe0"  # a compound file: old Word, or encrypted ([MS-OFFCRYPTO])
_STYLES = "p[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => h2:fresh"
_BACK = re.compile(r'<a href="#(?:foot|end)note-ref-[^"]*">[^<]*</a>')


def read_docx(source: str, data: bytes, file: str) -> Located:
    """The document of a DOCX file. Raises `InputError` for what is no such file or has no text."""
    refuse_size(len(data), file)
    if data.startswith(_OLD):
        told = "is encrypted or an old Word file; save it as .docx without a password"
        raise refusal(file, told)
    weaver = Weaver()
    _weave(_html(markup_of(data, file), file), weaver)
    document, runs = weaver.done(source)
    if not document.text:
        raise refusal(file, "has no text; put the text into it or remove it")
    return Located(document, Places(PlaceUnit.PARAGRAPH, runs))


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
        raise broken(file) from None
    return _BACK.sub("", str(made.value))


def _weave(html: str, weaver: Weaver) -> None:
    from selectolax.lexbor import LexborHTMLParser

    from extract.document.walker import walk

    walk(LexborHTMLParser(html), lambda text: [Piece(text, None, 0)], weaver)
