"""Which positions of an aspect are closer forms of others: they say as much, and more."""

from collections.abc import Sequence
from dataclasses import replace

from extract.model import normalise
from kb.model import Position
from kb.reconcile.bounds import Bounds, Comparison, Support, Two, parted
from kb.reconcile.kinds import Judge

Cases = tuple[str | None, str | None]


def refined(
    positions: Sequence[Position], judge: Judge, support: Support, bounds: Bounds
) -> tuple[list[Position], int]:
    """An aspect's positions, each with the more general ones that it is a case of.

    The figure counts the pairs found beyond those that `bounds` let be written.
    """
    cases = {p.id: _cases(p) for p in positions}

    def narrower(one: Position, other: Position) -> Two | None:
        a, b = (one, other) if one.id < other.id else (other, one)
        if _refines(a, b, cases, judge):
            return a, b
        return (b, a) if _refines(b, a, cases, judge) else None

    pairs = Comparison(positions, None, narrower).pairs(bounds.compared, support)
    found = [two for a, b in pairs if (two := narrower(a, b)) is not None]
    written, rest = parted(found, bounds.refinements, lambda two: support.rank(*two))
    wider: dict[str, list[str]] = {}
    for narrow, wide in written:
        wider.setdefault(narrow.id, []).append(wide.id)
    known = [_with(p, wider[p.id]) if p.id in wider else p for p in positions]
    return known, len(rest)


def _with(p: Position, wider: list[str]) -> Position:
    return replace(p, refines=tuple(sorted(wider)))


def _refines(a: Position, b: Position, cases: dict[str, Cases], judge: Judge) -> bool:
    """Whether a says all that b says, and more."""
    if (
        a.subject != b.subject
        or a.polarity is not b.polarity
        or a.qualifiers.degree is not b.qualifiers.degree
    ):
        return False
    own, wider = cases[a.id], cases[b.id]
    if wider[0] not in (None, own[0]) or wider[1] not in (None, own[1]):
        return False
    if (a.qualifiers.attribution is None) != (b.qualifiers.attribution is None):
        return False
    return judge.narrower(a, b) and not (own == wider and judge.narrower(b, a))


def _cases(p: Position) -> Cases:
    """The cases it is limited to: its scope and its condition, in their normal forms."""
    scope, condition = p.qualifiers.scope, p.qualifiers.condition
    said = normalise(condition.text) if condition else None
    return scope.name if scope else None, said or None
