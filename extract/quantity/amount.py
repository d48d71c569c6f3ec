"""Reading one amount: a number or a vague word, with the unit that follows or precedes it."""

from dataclasses import dataclass, replace

from extract.quantity.cues import (
    FULL,
    FUNCTION,
    LICENCE,
    NUMBER_AFTER,
    VAGUE,
    Bound,
    cue_at,
    phrase_of,
    phrases,
    table,
)
from extract.quantity.numbers import NUMBER_WORDS, cardinal, written
from extract.quantity.tokens import END, HYPHENS, Tok
from extract.quantity.units import Form, Unit, UnitTable

_VAGUE = phrases(VAGUE)
_NUMBER_AFTER = table(NUMBER_AFTER)
_GAP = 3  # words between a number and a topic's unit: "three half-price follow-up visits"
_STEP = 62  # at most so many of the smaller unit make the larger: 60 minutes, 31 days
_MASS_BEFORE = frozenset("weigh weighs weighing weighed lose lost losing gain gained lift".split())
_MASS_AFTER = frozenset("of heavier lighter overweight".split())


@dataclass(frozen=True, slots=True)
class Amount:
    """A number (`None`: a vague one) with its unit, if it has one of its own.

    `next` is the index after it, `resume` where scanning may find a mention inside it.
    """

    value: float | None
    unit: Unit | None
    next: int
    bound: Bound = Bound.PLAIN
    resume: int = 0


def read_amount(toks: list[Tok], i: int, units: UnitTable, inside: bool = False) -> Amount | None:
    """The amount that starts at token `i`; `inside` a range it may touch a dash before it."""
    return (
        _money(toks, i, units)
        or _vague(toks, i, units)
        or _article(toks, i, units)
        or _number(toks, i, units, inside)
    )


def bare_plural(toks: list[Tok], i: int, units: UnitTable, licensed: bool = False) -> Amount | None:
    """A plural time unit without a number: "lasts years". Licensed by the word before it."""
    found = units.match(toks, i)
    if not found or not found[0].plural or found[0].mark:
        return None
    form, j = found
    before = toks[i - 1].low if i else ""
    if form.unit.dimension != "time" or not (licensed or before in LICENCE):
        return None
    return Amount(None, form.unit, j)


def _money(toks: list[Tok], i: int, units: UnitTable) -> Amount | None:
    """$2,000 · US$ 1.5 million · €1.200."""
    found = units.match_before(toks, i)
    read = cardinal(toks, found[1], bound=True) if found else None
    if not found or not read:
        return None
    value, j = read
    unit = found[0].unit
    if unit.name == "EUR" and _three_digits(toks[found[1]].low):
        value *= 1000
    if toks[j].low in ("m", "mn") and toks[j].glued:
        value, j = value * 1_000_000, j + 1
    again = units.match(toks, j)
    if again and again[0].unit.money and not _of_next(toks, j, units):
        unit, j = (again[0].unit if unit.name == "USD" else unit), again[1]
    return _after_number(toks, Amount(value, unit, j))


def _of_next(toks: list[Tok], j: int, units: UnitTable) -> bool:
    """Whether the currency mark at `j` stands before a number of its own: "$40 €35"."""
    found = units.match_before(toks, j)
    return found is not None and toks[found[1]].kind == "n"


def _three_digits(digits: str) -> bool:
    head, dot, tail = digits.partition(".")
    return bool(dot) and len(tail) == 3 and 1 <= len(head) <= 3 and head.isdigit()


def _vague(toks: list[Tok], i: int, units: UnitTable) -> Amount | None:
    found = phrase_of(_VAGUE, toks, i)
    if not found:
        return None
    phrase, j = found
    hyphen = toks[j].low in HYPHENS
    unit = _unit_after(toks, j + hyphen, units)
    if not unit or unit[0].mark or not (unit[0].plural or hyphen or phrase == "multiple"):
        return None
    return Amount(None, unit[0].unit, unit[1], resume=i + 1)


def _article(toks: list[Tok], i: int, units: UnitTable) -> Amount | None:
    """a week · an hour · a full day: only of time, where nothing else is meant by it."""
    if toks[i].low not in ("a", "an") or _counts_per(toks, i):
        return None
    j = i + 2 if toks[i + 1].low in FULL else i + 1
    found = units.match(toks, j)
    if not found or found[0].plural or found[0].mark or found[0].unit.dimension != "time":
        return None
    if found[0].unit.name == "second" and not _closed(toks, found[1]):
        return None
    return _and_more(toks, Amount(1.0, found[0].unit, found[1]), units)


def _counts_per(toks: list[Tok], i: int) -> bool:
    """Whether "a day" says per what: "eight cups a day", "twice a day"."""
    if i and toks[i - 1].low in ("once", "twice", "many", "times"):
        return True
    counted = i > 1 and toks[i - 1].low != ","  # "visit two, a week later"
    return counted and (toks[i - 2].kind == "n" or toks[i - 2].low in NUMBER_WORDS)


def _closed(toks: list[Tok], j: int) -> bool:
    return toks[j].kind == "s" or toks[j].low in ("or", "later", "per", "and", "at", "to")


def _number(toks: list[Tok], i: int, units: UnitTable, inside: bool) -> Amount | None:
    read = cardinal(toks, i, inside)
    if not read or (toks[i].low == "one" and i and toks[i - 1].low in _NO_ONE):
        return None
    amount = _after_number(toks, Amount(read[0], None, read[1]))
    form = _unit_after(toks, amount.next, units, amount.value == 1)
    if not form or _is_year(toks, i):
        return amount
    value = amount.value
    if form[0].unit.name == "EUR" and value is not None and _three_digits(toks[i].low):
        value = written(toks[i].low.replace(".", ""))
    unit = _weighed(toks, i, form, units)
    read_on = replace(amount, value=value, unit=unit, next=form[1], resume=amount.next)
    return _and_more(toks, read_on, units)


_NO_ONE = frozenset("no any every this that which another some".split())


def _is_year(toks: list[Tok], i: int) -> bool:
    """in 2019: a date, whatever follows."""
    year = len(toks[i].low) == 4 and toks[i].low.startswith(("19", "20"))
    return year and i > 0 and toks[i - 1].low in ("in", "since", "by", "from", "until")


def _weighed(toks: list[Tok], i: int, form: tuple[Form, int], units: UnitTable) -> Unit:
    """Pounds are money, unless something weighs them."""
    unit = form[0].unit
    if unit.name != "GBP" or form[0].mark:
        return unit
    before = [toks[k].low for k in range(max(0, i - 3), i)]
    heavy = toks[form[1]].low in _MASS_AFTER or not _MASS_BEFORE.isdisjoint(before)
    return units.units["lb"] if heavy else unit


def _after_number(toks: list[Tok], amount: Amount) -> Amount:
    """Takes in "+", "or more" between number and unit."""
    j = amount.next
    if toks[j].low == "+" and not toks[j].glued:
        return amount
    cue = cue_at(_NUMBER_AFTER, toks, j)
    return replace(amount, bound=cue[0], next=cue[1]) if cue else amount


def _unit_after(
    toks: list[Tok], j: int, units: UnitTable, single: bool = False
) -> tuple[Form, int] | None:
    """The unit after a number: at once, after a hyphen, or after words that may intervene."""
    if toks[j].low in HYPHENS and toks[j].glued and toks[j + 1].glued:
        j += 1
    found = units.match(toks, j)
    if found:
        if _of_next(toks, j, units):
            return None
        return None if _misread(toks, j, found) else found
    gap = _full_gap(toks, j)
    if gap != j:
        found = units.match(toks, gap)
        if found and not found[0].mark:
            return found
    return _named_after_gap(toks, j, units, single)


def _misread(toks: list[Tok], j: int, found: tuple[Form, int]) -> bool:
    """two second chances · three times larger · 5 m² and the like."""
    form, after = found
    if form.unit.name == "second" and not form.plural and not form.mark:
        return toks[j - 1].kind == "w"
    if form.unit.name == "time":
        nxt = toks[after].low
        return nxt in ("more", "less", "as", "the", "than") or nxt.endswith("er")
    return False


def _full_gap(toks: list[Tok], j: int) -> int:
    while toks[j].low in FULL or (toks[j].low == "or" and toks[j - 1].low in FULL):
        j += 1
    return j


def _named_after_gap(
    toks: list[Tok], j: int, units: UnitTable, single: bool
) -> tuple[Form, int] | None:
    """three half-price visits: up to three words before a topic's unit, in right number."""
    words = 0
    while words < _GAP and _may_intervene(toks, j):
        words += 1
        j += 3 if toks[j + 1].low in HYPHENS and toks[j + 1].glued else 1
        found = units.match(toks, j)
        if found and found[0].unit.named:
            return found if found[0].plural != single else None
    return None


def _may_intervene(toks: list[Tok], j: int) -> bool:
    tok = toks[j]
    if tok.glued and toks[j - 1].low not in HYPHENS:
        return False
    compound = toks[j + 1].low in HYPHENS and toks[j + 1].glued and toks[j + 2].glued
    return (tok.kind == "w" and tok.low not in FUNCTION) or (tok.kind == "n" and compound)


def _and_more(toks: list[Tok], amount: Amount, units: UnitTable) -> Amount:
    """Adds what is left over: a year and a half, 1 hour and 30 minutes, 5 ft 10 in."""
    j, unit = amount.next, amount.unit
    if unit is None or amount.value is None:
        return amount
    if [t.low for t in toks[j : j + 3]] == ["and", "a", "half"]:
        return replace(amount, value=amount.value + 0.5, next=j + 3)
    k = j + 1 if toks[j].low == "and" else j
    rest = cardinal(toks, k) if toks[k] is not END else None
    form = units.match(toks, rest[1]) if rest else None
    if not rest or not form or not _next_smaller(form[0].unit, unit):
        return amount
    more = units.convert(rest[0], form[0].unit, unit)
    return replace(amount, value=round(amount.value + more, 9), next=form[1], resume=0)


def _next_smaller(small: Unit, large: Unit) -> bool:
    """Minutes after hours, months after years: not hours after months."""
    if small.dimension != large.dimension or small.dimension not in ("time", "length"):
        return False
    return 1 < large.factor / small.factor < _STEP
