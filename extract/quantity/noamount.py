"""Numbers that measure nothing: ages, dates, shares, one thing after another."""

from extract.quantity.cues import NO_AMOUNT_AFTER, NO_AMOUNT_BEFORE, phrase_of, phrases
from extract.quantity.numbers import NUMBER_WORDS
from extract.quantity.tokens import HYPHENS, Tok
from extract.quantity.units import GENERAL, Unit

_AFTER = phrases(NO_AMOUNT_AFTER)
_BEFORE = frozenset(tuple(words.split()) for words, _ in NO_AMOUNT_BEFORE)


def is_no_amount(toks: list[Tok], first: int, after: int) -> bool:
    """30 years old · two weeks ago · nine out of ten visits: tokens `first` up to `after`."""
    j = after + (toks[after].low in HYPHENS)
    said = tuple(t.low for t in toks[max(0, first - 2) : first])
    if _between_them(toks, first, after) or _lines(toks, first, after):
        return True
    if phrase_of(_AFTER, toks, j) or _into_it(toks, j) or not _BEFORE.isdisjoint((said, said[-1:])):
        return True
    return first > 1 and said[-1] == "in" and is_number(toks[first - 2])


def _between_them(toks: list[Tok], first: int, after: int) -> bool:
    """ "Between two visits" counts none; "between two and six visits" does."""
    between = first > 0 and toks[first - 1].low == "between"
    several = is_number(toks[first]) and toks[first].low not in ("1", "one")
    return between and several and not any(map(is_number, toks[first + 1 : after]))


def _lines(toks: list[Tok], first: int, after: int) -> bool:
    """A picture of 1080p has lines, and costs nothing; "90p" is a price."""
    return toks[after - 1].low == "p" and toks[first].low in _PICTURES


_PICTURES = frozenset({"240", "360", "480", "576", "720", "1080", "1440", "2160", "4320"})


def _into_it(toks: list[Tok], j: int) -> bool:
    """ "A week in, it leaks": a point in time; "a week in bed" is a length."""
    return toks[j].low == "in" and toks[j + 1].low in _NOTHING_MORE


_NOTHING_MORE = frozenset({"", ".", ",", ";", "!", "?", ")", "–", "—", "and", "but", "or"})


def is_number(tok: Tok) -> bool:
    """Whether a token is digits or a number word: 3, three."""
    return tok.kind == "n" or tok.low in NUMBER_WORDS


def always(value: float | None, unit: Unit | None, per: str | None) -> bool:
    """24 hours a day · 7 days a week: all of the time, and no length of it."""
    whole = GENERAL.units.get(per or "")
    if value is None or not unit or not whole or unit.dimension != whole.dimension:
        return False
    return abs(value * unit.factor - whole.factor) < 0.01 * whole.factor
