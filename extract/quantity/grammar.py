"""Quantities in running text: ranges, bounds, vague amounts, per what.

Works on the text alone. Bounds are kept apart from numbers: "over 3 days" is (3, ∞) days.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.model import Quantity
from extract.quantity.amount import Amount, bare_plural, read_amount
from extract.quantity.bounds import bounded
from extract.quantity.cues import (
    AFTER,
    APPROXIMATE,
    BEFORE,
    CONNECTORS,
    DURING,
    FUNCTION,
    SPAN_WORDS,
    VAGUE,
    Bound,
    cue_at,
    phrase_of,
    phrases,
    table,
)
from extract.quantity.noamount import always, is_no_amount, is_number
from extract.quantity.numbers import NUMBER_WORDS
from extract.quantity.recurrence import OPENERS, TIMELESS, ending, recurring
from extract.quantity.tokens import HYPHENS, Tok, tokenize
from extract.quantity.units import Unit, UnitTable

_BEFORE, _AFTER = table(BEFORE), table(AFTER)
_APPROXIMATE, _CONNECTORS = phrases(APPROXIMATE), phrases(CONNECTORS)
_WORD = re.compile(r"[^\W\d_]+|[^\s\w]")
_STARTS = frozenset([*NUMBER_WORDS, *_BEFORE, *phrases(VAGUE), "a", "an", "between", "three"])
_NEEDED = frozenset("needed required recommended".split())
_CAPS = ("up to", "maximum of", "at most", "more than")


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity and where it stands: `text` is what stands from `start` to `end`.

    `per` is what it is counted for ("session", "day", "each"; "every" if it recurs).
    """

    start: int
    end: int
    text: str
    quantity: Quantity
    per: str | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """What the reader has so far, in tokens."""

    first: int
    next: int
    low: Amount
    high: Amount
    bound: Bound
    per: str | None = None


def find_quantities(
    text: str, units: UnitTable, bare: str | None = None
) -> tuple[QuantityMention, ...]:
    """Every quantity in a paragraph, in order of place.

    `bare` names the unit of numbers that stand without one, as in the answer "Three to four."
    """
    if not bare and not _may_hold(text, units):
        return ()
    return tuple(_mentions(text, tokenize(text), units, units.units.get(bare or "")))


def _may_hold(text: str, units: UnitTable) -> bool:
    """Whether any word is a unit or a currency: without one there is no quantity."""
    words = set(_WORD.findall(text.lower()))
    if not words.isdisjoint(units.forms) or not words.isdisjoint(units.before):
        return True
    return not words.isdisjoint(("once", "twice")) or not words.isdisjoint(TIMELESS)


def _mentions(
    text: str, toks: list[Tok], units: UnitTable, bare: Unit | None
) -> Iterator[QuantityMention]:
    i, last = 0, len(toks) - 3
    while i < last:
        timed = _without_number(text, toks, i, units) if toks[i].low in OPENERS else None
        if timed:
            yield timed[0]
            i = timed[1]
            continue
        found = _read(toks, i, units, bare) if _may_start(toks, i, units) else None
        if found is None:
            i += 1
            continue
        if not _measures_nothing(toks, found):
            yield _mention(text, toks, found, units)
        inner = found.low is found.high and found.low.resume
        i = found.low.resume if inner and _nested(toks, found) else found.next


def _without_number(
    text: str, toks: list[Tok], i: int, units: UnitTable
) -> tuple[QuantityMention, int] | None:
    """every year · yearly · for a short time: what recurs, or ends some time."""
    often = recurring(toks, i, units)
    end = often[2] if often else ending(toks, i)
    if end is None:
        return None
    quantity = Quantity(often[1].name, often[0], often[0]) if often else Quantity("day")
    start, stop = toks[i].start, toks[end - 1].end
    per = "every" if often else None
    return QuantityMention(start, stop, text[start:stop], quantity, per), end


def _measures_nothing(toks: list[Tok], found: _Found) -> bool:
    if always(found.high.value, found.high.unit, found.per):
        return True
    return is_no_amount(toks, found.first, found.next)


def _may_start(toks: list[Tok], i: int, units: UnitTable) -> bool:
    tok = toks[i]
    if tok.kind == "n":
        return not _is_list_number(toks, i)
    low = tok.low
    return low in _STARTS or low in units.forms or low in units.before or low in ("once", "twice")


def _is_list_number(toks: list[Tok], i: int) -> bool:
    """ "1- ", "2. ", "3) " at the very start."""
    mark = toks[i + 1]
    return i == 0 and mark.glued and mark.low in ".)-–" and not toks[i + 2].glued


def _nested(toks: list[Tok], found: _Found) -> bool:
    """three two-hour visits: the hours are a mention inside the visits."""
    between = toks[found.low.resume : found.next]
    return any(is_number(t) for t in between)


def _read(toks: list[Tok], i: int, units: UnitTable, bare: Unit | None) -> _Found | None:
    """The mention that starts at token `i`."""
    if toks[i].low in ("once", "twice"):
        return _times(toks, i, units)
    listed = _listed(toks, i, units)
    if listed:
        return listed
    opener = toks[i].low == "between"
    bound, j = (Bound.PLAIN, i + 1) if opener else _bound_before(toks, i)
    if bound is Bound.PLAIN and j == i and not opener and not _starts_amount(toks, i, units):
        return None
    low = read_amount(toks, j, units) or bare_plural(toks, j, units)
    if low is None:
        return None
    if bound is Bound.PLAIN and toks[i - 1].low == "from" and low.unit and low.unit.money:
        bound = Bound.FROM
    found = _range(toks, _Found(i, low.next, low, low, bound), units, opener)
    found = _with_unit(toks, found, bare) if found else None
    if found is None or (opener and found.low is found.high):
        return None
    return _tail(toks, found, units)


def _listed(toks: list[Tok], i: int, units: UnitTable) -> _Found | None:
    """The topic's unit before its number: "Visits: 2-3", "the number of visits is three"."""
    unit = units.match(toks, i) if toks[i].kind == "w" else None
    if not unit or not unit[0].plural or not unit[0].unit.named:
        return None
    j = unit[1] + (toks[unit[1]].low in _NEEDED)
    numbered = i > 1 and [t.low for t in toks[i - 2 : i]] == ["number", "of"]
    if toks[j].low != ":" and not (numbered and toks[j].low in ("is", "are")):
        return None
    bound, k = _bound_before(toks, j + 1)
    soft = phrase_of(_APPROXIMATE, toks, k)
    k = soft[1] if soft else k
    low = read_amount(toks, k, units, inside=True)
    if low is None or low.unit is not None:
        return None
    found = _range(toks, _Found(i, low.next, low, low, bound), units, False)
    return _with_unit(toks, found, unit[0].unit) if found and not found.high.unit else None


def _starts_amount(toks: list[Tok], i: int, units: UnitTable) -> bool:
    low = toks[i].low
    return low in _STARTS or toks[i].kind == "n" or low in units.before or low in units.forms


def _bound_before(toks: list[Tok], i: int) -> tuple[Bound, int]:
    """The bound at token `i`, with the words that leave a number as it is after it."""
    cue = cue_at(_BEFORE, toks, i)
    if cue is None:
        return Bound.PLAIN, i
    bound, j = cue
    if toks[j].low == "." and toks[j].glued:
        j += 1
    over = toks[i].low == "over"
    if over and i and (toks[i - 1].low in DURING):
        bound = Bound.PLAIN
    for _ in range(3):
        soft = phrase_of(_APPROXIMATE, toks, j)
        if soft is None or _is_vague_some(toks, soft, j):
            break
        if over and soft[0] in SPAN_WORDS:
            bound = Bound.PLAIN
        j = soft[1]
    more = cue_at(_BEFORE, toks, j)
    return (more[0], more[1]) if more and bound is Bound.PLAIN else (bound, j)


def _is_vague_some(toks: list[Tok], soft: tuple[str, int], j: int) -> bool:
    return soft[0] == "some" and toks[soft[1]].kind != "n" and toks[j + 1].low not in NUMBER_WORDS


def _range(toks: list[Tok], found: _Found, units: UnitTable, opener: bool) -> _Found | None:
    """Takes in the other ends: 2-3, two or three to five, 8 months to 1 year."""
    for _ in range(3):
        found = _apiece(toks, found, units)
        link = _connector(toks, found.next, opener)
        if link is None:
            break
        other = _other_end(toks, link[1], units, found)
        priced = found.high.unit is None and toks[link[1]].low in units.before  # "half – $50"
        if priced or other is None or not _fits(toks, found.high, other, link[0]):
            break
        bound = Bound.PLAIN if link[0].endswith(_CAPS) else found.bound
        if toks[found.first - 1].low == "from":
            bound = Bound.PLAIN
        found = replace(found, high=other, next=other.next, bound=bound)
        opener = False
    after = toks[found.next]
    phone = after.low in HYPHENS and after.glued and toks[found.next + 1].kind == "n"
    return None if phone and toks[found.next + 1].glued else found


def _apiece(toks: list[Tok], found: _Found, units: UnitTable) -> _Found:
    """$60 per visit to $90: what a price is for may stand between its ends."""
    priced = found.high.unit is not None and found.high.unit.money
    per = _per(toks, found.next, units) if priced and found.per is None else None
    link = _connector(toks, per[1], False) if per else None
    ends = link is not None and link[0].endswith(("to", *_CAPS))  # "3p a night, or 90 pence"
    return replace(found, per=per[0], next=per[1]) if per and ends else found


def _connector(toks: list[Tok], j: int, opener: bool) -> tuple[str, int] | None:
    if toks[j].low in HYPHENS:
        link = phrase_of(_CONNECTORS, toks, j + 1)
        if link and toks[j].glued:  # four- to six-week
            return link
        uneven = toks[j].glued != toks[j + 1].glued  # "1 -2 weeks", "1- 2 weeks"
        return None if uneven and not _between_numbers(toks, j) else ("-", j + 1)
    if opener:
        return ("and", j + 1) if toks[j].low == "and" else None
    return phrase_of(_CONNECTORS, toks, j)


def _between_numbers(toks: list[Tok], j: int) -> bool:
    """Whether digits stand on both sides, or a currency after it."""
    after = toks[j + 1]
    return after.low in ("$", "€", "£") or (toks[j - 1].kind == after.kind == "n")


def _other_end(toks: list[Tok], j: int, units: UnitTable, found: _Found) -> Amount | None:
    soft = phrase_of(_APPROXIMATE, toks, j)
    if soft and soft[0] != "the" and not _is_vague_some(toks, soft, j):
        j = soft[1]
    if found.low.value is None:
        plain = bare_plural(toks, j, units, licensed=True)
        if plain:
            return plain
    return read_amount(toks, j, units, inside=True)


def _fits(toks: list[Tok], low: Amount, high: Amount, link: str) -> bool:
    """Whether the second amount can be the other end of a range with the first."""
    one, other = low.unit, high.unit
    if one and other:
        return one.dimension == other.dimension
    if low.value is None or high.value is None:
        return other is not None
    if one and not _stands_alone(toks, high.next):
        return False
    return low.value <= high.value or (link == "-" and low.value > high.value >= 1000)


def _stands_alone(toks: list[Tok], j: int) -> bool:
    """Whether a number without unit ends there: "a day or two." but not "or two people"."""
    tok = toks[j]
    return tok.kind == "s" or tok.low in FUNCTION or tok.low.endswith(("ly", "ed"))


def _with_unit(toks: list[Tok], found: _Found, bare: Unit | None) -> _Found | None:
    """Gives both ends a unit: each other's, or the one that was asked for."""
    low, high = found.low, found.high
    unit = low.unit or high.unit
    if unit is None:
        alone = bare is not None and _stands_alone(toks, found.next)
        unit = bare if alone and low.value is not None else None
    if unit is None:
        return None
    if low is high:
        low = high = replace(low, unit=unit)
    else:
        low = _same_scale(replace(low, unit=low.unit or unit), high)
        high = replace(high, unit=high.unit or unit)
    return replace(found, low=low, high=high)


def _same_scale(low: Amount, high: Amount) -> Amount:
    """$2-4k: the scale is said once, at the end."""
    if low.value and high.value and low.value < 100 and high.value >= 1000 and low.unit:
        money = low.unit.money and high.value / 1000 > low.value
        return replace(low, value=low.value * 1000) if money else low
    return low


def _times(toks: list[Tok], i: int, units: UnitTable) -> _Found | None:
    """once a month · twice per week: a count, if it is said per what."""
    amount = Amount({"once": 1.0, "twice": 2.0}[toks[i].low], units.units["time"], i + 1)
    found = _tail(toks, _Found(i, i + 1, amount, amount, Bound.PLAIN), units)
    return found if found.per else None


def _tail(toks: list[Tok], found: _Found, units: UnitTable) -> _Found:
    """Takes in bounds and per-what after the unit, in either order."""
    for _ in range(2):
        cue = cue_at(_AFTER, toks, found.next)
        if cue and not (toks[found.next].low in ("min", "max") and toks[cue[1]].kind == "n"):
            found = replace(found, bound=cue[0], next=cue[1])
        per = _per(toks, found.next, units) if found.per is None else None
        if per:
            found = replace(found, per=per[0], next=per[1])
    every = found.first and toks[found.first - 1].low == "every"
    return replace(found, per="every") if every and not found.per else found


def _per(toks: list[Tok], j: int, units: UnitTable) -> tuple[str, int] | None:
    """per session · an hour · each · a month · /visit."""
    low = toks[j].low
    if low == "apiece":
        return "each", j + 1
    if low == "for" and toks[j + 1].low in ("each", "every"):
        return _per(toks, j + 1, units)
    if low not in ("per", "a", "an", "each", "every", "/"):
        return None
    for k in (j + 1, j + 2):
        found = units.match(toks, k)
        if found and not found[0].plural and (not found[0].mark or low in ("/", "per")):
            return found[0].unit.name, found[1]
        if low in ("a", "an", "/") or toks[k].kind != "w":
            break
    if low == "per" and toks[j + 1].kind == "w":
        return toks[j + 1].low, j + 2
    return ("each", j + 1) if low == "each" else None


def _mention(text: str, toks: list[Tok], found: _Found, units: UnitTable) -> QuantityMention:
    start, end = toks[found.first].start, toks[found.next - 1].end
    quantity = _quantity(found, units)
    return QuantityMention(start, end, text[start:end], quantity, found.per)


def _quantity(found: _Found, units: UnitTable) -> Quantity:
    """The interval: its ends in the larger of their units, then its bound."""
    a, b = found.low, found.high
    one, other = a.unit, b.unit
    assert one is not None and other is not None
    unit = one if one.factor >= other.factor else other
    low = units.convert(1.0 if a.value is None else a.value, one, unit)
    high = None if b.value is None else units.convert(b.value, other, unit)
    vague = b.value is None and (a.value is None)
    if high is not None and low > high:
        low, high = high, low
    open_ = a.value is None
    bound = a.bound if found.bound is Bound.PLAIN else found.bound
    if bound is Bound.PLAIN and b.bound is not Bound.PLAIN:
        bound = b.bound
    return bounded(Quantity(unit.name, low, high, low_open=open_, vague=vague), bound)
