"""Claims into positions: all claims alike in what is compared, found by key in a dictionary.

A position's id holds no source, claim or offset. Wording, spelling and unit do not split a
position: twelve months are one year. Linear in the claims.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter
from typing import Any

from extract.model import (
    Attribution,
    Claim,
    Condition,
    Qualifiers,
    Quantity,
    Scope,
    Value,
    ValueKind,
    digest,
    normalise,
)
from extract.quantity.units import to_base
from extract.topic.schema import Topic
from kb.model import PLACE, Position
from kb.reconcile.intervals import bounded
from kb.reconcile.labels import Labels

Key = tuple[Any, ...]
FIGURES = 6  # decimals that count


def key_of(claim: Claim) -> Key:
    """What makes two claims one position, as JSON-able parts in a fixed order."""
    return (
        claim.aspect,
        claim.subject,
        str(claim.polarity),
        _value(claim.value),
        *_qualifiers(claim.qualifiers),
    )


def _qualifiers(q: Qualifiers) -> Key:
    """All of them in their normal forms."""
    return (
        str(q.certainty),
        q.quantifier and str(q.quantifier),
        _scope(q.scope),
        _condition(q.condition),
        _attribution(q.attribution),
        q.degree and str(q.degree),
        q.presupposed,
    )


def _value(value: Value | None) -> Key | None:
    if value is None:
        return None
    phase = value.phase and str(value.phase)
    quantity = _quantity(value.quantity) if value.quantity else None
    if value.kind is ValueKind.ACT and value.quantity and not bounded(value.quantity):
        quantity = None
    name = None if value.kind is ValueKind.QUANTITY and _says_itself(value) else value.name
    if quantity is None and name is None:
        name = normalise(value.text)
    return (str(value.kind), name, quantity, phase)


def _says_itself(value: Value) -> bool:
    """Whether the figures say all, so that a name adds nothing ("for life", "permanent")."""
    q = value.quantity
    return q is not None and (q.endless or q.low is not None or q.high is not None)


def _quantity(q: Quantity) -> Key:
    if q.endless:
        return ("endless",)
    if q.vague:
        return ("vague", q.unit, q.low, q.high)
    base = to_base(q)
    low, high = _rounded(base.low), _rounded(base.high)
    opens = (q.low_open and low is not None, q.high_open and high is not None)
    return (base.unit, low, high, *opens, *((q.per,) if q.per else ()))


def _rounded(x: float | None) -> float | None:
    return None if x is None else round(float(x), FIGURES)


def _scope(scope: Scope | None) -> Key | None:
    return (str(scope.kind), scope.name) if scope else None


def _condition(condition: Condition | None) -> Key | None:
    return (condition.favourable, normalise(condition.text)) if condition else None


def _attribution(attribution: Attribution | None) -> Key | None:
    """Whom a source calls upon for its own case does not matter; whom it only reports does."""
    if attribution is None:
        return None
    return (True, None) if attribution.endorsed else (False, normalise(attribution.who))


def _raw(claim: Claim) -> Key:
    """A key that is quick to make; claims with one raw key have one key, not the reverse."""
    return (claim.aspect, claim.subject, claim.polarity, claim.value, claim.qualifiers)


def grouped(claims: Iterable[Claim]) -> dict[Key, list[Claim]]:
    """The claims of each position, by key, in order of source and place."""
    rough: dict[Key, list[Claim]] = {}
    for claim in claims:
        rough.setdefault(_raw(claim), []).append(claim)
    groups: dict[Key, list[Claim]] = {}
    for same in rough.values():
        groups.setdefault(key_of(same[0]), []).extend(same)
    for same in groups.values():
        same.sort(key=PLACE)
    return groups


def positions_of(claims: Iterable[Claim], topic: Topic) -> dict[str, list[Position]]:
    """The positions by aspect, each aspect's sorted by id.

    Raises `KeyError` for a claim on an aspect that the topic does not have.
    """
    labels = {a.id: Labels(a) for a in topic.aspects}
    by_aspect: dict[str, list[Position]] = {}
    for key, same in grouped(claims).items():
        found = _position(key, same, labels[same[0].aspect])
        by_aspect.setdefault(found.aspect, []).append(found)
    return {id: sorted(by_aspect[id], key=attrgetter("id")) for id in sorted(by_aspect)}


def _position(key: Key, claims: Sequence[Claim], labels: Labels) -> Position:
    first = claims[0]
    bare = Position(
        id=digest(*key),
        aspect=first.aspect,
        subject=first.subject,
        polarity=first.polarity,
        value=first.value,
        qualifiers=first.qualifiers,
        label="",
        claims=tuple([c.id for c in claims]),
        sources=tuple(sorted({c.source for c in claims})),
    )
    return replace(bare, label=labels.of(bare))
