"""Times without a number: what recurs ("every year", "monthly") and what ends ("a short time")."""

from extract.quantity.cues import ENDING, ENDING_AFTER, RECURRING, SOON, phrase_of, phrases
from extract.quantity.tokens import Tok
from extract.quantity.units import Unit, UnitTable

_RECURRING = phrases(tuple((words, example) for words, _, example in RECURRING))
_UNITS = {words: unit for words, unit, _ in RECURRING}
_ENDING, _SOON = phrases(ENDING), phrases(SOON)
_EVERY = frozenset({"every", "each"})
_OTHER = frozenset({"other", "second"})

OPENERS = frozenset([*_RECURRING, *_EVERY, *_ENDING, *_SOON])
"""The words with which either begins."""

TIMELESS = frozenset({"while", "time", "period", *(words for words, _, _ in RECURRING)})
"""Words without which a text holds neither."""


def recurring(toks: list[Tok], i: int, units: UnitTable) -> tuple[float, Unit, int] | None:
    """How many of which unit lie between, and the index after: "every other year", "yearly"."""
    found = phrase_of(_RECURRING, toks, i)
    if found:
        return 1.0, units.units[_UNITS[found[0]]], found[1]
    if toks[i].low not in _EVERY:
        return None
    other = toks[i + 1].low in _OTHER
    form = units.match(toks, i + 1 + other)
    if not form or form[0].plural or form[0].mark or form[0].unit.dimension != "time":
        return None
    return (2.0 if other else 1.0), form[0].unit, form[1]


def ending(toks: list[Tok], i: int) -> int | None:
    """The index after a time that ends, nobody says when: "for a short time"."""
    licensed = i and toks[i - 1].low in ENDING_AFTER
    found = phrase_of(_SOON, toks, i) or (phrase_of(_ENDING, toks, i) if licensed else None)
    return found[1] if found else None
