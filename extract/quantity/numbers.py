"""Reading one number: digits with commas, decimals and fractions, and number words."""

import re

from extract.quantity.tokens import HYPHENS, Tok

ONES = dict(zip("one two three four five six seven eight nine".split(), range(1, 10), strict=True))
TEENS = {"ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15}
TEENS |= {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19}
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60}
TENS |= {"seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "dozen": 12}
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
SLASHED = {("1", "2"): 0.5, ("1", "3"): 1 / 3, ("2", "3"): 2 / 3, ("1", "4"): 0.25}
SLASHED |= {("3", "4"): 0.75}

NUMBER_WORDS = frozenset([*ONES, *TEENS, *TENS, *SCALES, *FRACTIONS, "half", "couple", "zero"])

_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?|\d{1,3}\.\d{3},\d+")
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_COMMA = re.compile(r"\d+,\d{1,2}")
_LONGEST = 15  # digits: more is no amount, and would lose precision

Read = tuple[float, int]
"""A number and the index of the token after it."""


def written(digits: str) -> float | None:
    """What digits say: 1,200.5 · 1.200.000 · 1.200,50 · 1,5; `None` for 3.2.1 and the like."""
    if len(digits) > _LONGEST:
        return None
    if _PLAIN.fullmatch(digits):
        return float(digits)
    if _THOUSANDS.fullmatch(digits):
        return float(digits.replace(",", ""))
    if _DOTTED.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    return float(digits.replace(",", ".")) if _COMMA.fullmatch(digits) else None


def cardinal(toks: list[Tok], i: int, bound: bool = False) -> Read | None:
    """The number that starts at token `i`.

    `bound` says that what touches it on the left (a currency, a dash) belongs to it.
    """
    if toks[i].kind == "n":
        return None if not bound and _part_of_code(toks, i) else _digits(toks, i)
    return _half(toks, i) or _repeated(toks, _words(toks, i))


def _repeated(toks: list[Tok], read: Read | None) -> Read | None:
    """Takes in a number said again in digits: six (6) weeks."""
    if read is None or toks[read[1]].low != "(":
        return read
    value, j = read
    same = toks[j + 1].kind == "n" and written(toks[j + 1].low) == value
    return (value, j + 3) if same and toks[j + 2].low == ")" else read


def _part_of_code(toks: list[Tok], i: int) -> bool:
    """Whether digits hang on to something before them: h264, 24/7, 10:30, #3, type-2."""
    if i == 0 or not toks[i].glued:
        return False
    before = toks[i - 1]
    if before.low in HYPHENS:
        return i > 1 and before.glued and toks[i - 2].kind in "nw"
    return before.kind in "nw" or before.low in "/:#@.,_'’"


def _digits(toks: list[Tok], i: int) -> Read | None:
    value = written(toks[i].low)
    if value is None:
        return None
    after = toks[i + 1]
    if after.glued and after.low in ("/", ":") and toks[i + 2].kind == "n":
        share = SLASHED.get((toks[i].low, toks[i + 2].low))
        return (share, i + 3) if share and after.low == "/" else None
    if after.low in FRACTIONS:
        return value + FRACTIONS[after.low], i + 2
    if after.kind == "n" and len(toks) > i + 5 and toks[i + 2].low == "/":
        share = SLASHED.get((after.low, toks[i + 3].low))
        return (value + share, i + 4) if share else None
    return _and_a_half(toks, *_scaled(toks, value, i + 1))


def _scaled(toks: list[Tok], value: float, j: int) -> Read:
    after = toks[j]
    if after.glued and after.low == "k":
        return value * 1000, j + 1
    if not after.glued and after.low in SCALES:
        return value * SCALES[after.low], j + 1
    return value, j


def _and_a_half(toks: list[Tok], value: float, j: int) -> Read:
    if toks[j].low == "and" and toks[j + 1].low in ("a", "one", "half"):
        end = j + 2 if toks[j + 1].low == "half" else j + 3
        if toks[end - 1].low == "half":
            return value + 0.5, end
    return value, j


def _half(toks: list[Tok], i: int) -> Read | None:
    """half an hour · a half-hour · three quarters of an hour · half a dozen."""
    j = i + 1 if toks[i].low == "a" and toks[i + 1].low in ("half", "quarter") else i
    if toks[j].low == "half":
        j = j + 2 if toks[j + 1].low in ("a", "an") else j + 1
        j += toks[j].low in HYPHENS and toks[j].glued
        return (6.0, j + 1) if toks[j].low == "dozen" else (0.5, j)
    share = 0.25 if toks[j].low == "quarter" else None
    if toks[i].low == "three":
        j = i + 1 + (toks[i + 1].low in HYPHENS)
        share = 0.75 if toks[j].low == "quarters" else None
    if share and toks[j + 1].low == "of" and toks[j + 2].low in ("a", "an"):
        return share, j + 3
    return None


def _ones(toks: list[Tok], j: int, past: float) -> Read | None:
    """The "five" of "twenty-five" or "twenty five"."""
    k = j + 1 if toks[j].low in HYPHENS and toks[j].glued and toks[j + 1].glued else j
    return (past + ONES[toks[k].low], k + 1) if toks[k].low in ONES else None


def _small(toks: list[Tok], j: int) -> Read | None:
    """A number word under one hundred."""
    word = toks[j].low
    if word in TENS:
        return _ones(toks, j + 1, TENS[word]) or (float(TENS[word]), j + 1)
    if word in ONES or word in TEENS:
        return float(ONES.get(word) or TEENS[word]), j + 1
    return None


def _words(toks: list[Tok], i: int) -> Read | None:
    if toks[i].low == "zero":
        return 0.0, i + 1
    if toks[i].low in FRACTIONS:
        return FRACTIONS[toks[i].low], i + 1
    counted = _couple(toks, i)
    if counted:
        return counted
    article = toks[i].low in ("a", "an") and toks[i + 1].low in SCALES
    head = (1.0, i + 1) if article else _small(toks, i)
    return _and_a_half(toks, *_grown(toks, *head)) if head else None


def _grown(toks: list[Tok], value: float, j: int) -> Read:
    """Takes in hundreds and thousands: "two hundred and fifty", "a dozen"."""
    total = 0.0
    for _ in range(6):
        if toks[j].low not in SCALES:
            break
        value, j = value * SCALES[toks[j].low], j + 1
        k = j + 1 if toks[j].low == "and" else j
        more = _small(toks, k)
        if more and value >= 1000:
            total, value, j = total + value, *more
        elif more:
            value, j = value + more[0], more[1]
    return total + value, j


def _couple(toks: list[Tok], i: int) -> Read | None:
    """(a) couple (of) · a single."""
    j = i + 1 if toks[i].low == "a" else i
    if toks[j].low == "couple":
        return 2.0, j + 2 if toks[j + 1].low == "of" else j + 1
    return (1.0, j + 1) if toks[j].low == "single" else None
