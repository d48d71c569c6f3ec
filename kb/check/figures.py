"""Several amounts within one sentence: each by name, or the span that they lie in."""

from collections.abc import Sequence

from extract.model import Certainty, Quantity
from kb.model import Position
from kb.reconcile.labels import lower_first, quantity_words
from kb.text import listing

SHOWN = 3  # amounts that a sentence names
_HEDGES = {Certainty.USUAL: "usually ", Certainty.POSSIBLE: "possibly "}


def given(p: Position) -> str | None:
    """ "usually 4 to 5 hours", "several days": an amount without its condition."""
    q = _quantity(p)
    if q is None or not (q.vague or _in_figures(q)):
        return None
    return f"{_HEDGES.get(p.qualifiers.certainty, '')}{quantity_words(q)}"


def together(positions: Sequence[Position]) -> str | None:
    """ "1 year, 2 years or, with care, up to 9 years"; of more, "figures from 1 to 9 years"."""
    ordered = sorted(positions, key=lambda p: (_condition(p) != "", _ends(p)))
    named = list(dict.fromkeys((given(p) or "", _condition(p)) for p in ordered))
    held = [condition for _, condition in named if condition]
    if len(named) > SHOWN or len(held) > 1 or any("," in condition for condition in held):
        return _span([q for p in positions if (q := _quantity(p))])
    *front, (last, condition) = named
    if not front:
        return f"{last}, {condition}" if condition else last
    amounts = [words for words, _ in front]
    if condition:
        return f"{', '.join(amounts)} or, {condition}, {last}"
    return listing([*amounts, last], "or")


def _span(found: Sequence[Quantity]) -> str | None:
    """From the least to the most that is given, where all are of one unit."""
    found = [q for q in found if _in_figures(q)]
    if len({(q.unit, q.per) for q in found}) != 1:
        return None
    low = min(x for q in found for x in (q.low or q.high,) if x is not None)
    ends = [q.high for q in found]
    if None in ends:
        return f"figures from {quantity_words(_exactly(found[0], low))} upwards"
    high = max(x for x in ends if x is not None)
    span = Quantity(found[0].unit, low, high, per=found[0].per)
    return f"figures from {quantity_words(span)}"


def _exactly(like: Quantity, amount: float) -> Quantity:
    return Quantity(like.unit, amount, amount, per=like.per)


def _in_figures(q: Quantity) -> bool:
    return not q.endless and (q.low is not None or q.high is not None)


def _quantity(p: Position) -> Quantity | None:
    return p.value.quantity if p.value else None


def _condition(p: Position) -> str:
    condition = p.qualifiers.condition
    return lower_first(condition.text.strip(" ,;")) if condition else ""


def _ends(p: Position) -> tuple[str, float, float]:
    q = _quantity(p)
    if q is None:
        return "", 0, 0
    return q.unit, q.low or q.high or 0, q.high or q.low or 0
