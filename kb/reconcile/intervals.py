"""Intervals on one scale, so that months can be held against years.

Units and their factors are those of `extract.quantity`; a unit that is not known there (a
topic's own) is a dimension of its own.

In the terms of Allen, "Maintaining knowledge about temporal intervals" (1983), and but for
rounding: `same` is equals; `within` is equals, starts, during or finishes; `disjoint` is before
or after, and meets or met-by where an end is open.
"""

from dataclasses import dataclass
from enum import Enum
from math import inf

from extract.model import Quantity
from extract.quantity.units import GENERAL, to_base

SAME_UNIT = 0.05  # rounding: "2000" and "2,050"
OTHER_UNIT = 0.1  # rounding across units: 4 weeks are 8 % short of a month


class Shape(Enum):
    """How an interval is bounded, as its source worded it."""

    ENDLESS = "endless"
    NAMED = "named"  # finite, with no number given
    VAGUE = "vague"  # finite and more than one of its unit
    AT_LEAST = "at least"
    AT_MOST = "at most"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Interval:
    """A quantity in base units. `unit` is how many base units one of its own unit holds."""

    shape: Shape
    dimension: str
    unit: float
    low: float
    high: float
    low_open: bool = False
    high_open: bool = False
    per: str | None = None

    def close(self, x: float, y: float, other: "Interval") -> bool:
        """Whether two ends differ by no more than rounding."""
        if x == y:
            return True
        tolerance = SAME_UNIT if self.unit == other.unit else OTHER_UNIT
        return max(x, y) < inf and abs(x - y) <= tolerance * max(abs(x), abs(y))

    def same(self, other: "Interval") -> bool:
        """Whether both ends are close."""
        low = self.close(self.low, other.low, other)
        return low and self.close(self.high, other.high, other)

    def within(self, other: "Interval") -> bool:
        """Whether all of it lies in the other, but for rounding."""
        low = self.low > other.low or self.close(self.low, other.low, other)
        high = self.high < other.high or self.close(self.high, other.high, other)
        return low and high and not self._on_open_end(other)

    def _on_open_end(self, other: "Interval") -> bool:
        low = self.low == other.low and other.low_open and not self.low_open
        return low or (self.high == other.high and other.high_open and not self.high_open)

    def disjoint(self, other: "Interval") -> bool:
        """Whether the two share no amount. Symmetric."""
        return self._below(other) or other._below(self)

    def _below(self, other: "Interval") -> bool:
        if self.high == other.low:
            return self.high_open or other.low_open
        return self.high < other.low and not self.close(self.high, other.low, other)


def bounded(q: Quantity) -> bool:
    """Whether a window of time has a beginning or an end; "from nought" bounds nothing."""
    return bool(q.low) or q.high is not None


def _shape(q: Quantity, named: bool) -> Shape:
    if q.endless:
        return Shape.ENDLESS
    if q.low is None and q.high is None:
        return Shape.VAGUE if q.vague and not named else Shape.NAMED
    if q.high is None:
        return Shape.VAGUE if q.vague else Shape.AT_LEAST
    return Shape.RANGE if q.low or q.high == 0 else Shape.AT_MOST  # nought bounds nothing


def interval(q: Quantity, named: bool = False) -> Interval:
    """The quantity in base units; `named` says that a name stands for it ("short-lived").

    A vague one ("several") is more than one: two or more of its unit, with no end known.
    """
    known, shape = GENERAL.units.get(q.unit), _shape(q, named)
    dimension, unit = (known.dimension, known.factor) if known else (q.unit, 1.0)
    if shape is Shape.VAGUE:
        least = 2.0 if q.low is None or (q.low_open and q.low == 1) else q.low
        return Interval(shape, dimension, unit, least * unit, inf, per=q.per)
    base = to_base(q)
    high = inf if base.high is None else base.high
    return Interval(shape, dimension, unit, base.low or 0.0, high, q.low_open, q.high_open, q.per)
