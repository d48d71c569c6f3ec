"""What the parser is shown in place of a text: same length, but without what misleads it.

Every change is one character for one, so offsets hold. Tokens keep the text as it stands.
"""

import re
from collections.abc import Iterator

from extract.parse import CELL_MARK

PIECE = 5_000

# Controls, separators and direction marks; a no-break space parses as a word of its own.
_BLANK = re.compile(
    r"[\x00-\x1f\x7f-\xa0\u1680\u2000-\u200b\u200e\u200f\u2028-\u202f\u205f-\u2069\u3000\ufeff]"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHOUT = re.compile(r"\b[A-Z][A-Z'’]+(?:[ ,&-]+(?:[A-Z]['’A-Z]+|A|I)\b){2,}")
_END = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=\S)")
_SPACE = re.compile(r"\s+(?=\S)")
_CELL = re.compile(rf"[^{CELL_MARK}]+")


def _lower(text: str) -> str:
    """Lower case, save where that would change the length (İ)."""
    low = text.lower()
    return low if len(low) == len(text) else text


def titled(text: str) -> bool:
    """Whether a text is set like a headline ("Natural Results With No Downtime")."""
    long = [w for w in _WORD.findall(text) if len(w) > 3]
    return len(long) > 1 and sum(w[0].isupper() for w in long) >= 0.75 * len(long)


def plain(text: str) -> str:
    """The text as the parser is shown it, of the same length.

    Line ends, controls and odd spaces become spaces. Headlines and words in capitals are
    lower-cased: the pipeline takes "Lasts Ten Years" for a name.
    """
    text = _BLANK.sub(" ", text)
    if titled(text):
        return text[:1] + _lower(text[1:])
    return _SHOUT.sub(lambda m: _lower(m[0]), text)


def pieces(text: str, size: int = PIECE) -> Iterator[tuple[int, str]]:
    """The text in pieces of at most `size` characters, each with its offset.

    Cut after a sentence, else at white space, else anywhere. A short text is one piece, but for
    a table's row: each of its cells is a piece.
    """
    cells = [c for c in _CELL.finditer(text) if c[0].strip()] if CELL_MARK in text else ()
    for start, end in [c.span() for c in cells] or [(0, len(text))]:
        while end - start > size:
            cut = _cut(text, start, start + size)
            yield start, text[start:cut]
            start = cut
        yield start, text[start:end]


def _cut(text: str, start: int, end: int) -> int:
    """The best place to cut in the second half of a window."""
    middle = (start + end) // 2
    for mark in (_END, _SPACE):
        places = [m.end() for m in mark.finditer(text, middle, end + 1) if m.end() <= end]
        if places:
            return places[-1]
    return end
