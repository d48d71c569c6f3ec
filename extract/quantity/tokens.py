"""A small tokenizer for the quantity grammar: numbers, words and single marks.

Every token's `start` and `end` count characters of the text that was given.
"""

import re
from functools import lru_cache
from typing import NamedTuple

HYPHENS = frozenset("-‐‑‒–—−")
"""Those characters with Unicode's property Dash (UAX 44) that stand in English text."""
_TOKEN = re.compile(r"(\d+(?:[.,]\d+)*)|([^\W\d_]+(?:['’][^\W\d_]+)?)|([^\s\w]|_)")


class Tok(NamedTuple):
    """One token; `low` is lower case with straight quotes, `glued` if it touches the last one.

    `kind` is "n" for digits, "w" for a word, "s" for a mark.
    """

    low: str
    start: int
    end: int
    kind: str
    glued: bool


END = Tok("", -1, -1, "s", False)
"""Stands for what is before the first and after the last token."""


@lru_cache(maxsize=4)
def tokenize(text: str) -> list[Tok]:
    """The tokens of a text, followed by three `END`s so that rules may look ahead."""
    found: list[Tok] = []
    last = -1
    for m in _TOKEN.finditer(text):
        start, end = m.span()
        found.append(Tok(_low(m[0]), start, end, " nws"[m.lastindex or 0], start == last))
        last = end
    return [*found, END, END, END]


@lru_cache(maxsize=1 << 14)
def _low(word: str) -> str:
    return word.lower().replace("’", "'")


def phrase_at(toks: list[Tok], i: int, words: tuple[str, ...]) -> bool:
    """Whether these words stand side by side from token `i` on."""
    if toks[i].low != words[0]:  # nearly always
        return False
    return [tok.low for tok in toks[i : i + len(words)]] == [*words]
