"""HTML in: the text that a reader of the page sees, block by block, with line and column."""

import re

from extract.document.decode import decode
from extract.document.nesting import tamed
from extract.document.places import Located, Run, line_places
from extract.document.refusal import refusal
from extract.document.tags import Scan, scan
from extract.document.weave import Piece, Weaver
from extract.errors import InputError

_SPACE = " \t\n\r\f\v"
_NEAR = 20_000  # characters ahead in which a text is looked for first
_SEARCHES = 100  # through all of the file, for text that the parser moved
_GAPS = 8
_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})""", re.I
)
_HEAD = 4096  # bytes in which the encoding is declared


def read_html(source: str, data: bytes, file: str) -> Located:
    """The document of an HTML file: byte order mark, UTF-8, declared encoding, cp1252.

    Raises `InputError` for what is too large, no text, or holds no words.
    """
    return html_document(source, decode(data, file, declared_encoding(data)), file)


def html_document(source: str, text: str, file: str) -> Located:
    """The document of decoded HTML. Raises `InputError` if it holds no words."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    weaver = Weaver()
    scanned = weave_html(text, weaver)
    document, runs = weaver.done(source)
    if not document.text:
        raise no_words(file)
    return Located(document, line_places(text, runs, scanned.comments))


def no_words(file: str) -> InputError:
    """The refusal of a page without a word."""
    return refusal(file, "has no text outside of its markup; put the text into it or remove it")


def weave_html(raw: str, weaver: Weaver) -> Scan:
    """Hands the text of raw HTML to a weaver, origins counted in `raw`; what was scanned."""
    from selectolax.lexbor import LexborHTMLParser

    from extract.document.walker import walk

    scanned = scan(raw)
    tree = LexborHTMLParser(tamed(raw, scanned.tags))
    walk(tree, _Search(scanned), weaver)
    return scanned


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its head; Latin-1 means Windows-1252 there.

    Source: WHATWG Encoding Standard, names and labels.
    """
    found = _CHARSET.search(data[:_HEAD])
    if found is None:
        return None
    name = found[1].decode("ascii", "replace").lower()
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii") else name


class _Search:
    """Finds the tree's texts in the file's text, which has them in nearly the same order."""

    def __init__(self, scanned: Scan) -> None:
        self.scan, self.at = scanned, 0
        self.gaps: list[int] = []
        self.left = _SEARCHES

    def __call__(self, text: str) -> list[Piece]:
        """The text with its origins; all from the last known one if it can't be found."""
        words = text.strip(_SPACE)
        if not words:
            return [Piece(text, self._here(), 0)]
        found = self._find(words)
        if found is None:
            return [Piece(text, self._here(), 0)]
        begin = text.index(words[0])
        lead = [Piece(text[:begin], self.scan.origin(found), 0)] if begin else []
        tail = text[begin + len(words) :]
        last = self.scan.origin(found + len(words) - 1) + 1
        ends = [Piece(tail, last, 0)] if tail else []
        return [
            *lead,
            *(self._piece(r) for r in self.scan.pieces(found, found + len(words))),
            *ends,
        ]

    def _piece(self, run: Run) -> Piece:
        return Piece(self.scan.text[run.start : run.end], run.origin, run.step)

    def _here(self) -> int:
        return self.scan.origin(self.at)

    def _find(self, words: str) -> int | None:
        """Where the words are: next, at a place left out before, near ahead, or anywhere."""
        for i, place in enumerate((self.at, *self.gaps)):
            at = self._past_space(place)
            hit = self.scan.text.startswith(words, at)
            self._move(i, at + len(words) if hit else at)
            if hit:
                return at
        return self._ahead(words)

    def _move(self, i: int, at: int) -> None:
        if i:
            self.gaps[i - 1] = at
        else:
            self.at = at

    def _ahead(self, words: str) -> int | None:
        text = self.scan.text
        found = text.find(words, self.at, self.at + len(words) + _NEAR)
        if found < 0 and self.left:
            self.left -= 1
            found = text.find(words, self.at)
            if found < 0:
                found = text.find(words)
                return found if found >= 0 else None
        if found < 0:
            return None
        self.gaps = [self.at, *self.gaps][:_GAPS]
        self.at = found + len(words)
        return found

    def _past_space(self, at: int) -> int:
        text = self.scan.text
        while at < len(text) and text[at] in _SPACE:
            at += 1
        return at
