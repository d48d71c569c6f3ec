"""Corrections for tests: what is not under test has a plain value."""

from typing import Any

from extract.model import Quantity, Value, ValueKind
from kb.corrections.model import Anchor, Correction, CorrectionKind, Statement

WHEN = "2027-01-31T09:30:00.000000+00:00"


def years(low: float, high: float | None = None) -> Value:
    """An amount of years."""
    words = f"{low:g} years" if high is None else f"{low:g} to {high:g} years"
    return Value(ValueKind.QUANTITY, words, None, Quantity("year", low, high or low))


def lasts(low: float, high: float | None = None, **rest: Any) -> Statement:
    """That it lasts so long."""
    return Statement("lifetime", value=years(low, high), **rest)


def correction(kind: str = "other-value", **rest: Any) -> Correction:
    """A correction of Ana's."""
    told = {"source": "a", "anchor": Anchor("lasts 3 years"), "by": "Ana", "when": WHEN}
    wanted = CorrectionKind(kind)
    if wanted not in (CorrectionKind.ADD, CorrectionKind.UNDO):
        told["was"] = lasts(3)
    if wanted not in (CorrectionKind.NOT_A_CLAIM, CorrectionKind.UNDO):
        told["states"] = lasts(3) if wanted is CorrectionKind.RIGHT else lasts(5)
    return Correction(kind=wanted, **{**told, **rest})
