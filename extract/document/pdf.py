"""PDF in: its text with wrapped lines rejoined, with page numbers.

Lines come with their boxes; `reflow` makes paragraphs of them. Lines that stand at the head or
foot of most pages are furniture. A scanned PDF has no text, and is refused.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from extract.document.places import Located, Places, PlaceUnit, Run
from extract.document.plain import read_plain
from extract.document.reflow import Paragraph, TextLine, paragraphs
from extract.document.refusal import refusal, refuse_length, refuse_size
from extract.document.weave import BETWEEN
from extract.model import Block, BlockKind

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage  # type: ignore[import-untyped]

_LOCK = Lock()  # pdfium is not thread-safe
_SOFT = "\u00ad"
_HEADING = 160  # characters of a paragraph that can be one, however large it is set
_EDGE = 2  # lines at the head and foot of a page that may be repeated
_MOST = 0.5  # of the pages, on which a line stands that is furniture
_PAGES = 10_000  # pages that are read; each costs time, even if all show one content
_LEAST = 3  # pages below which nothing counts as repeated
_NUMBER = re.compile(r"(?:page )?\d{1,4}(?: ?(?:of|/) ?\d{1,4})?|[-–] ?\d{1,4} ?[-–]", re.I)


def read_pdf(source: str, data: bytes, file: str) -> Located:
    """The document of a PDF. Raises `InputError` for one that is broken, encrypted or scanned."""
    refuse_size(len(data), file)
    with _LOCK:
        pages = _pages(data, file)
    if not any(pages):
        told = "has no text, only pictures (a scan?); give it a text layer with an OCR program"
        raise refusal(file, told)
    return _document(source, _without_repeated(pages))


def _pages(data: bytes, file: str) -> list[list[TextLine]]:
    from pypdfium2 import PdfDocument, PdfiumError

    try:
        document = PdfDocument(data)
        try:
            return _read(document, file)
        finally:
            document.close()
    except PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise refusal(file, "is encrypted; save it without a password") from None
        raise refusal(file, "is no PDF that can be read; export it again") from None


def _read(document: "PdfDocument", file: str) -> list[list[TextLine]]:
    """The lines of each page. Raises `InputError` as soon as there is more than can be read."""
    if len(document) > _PAGES:
        raise refusal(file, f"has more than {_PAGES:,} pages; split it")
    pages: list[list[TextLine]] = []
    length = 0
    for number in range(len(document)):
        pages.append(list(_lines(document, number)))
        length += sum(len(line.text) for line in pages[-1])
        refuse_length(length, file)
    return pages


def _lines(document: "PdfDocument", number: int) -> Iterator[TextLine]:
    page = document[number]
    text = page.get_textpage()
    try:
        chars = _characters(text)
        for begin, end in pairwise(_row_ends(text, chars)):
            line = _line(text, chars, begin, end, number + 1)
            if line:
                yield line
    finally:
        text.close()
        page.close()


def _row_ends(text: "PdfTextPage", chars: list[str]) -> list[int]:
    """Where lines begin and end; pdfium itself joins two at a hyphen that ends the first."""
    ends = [0]
    for i, char in enumerate(chars):
        wraps = char == _SOFT and i + 1 < len(chars) and not chars[i + 1].isspace()
        if char in "\r\n" or (wraps and _is_left(text, i + 1, i)):
            ends.append(i + 1)
    return [*ends, len(chars)]


def _is_left(text: "PdfTextPage", one: int, other: int) -> bool:
    return bool(text.get_charbox(one)[0] < text.get_charbox(other)[0])


def _characters(text: "PdfTextPage") -> list[str]:
    """The page's characters by index; a hyphen that pdfium knows to be soft as U+00AD."""
    import pypdfium2.raw as raw  # type: ignore[import-untyped]

    found = []
    for i in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, i)
        if code in (0x02, 0xFFFE) or raw.FPDFText_IsHyphen(text, i) == 1:
            code = ord(_SOFT)
        found.append(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else " ")
    return found


def _line(
    text: "PdfTextPage", chars: list[str], begin: int, end: int, page: int
) -> TextLine | None:
    """The words of a line with the box around its first and last character."""
    inked = [i for i in range(begin, end) if not chars[i].isspace()]
    if not inked:
        return None
    left, low, _, high = text.get_charbox(inked[0], loose=True)
    _, low2, right, high2 = text.get_charbox(inked[-1], loose=True)
    words = " ".join("".join(chars[begin:end]).replace("\x00", " ").split())
    return TextLine(words, page, left, right, min(low, low2), max(high, high2))


def _without_repeated(pages: list[list[TextLine]]) -> list[list[TextLine]]:
    """The pages' lines, heads and feet marked as furniture."""
    seen: Counter[str] = Counter()
    for lines in pages:
        seen.update({_shape(lines[i].text) for i in _edges(lines)})
    needed = max(_LEAST, int(_MOST * len(pages)) + 1)
    marked = []
    for lines in pages:
        out = {
            i
            for i in _edges(lines)
            if _NUMBER.fullmatch(lines[i].text) or seen[_shape(lines[i].text)] >= needed
        }
        marked.append([replace(ln, furniture=i in out) for i, ln in enumerate(lines)])
    return marked


def _edges(lines: list[TextLine]) -> list[int]:
    count = len(lines)
    return [i for i in range(count) if i < _EDGE or i >= count - _EDGE]


def _shape(text: str) -> str:
    """A line with its numbers left open, so that page numbers don't tell feet apart."""
    return re.sub(r"\d+", "#", text.lower())


def _document(source: str, pages: list[list[TextLine]]) -> Located:
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    marked: dict[int, Paragraph] = {}
    for paragraph in paragraphs([line for lines in pages for line in lines]):
        if texts:
            texts.append(BETWEEN)
            length += len(BETWEEN)
        marked[length] = paragraph
        for words, page in paragraph.parts:
            texts.append(words)
            runs.append(Run(length, length + len(words), page, 0))
            length += len(words)
    document = read_plain(source, "".join(texts))
    blocks = tuple(_marked(b, marked.get(b.start)) for b in document.blocks)
    return Located(replace(document, blocks=blocks), Places(PlaceUnit.PAGE, tuple(runs)))


def _marked(block: Block, paragraph: Paragraph | None) -> Block:
    """The block, with what its place and size on the page say of its kind."""
    if paragraph is None or block.kind is BlockKind.FURNITURE:
        return block
    if paragraph.furniture:
        return replace(block, kind=BlockKind.FURNITURE)
    short = block.end - block.start <= _HEADING and block.kind is not BlockKind.QUESTION
    return replace(block, kind=BlockKind.HEADING) if paragraph.large and short else block
