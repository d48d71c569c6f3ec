"""Geometry of the pictures, as values; templates turn them into inline SVG.

Horizontal places are percentages of the picture's width, so that letters keep their size
from a phone to a desk.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from extract.model import Quantity
from reports import text

LEFT, RIGHT, BEYOND = 2.0, 80.0, 96.0  # the axis, and the end of an arrow past it
_STEPS = (1, 2, 2.5, 5, 10)


@dataclass(frozen=True, slots=True)
class Tick:
    """A figure on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Bar:
    """An interval from `x1` to `x2`, with an arrow if it has no upper bound; a dot is one value.

    An endless one lies past the axis and begins nowhere on it; a vague one fades towards both
    sides: where it begins and ends nobody said.
    """

    x1: float
    x2: float
    arrow: bool = False
    dot: bool = False
    vague: bool = False
    endless: bool = False
    low_open: bool = False
    high_open: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """One row of a number line; `side` is the letter of its side in a dispute, `note` what its
    bar leaves open."""

    side: str
    label: str
    note: str
    who: str
    href: str
    bar: Bar
    denied: bool


@dataclass(frozen=True, slots=True)
class NumberLine:
    """Intervals over one axis. `logarithmic` axes stretch the small figures."""

    unit: str
    ticks: tuple[Tick, ...]
    rows: tuple[Range, ...]
    logarithmic: bool
    endless: bool
    vague: bool
    left_out: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Axis:
    """Figures from `low` to `high`, laid from LEFT to RIGHT."""

    low: float
    high: float
    logarithmic: bool

    def x(self, value: float) -> float:
        """The place of a figure, in percent, kept on the axis."""
        if self.logarithmic:
            value = max(value, self.low)
            share = math.log(value / self.low) / math.log(self.high / self.low)
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(LEFT + (RIGHT - LEFT) * min(1.0, max(0.0, share)), 2)

    def ticks(self) -> tuple[Tick, ...]:
        """About five round figures."""
        return tuple(Tick(self.x(v), text.number(v)) for v in self._figures())

    def _figures(self) -> list[float]:
        if self.logarithmic:
            low, high = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
            step = max(1, (high - low) // 5)
            powers = [10.0**n for n in range(low, high + 1, step)]
            return [p for p in powers if self.low <= p <= self.high]
        step_size = nice((self.high - self.low) / 5)
        return [step_size * n for n in range(int(self.high / step_size + 1e-9) + 1)]


def nice(step: float) -> float:
    """The smallest of 1, 2, 2.5, 5 times a power of ten that is at least `step`."""
    power = 10.0 ** math.floor(math.log10(step))
    return next(s * power for s in _STEPS if s * power >= step * 0.999)


def axis_of(quantities: Iterable[Quantity]) -> Axis:
    """An axis on which all bounds have room: from zero, or logarithmic over a wide range."""
    drawn = (q for q in quantities if not unbounded(q))
    bounds = [b for q in drawn for b in (q.low, q.high) if b is not None and b > 0]
    top = max(bounds, default=1.0)
    if bounds and top / min(bounds) > 60:
        low = 10.0 ** math.floor(math.log10(min(bounds)))
        return Axis(low, 10.0 ** math.ceil(math.log10(top) - 1e-9), True)
    step = nice(top / 5)
    return Axis(0.0, step * math.ceil(top / step - 1e-9), False)


def unbounded(quantity: Quantity) -> bool:
    """Whether it is vague ("several years", "a short time"): nobody said where it ends."""
    ends = {quantity.low, quantity.high}
    return not quantity.endless and (ends == {None} or (quantity.vague and None in ends))


def bar_of(axis: Axis, quantity: Quantity) -> Bar:
    """An interval's bar. Endless ones lie past the axis; vague ones have no end of their own."""
    if quantity.endless:
        return Bar(RIGHT + 4, BEYOND, arrow=True, endless=True)
    if unbounded(quantity):
        return Bar(LEFT, RIGHT, vague=True)
    low, high = quantity.low, quantity.high
    return Bar(
        x1=axis.x(low) if low is not None else LEFT,
        x2=axis.x(high) if high is not None else BEYOND,
        arrow=high is None,
        dot=low is not None and low == high,
        low_open=quantity.low_open,
        high_open=quantity.high_open,
    )
