"""Quantity: intervals that share nothing exclude each other."""

from dataclasses import dataclass, field

from extract.model import Polarity, Quantity
from extract.topic.schema import Aspect, Kind
from kb.model import ConflictKind, Position
from kb.reconcile.intervals import Interval, Shape, interval
from kb.reconcile.kinds.base import (
    Finding,
    Relation,
    Rule,
    denial,
    half_denied,
    named,
    opposed,
    placed,
)
from kb.reconcile.reasons import ReasonCode

Outcome = tuple[Relation, ReasonCode]
COMPATIBLE, PULL, EXCLUDE = Relation.COMPATIBLE, Relation.PULL, Relation.EXCLUDE


@dataclass(frozen=True)
class Quantities:
    """The rules for amounts and durations."""

    aspect: Aspect
    _known: dict[str, Interval | None] = field(default_factory=dict)

    def judge(self, a: Position, b: Position) -> Finding | None:
        """Two amounts, or an amount and a denial of one or of any."""
        denier = opposed(a, b)
        if denier is not None:
            denied, affirmed = (a, b) if denier == 0 else (b, a)
            finding = self._opposed(affirmed, denied)
            return finding and placed(finding, denier)
        if a.polarity is Polarity.DENY:
            return half_denied(a, b) if self._same(a, b) else None
        return self._amounts(a, b)

    def _of(self, p: Position) -> Interval | None:
        if p.id not in self._known:
            value = p.value
            q: Quantity | None = value.quantity if value else None
            self._known[p.id] = interval(q, bool(value and value.name)) if q else None
        return self._known[p.id]

    def _same(self, a: Position, b: Position) -> bool:
        x, y = self._of(a), self._of(b)
        return x == y and (x is None or x.shape is not Shape.NAMED or named(a) == named(b))

    def _amounts(self, a: Position, b: Position) -> Finding | None:
        x, y = self._of(a), self._of(b)
        if x is None or y is None or self._same(a, b):
            return None
        outcome = relate(x, y)
        if outcome is None:
            return None
        first, weaker = _first(x, y), _weaker(x, y)
        return Finding(outcome[0], ConflictKind.QUANTITY, outcome[1], first, weaker)

    def _opposed(self, affirmed: Position, denied: Position) -> Finding | None:
        kind, x, gone = ConflictKind.POLARITY, self._of(affirmed), self._of(denied)
        if gone is None:
            nought = x is not None and x.low == x.high == 0
            return None if nought else denial(affirmed, denied, kind, ReasonCode.NONE_AT_ALL)
        kind = ConflictKind.QUANTITY
        if x is None or not _comparable(x, gone):
            return None
        if self._same(affirmed, denied) or _all_ruled_out(x, gone):
            return denial(affirmed, denied, kind, ReasonCode.RULED_OUT)
        if Shape.ENDLESS in (x.shape, gone.shape) or x.disjoint(gone):
            return None
        return Finding(COMPATIBLE, kind, ReasonCode.OTHER_AMOUNTS)

    def narrower(self, a: Position, b: Position) -> bool:
        """An amount is a case of any range or vague amount that holds it."""
        x, y = self._of(a), self._of(b)
        if y is None or self._same(a, b):
            return True
        if x is None or not _comparable(x, y):
            return False
        if Shape.ENDLESS in (x.shape, y.shape) or Shape.NAMED in (x.shape, y.shape):
            return y.shape is Shape.NAMED and x.shape not in (Shape.ENDLESS, Shape.NAMED)
        return x.within(y) if a.polarity is Polarity.AFFIRM else y.within(x)


def _comparable(x: Interval, y: Interval) -> bool:
    """What it costs an hour says nothing of what it costs a year."""
    if Shape.ENDLESS in (x.shape, y.shape):
        return True
    return x.dimension == y.dimension and (x.per == y.per or None in (x.per, y.per))


def _all_ruled_out(x: Interval, gone: Interval) -> bool:
    numbers = {x.shape, gone.shape}.isdisjoint((Shape.ENDLESS, Shape.NAMED))
    return numbers and x.within(gone)


def _first(x: Interval, y: Interval) -> int:
    """Sentences speak first of what is endless, vague, named or bounded on one side."""
    order = list(Shape)
    return 0 if order.index(x.shape) <= order.index(y.shape) else 1


def _weaker(x: Interval, y: Interval) -> int | None:
    """The side that promises less: anything against endless, else the lower of the two."""
    if Shape.ENDLESS in (x.shape, y.shape):
        return 0 if y.shape is Shape.ENDLESS else 1
    if x.low == y.low:
        return None
    return 0 if x.low < y.low else 1


def relate(x: Interval, y: Interval) -> Outcome | None:
    """How two affirmed amounts stand to each other, and by which rule. Symmetric."""
    if not _comparable(x, y):
        return None
    shapes = (x.shape, y.shape)
    for shape, rule in RULES:
        if shape in shapes:
            own, other = (x, y) if x.shape is shape else (y, x)
            return rule(own, other)
    return _ranges(x, y)


def _endless(x: Interval, y: Interval) -> Outcome | None:
    if y.shape is Shape.ENDLESS:
        return None
    if y.shape is Shape.AT_LEAST:
        return PULL, ReasonCode.ENDLESS_OR_LONGER
    return EXCLUDE, ReasonCode.ENDLESS_AND_FINITE


def _named(x: Interval, y: Interval) -> Outcome:
    return COMPATIBLE, ReasonCode.NAMED_AMOUNT


def _vague(x: Interval, y: Interval) -> Outcome:
    """A vague number is more than one: two or more of its unit, with no end that is known."""
    if y.shape is Shape.VAGUE:
        return PULL, ReasonCode.VAGUE_UNITS
    if y.high <= x.unit or y.close(y.high, x.unit, x):
        return EXCLUDE, ReasonCode.VAGUE_AND_ONE
    if y.shape is Shape.AT_MOST:
        return (
            (COMPATIBLE, ReasonCode.VAGUE_FITS) if y.high >= x.low else (PULL, ReasonCode.OVERLAP)
        )
    if y.low < x.low and not y.close(y.low, x.low, x):
        return PULL, ReasonCode.OVERLAP
    far = y.unit > x.unit and y.low >= 2 * y.unit  # "several weeks" against two years
    return (PULL, ReasonCode.VAGUE_UNITS) if far else (COMPATIBLE, ReasonCode.VAGUE_FITS)


def _at_least(x: Interval, y: Interval) -> Outcome:
    if x.disjoint(y):
        return EXCLUDE, ReasonCode.SHARE_NOTHING
    if y.shape is Shape.AT_MOST:
        return (COMPATIBLE, ReasonCode.TWO_BOUNDS) if y.high > x.low else (PULL, ReasonCode.TOUCH)
    if not x.close(x.low, y.low, y):
        return PULL, ReasonCode.LEAST if y.low > x.low else ReasonCode.OVERLAP
    nested = y.within(x) or x.within(y)
    return (COMPATIBLE, ReasonCode.NESTED) if nested else (PULL, ReasonCode.OVERLAP)


def _at_most(x: Interval, y: Interval) -> Outcome:
    if y.shape is Shape.AT_MOST:
        close = x.close(x.high, y.high, y)
        return (COMPATIBLE, ReasonCode.ROUNDING) if close else (PULL, ReasonCode.MOST)
    if x.disjoint(y):
        return EXCLUDE, ReasonCode.SHARE_NOTHING
    return (COMPATIBLE, ReasonCode.NESTED) if y.within(x) else _ranges(x, y)


def _ranges(x: Interval, y: Interval) -> Outcome:
    if x.same(y):
        return COMPATIBLE, ReasonCode.ROUNDING
    if x.disjoint(y):
        return EXCLUDE, ReasonCode.SHARE_NOTHING
    if x.within(y) or y.within(x):
        return COMPATIBLE, ReasonCode.NESTED
    touch = x.high <= y.low or y.high <= x.low
    return PULL, ReasonCode.TOUCH if touch else ReasonCode.OVERLAP


RULES = (
    (Shape.ENDLESS, _endless),
    (Shape.NAMED, _named),
    (Shape.VAGUE, _vague),
    (Shape.AT_LEAST, _at_least),
    (Shape.AT_MOST, _at_most),
)

RULE = Rule(Kind.QUANTITY, Quantities)
