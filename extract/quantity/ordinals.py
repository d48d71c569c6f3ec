"""Ordinals: first, fifth, 10th. They are places in a row, never amounts."""

import re

from extract.quantity.tokens import Tok

WORDS = dict(
    zip(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
        range(1, 13),
        strict=True,
    )
)
WORDS |= {"thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "twentieth": 20, "thirtieth": 30}
_SUFFIX = frozenset(("st", "nd", "rd", "th"))
_FEW_DIGITS = re.compile(r"\d{1,4}")


def ordinal_at(toks: list[Tok], i: int) -> tuple[int, int] | None:
    """The ordinal at token `i` ("fifth", "10th") and the index after it."""
    tok, after = toks[i], toks[i + 1]
    if tok.low in WORDS:
        return WORDS[tok.low], i + 1
    digits = tok.kind == "n" and _FEW_DIGITS.fullmatch(tok.low)
    return (int(tok.low), i + 2) if digits and after.glued and after.low in _SUFFIX else None
