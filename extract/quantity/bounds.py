"""What bounds and denials make of an interval."""

from dataclasses import replace

from extract.model import Quantity
from extract.quantity.cues import Bound


def bounded(q: Quantity, bound: Bound) -> Quantity:
    """The interval under the bound its cue sets: "at least" takes off its upper end."""
    if bound is Bound.PLAIN or q.vague:
        return q
    if bound in (Bound.FROM, Bound.ABOVE):
        return replace(q, high=None, low_open=bound is Bound.ABOVE)
    return replace(q, low=0, low_open=True, high_open=bound is Bound.BELOW)


def bounded_above(q: Quantity) -> Quantity:
    """What is left if the quantity is only the most there can be: "can last 8 years" (0, 8].

    A range keeps both its ends: "can last 3 to 7 years" tells the least, too.
    """
    if q.high is None or q.endless or q.low != q.high:
        return q
    return replace(q, low=0, low_open=True)


def complement(q: Quantity) -> Quantity | None:
    """What a denial of a bound says: not more than three is (0, 3]; `None` if no bound."""
    if q.vague or q.endless:
        return None
    if q.low is not None and q.high is None:
        return replace(q, low=0, high=q.low, low_open=True, high_open=not q.low_open)
    if q.high is not None and q.low == 0:
        return replace(q, low=q.high, high=None, low_open=not q.high_open, high_open=False)
    return None
