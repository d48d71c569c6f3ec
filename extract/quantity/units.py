"""The table of units, and what can be done with a quantity once its unit is known.

A row is a unit; money is never converted, so each currency is a dimension of its own.
A year is the Julian year of 365.25 days, a month its twelfth (30.4375).
Sources: ISO 4217 (names of currencies); NIST Special Publication 811, appendix B (inch, foot,
yard, mile, ounce, pound, US gallon, Fahrenheit); IAU Style Manual, 1989 (Julian year).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import product

from extract.model import Quantity
from extract.quantity.tokens import Tok, phrase_at


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: a value in the dimension's base is `(value + offset) * factor`."""

    name: str
    dimension: str
    factor: float
    offset: float = 0.0
    named: bool = False

    @property
    def money(self) -> bool:
        """Whether it is a currency: their dimensions are codes in capitals."""
        return self.dimension.isupper() and not self.named


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with its words (plurals are made by rule), its marks (taken as they are).

    `before` are currency marks that stand before the number. `example` holds the unit once.
    """

    name: str
    dimension: str
    factor: float
    words: str
    marks: str
    example: str
    before: str = ""
    offset: float = 0.0


ROWS: tuple[UnitRow, ...] = (
    UnitRow("second", "time", 1 / 86400, "second", "sec secs", "steep it for 30 seconds"),
    UnitRow("minute", "time", 1 / 1440, "minute", "min mins", "wait 45mins"),
    UnitRow("hour", "time", 1 / 24, "hour", "h hr hrs", "it runs 2hrs"),
    UnitRow("day", "time", 1, "day", "", "ships in three days"),
    UnitRow("night", "time", 1, "night", "", "try it for 100 nights"),
    UnitRow("week", "time", 7, "week", "wk wks", "a six-week course"),
    UnitRow("fortnight", "time", 14, "fortnight", "", "it takes a fortnight"),
    UnitRow("month", "time", 30.4375, "month", "mo mos", "6months"),
    UnitRow("year", "time", 365.25, "year", "yr yrs", "a ten-year warranty"),
    UnitRow("decade", "time", 3652.5, "decade", "", "it lasts two decades"),
    UnitRow("century", "time", 36525, "century", "", "it stood for two centuries"),
    UnitRow("time", "count", 1, "", "times", "rinse three times"),
    UnitRow("percent", "percent", 1, "", "% percent pct per_cent", "18 percent of buyers"),
    UnitRow("USD", "USD", 1, "dollar buck us_dollar", "usd $", "it costs $500", "$ us_$ usd"),
    UnitRow("cent", "USD", 0.01, "cent", "¢", "only 40 cents"),
    UnitRow("EUR", "EUR", 1, "euro", "eur €", "it costs €90", "€ eur"),
    UnitRow("GBP", "GBP", 1, "pound pound_sterling", "gbp £ quid", "it costs £300", "£ gbp"),
    UnitRow("pence", "GBP", 0.01, "", "pence penny p", "just 90 pence"),
    UnitRow("CAD", "CAD", 1, "canadian_dollar", "cad", "C$40 a bag", "c_$ ca_$ cad"),
    UnitRow("AUD", "AUD", 1, "australian_dollar", "aud", "A$40 a bag", "a_$ au_$ aud"),
    UnitRow("INR", "INR", 1, "rupee indian_rupee", "inr ₹ rs", "₹400 a bag", "₹ inr rs rs_."),
    UnitRow("PKR", "PKR", 1, "pakistani_rupee", "pkr", "PKR 900", "pkr"),
    UnitRow("AED", "AED", 1, "dirham", "aed", "AED 900", "aed"),
    UnitRow("JPY", "JPY", 1, "", "jpy yen ¥", "¥9,000", "¥ jpy"),
    UnitRow("CHF", "CHF", 1, "swiss_franc", "chf", "CHF 80", "chf"),
    UnitRow("TRY", "TRY", 1, "turkish_lira", "₺ lira", "900 lira", "₺"),
    UnitRow("celsius", "temperature", 1, "", "°_c degrees_celsius degree_celsius", "93 °C"),
    UnitRow(
        "fahrenheit",
        "temperature",
        5 / 9,
        "",
        "°_f degrees_fahrenheit",
        "200°F",
        offset=-32,
    ),
    UnitRow("micrometre", "length", 1e-6, "micron micrometre micrometer", "µm μm", "5 microns"),
    UnitRow("millimetre", "length", 0.001, "millimetre millimeter", "mm", "a 2mm nozzle"),
    UnitRow("centimetre", "length", 0.01, "centimetre centimeter", "cm", "25 cm thick"),
    UnitRow("metre", "length", 1, "metre meter", "m", "two metres wide"),
    UnitRow("kilometre", "length", 1000, "kilometre kilometer", "km kms", "10 km away"),
    UnitRow("inch", "length", 0.0254, "inch", "", "a 12-inch mattress"),
    UnitRow("foot", "length", 0.3048, "foot", "ft", "six feet long"),
    UnitRow("yard", "length", 0.9144, "yard", "yds", "30 yards of wire"),
    UnitRow("mile", "length", 1609.344, "mile", "", "three miles off"),
    UnitRow("milligram", "mass", 1e-6, "milligram", "mg", "95 mg of caffeine"),
    UnitRow("gram", "mass", 0.001, "gram gramme", "g", "18 grams of beans"),
    UnitRow("kilogram", "mass", 1, "kilogram kilo", "kg kgs", "it weighs 30kg"),
    UnitRow("ounce", "mass", 0.028349523125, "ounce", "oz", "a 12-ounce bag"),
    UnitRow("lb", "mass", 0.45359237, "", "lb lbs", "it carries 300 lbs"),
    UnitRow("millilitre", "volume", 0.001, "millilitre milliliter", "ml", "250 ml of milk"),
    UnitRow("litre", "volume", 1, "litre liter", "l", "two litres of water"),
    UnitRow("gallon", "volume", 3.785411784, "gallon", "gal", "5 gallons"),
)

_CURRENCIES = frozenset(row.name for row in ROWS if row.before)
MONEY = frozenset(row.name for row in ROWS if row.dimension in _CURRENCIES)
"""Currencies and their parts: a price in one answers like one in another; none is converted."""

BASES = {"time": "day", "temperature": "celsius", "length": "metre", "mass": "kilogram"}
BASES |= {"volume": "litre", "count": "time"}
"""The unit to which a dimension is brought; a dimension that is missing is its own base."""

_IRREGULAR = {"foot": "feet", "century": "centuries"}


def plural(word: str) -> str:
    """The plural of a regular noun: session, sessions; visit, visits; box, boxes."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + "s"


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write a unit. A mark (min, $, %) needs a number directly before it."""

    words: tuple[str, ...]
    unit: Unit
    plural: bool
    mark: bool


def _forms(unit: Unit, words: Iterable[tuple[str, ...]]) -> list[Form]:
    many = [Form((*w[:-1], plural(w[-1])), unit, True, False) for w in words]
    return [*(Form(w, unit, False, False) for w in words), *many]


def _split(given: str) -> list[tuple[str, ...]]:
    return [tuple(word.split("_")) for word in given.split()]


def _phrases(names: Iterable[str]) -> list[tuple[str, ...]]:
    """A topic unit's phrases as words; `a|b` are alternatives, `x:noun` loses its tag."""
    found: list[tuple[str, ...]] = []
    for phrase in names:
        if "<" in phrase:
            continue
        words = [w.split(":")[0].lower().split("|") for w in phrase.replace("-", " ").split()]
        found += product(*words)
    return found


@dataclass(frozen=True, eq=False, slots=True)
class UnitTable:
    """All units by name, their forms by first word, and the marks before a number."""

    units: dict[str, Unit]
    forms: dict[str, tuple[Form, ...]]
    before: dict[str, tuple[Form, ...]]

    @classmethod
    def build(cls, named: Iterable[tuple[str, Iterable[str]]] = ()) -> "UnitTable":
        """The general table with the topic's own units (name, phrases), each its own dimension.

        A topic unit named like a general one ("hour") only adds its phrases to it.
        """
        units = {r.name: Unit(r.name, r.dimension, r.factor, r.offset) for r in ROWS}
        forms: list[Form] = []
        for name, names in named:
            unit = units.setdefault(name, Unit(name, name, 1, named=True))
            forms += _forms(unit, _phrases(names))
        for r in ROWS:
            forms += _forms(units[r.name], _split(r.words))
            forms += [Form(w, units[r.name], True, True) for w in _split(r.marks)]
        before = [Form(w, units[r.name], False, True) for r in ROWS for w in _split(r.before)]
        return cls(units, _by_first(forms), _by_first(before))

    def match(self, toks: list[Tok], i: int) -> tuple[Form, int] | None:
        """The longest form that starts at token `i`, and the index after it."""
        return _longest(self.forms, toks, i)

    def match_before(self, toks: list[Tok], i: int) -> tuple[Form, int] | None:
        """The currency mark at token `i` that has its number after it."""
        return _longest(self.before, toks, i)

    def to_base(self, q: Quantity) -> Quantity:
        """The same interval in its dimension's base unit (days, metres …)."""
        unit = self.units.get(q.unit)
        if unit is None:
            return q
        base = BASES.get(unit.dimension, unit.dimension)
        return replace(q, unit=base, low=_scaled(q.low, unit), high=_scaled(q.high, unit))

    def same_dimension(self, a: Quantity, b: Quantity) -> bool:
        """Whether the two can be compared: years with days, dollars with dollars only."""
        one, other = self.units.get(a.unit), self.units.get(b.unit)
        if one is None or other is None:
            return a.unit == b.unit
        return one.dimension == other.dimension

    def convert(self, value: float, unit: Unit, to: Unit) -> float:
        """A value of one unit in another of the same dimension."""
        if unit == to:
            return value
        base = (value + unit.offset) * unit.factor
        return round(base / to.factor - to.offset, 9)


def _scaled(value: float | None, unit: Unit) -> float | None:
    return None if value is None else round((value + unit.offset) * unit.factor, 9)


def _by_first(forms: list[Form]) -> dict[str, tuple[Form, ...]]:
    """Forms by first word, longest first; of equals the first given (the topic's) wins."""
    table: dict[str, dict[tuple[str, ...], Form]] = {}
    for form in forms:
        table.setdefault(form.words[0], {}).setdefault(form.words, form)
    return {
        first: tuple(sorted(rows.values(), key=lambda f: -len(f.words)))
        for first, rows in table.items()
    }


def _longest(
    table: dict[str, tuple[Form, ...]], toks: list[Tok], i: int
) -> tuple[Form, int] | None:
    word = toks[i].low.removesuffix("'s")
    for form in table.get(word, ()):
        if len(form.words) == 1 or phrase_at(toks, i + 1, form.words[1:]):
            return form, i + len(form.words)
    return None


GENERAL = UnitTable.build()
"""The table without any topic's units."""


def to_base(q: Quantity) -> Quantity:
    """The interval in its base unit; a topic's own unit is left as it is."""
    return GENERAL.to_base(q)


def same_dimension(a: Quantity, b: Quantity) -> bool:
    """Whether two quantities can be compared at all."""
    return GENERAL.same_dimension(a, b)
