"""Ties: positions of two aspects that bear on each other, as the topic file says.

A tie is found by dictionary, side by side; it falls down the ladder like any other pair.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from extract.model import Degree, Polarity
from extract.topic.schema import Aspect, Strength, Tie, TieSide, Topic
from kb.model import ConflictKind, Position
from kb.reconcile.kinds import Finding, Relation
from kb.reconcile.kinds.base import ancestors
from kb.reconcile.reasons import ReasonCode

LEAVES_ROOM = (Degree.PARTIAL_DENIAL, Degree.COMPARED)


@dataclass(frozen=True, slots=True)
class Tied:
    """A pair of positions of two aspects, and what the tie that joins them makes of them.

    `told` are the sides that the tie picks by their condition.
    """

    a: Position
    b: Position
    finding: Finding
    told: tuple[bool, bool]


def by_question(ties: Iterable[Tie]) -> dict[str, list[Tie]]:
    """The ties by what they join: "x|y", sorted; a tie within one aspect by that aspect's name."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        found.setdefault("|".join(sorted({tie.one.aspect, tie.other.aspect})), []).append(tie)
    return found


def touches(question: str, aspects: frozenset[str] | None) -> bool:
    """Whether the question is on one of these aspects; None stands for all."""
    return aspects is None or not aspects.isdisjoint(question.split("|"))


def asked_with(aspects: Iterable[str], topic: Topic) -> frozenset[str]:
    """These aspects and all that are tied to one of them."""
    ties = ({t.one.aspect, t.other.aspect} for t in topic.ties)
    asked = frozenset(aspects)
    return asked.union(*(both for both in ties if not asked.isdisjoint(both)))


def tied(one: Position, other: Position, tie: Tie) -> Tied:
    """Positions that match either side of the tie, the one with the lower id first."""
    told = tie.one.conditional is True, tie.other.conditional is True
    turned = other.id < one.id
    finding = _finding(one, other, tie, 1 if turned else 0)
    if turned:
        return Tied(other, one, finding, (told[1], told[0]))
    return Tied(one, other, finding, told)


def _finding(one: Position, other: Position, tie: Tie, first: int) -> Finding:
    kind = ConflictKind.ABSOLUTE if one.polarity is other.polarity else ConflictKind.POLARITY
    if any(_half_denied(p) for p in (one, other)):
        return Finding(Relation.COMPATIBLE, kind, ReasonCode.TIE_PARTLY_DENIED, first)
    bounds = any(_open_above(p) for p in (one, other)) and one.polarity is not other.polarity
    strong = tie.strength is Strength.CONTRADICTION and not bounds
    weaker = next((n for n, p in enumerate((one, other)) if _best_case(p)), None)
    if weaker is not None and first:
        weaker = 1 - weaker
    return Finding(
        Relation.EXCLUDE if strong else Relation.PULL, kind, ReasonCode.TIE, first, weaker
    )


def _open_above(p: Position) -> bool:
    """ "More than ten years" may be for ever."""
    quantity = p.value.quantity if p.value else None
    if quantity is None or quantity.endless or quantity.vague:
        return False
    return quantity.low is not None and quantity.high is None


def _best_case(p: Position) -> bool:
    """A finite amount under a favourable condition: even at best it ends."""
    quantity = p.value.quantity if p.value else None
    condition = p.qualifiers.condition
    favourable = condition is not None and condition.favourable
    return favourable and quantity is not None and not quantity.endless


def _half_denied(p: Position) -> bool:
    return p.polarity is Polarity.DENY and p.qualifiers.degree in LEAVES_ROOM


def matching(
    side: TieSide, positions: Mapping[str, Sequence[Position]], topic: Topic
) -> list[Position]:
    """The positions that one side of a tie picks."""
    found = positions.get(side.aspect, ())
    names = _names(side, topic.aspect(side.aspect)) if found else frozenset()
    return [p for p in found if _matches(side, p, names)]


def _names(side: TieSide, aspect: Aspect) -> frozenset[str]:
    """The names that the side takes in; a part takes its own parts along."""
    under = ancestors(aspect.parts)
    below = [part for part, above in under.items() if not above.isdisjoint(side.values)]
    return frozenset(side.values) | frozenset(below)


def _matches(side: TieSide, p: Position, names: frozenset[str]) -> bool:
    # "Does not last for ever" is no lasting for ever that something could contradict.
    wanted = side.polarity or (Polarity.AFFIRM if side.endless is not None else None)
    if wanted is not None and wanted != p.polarity:
        return False
    if names and (p.value is None or p.value.name not in names):
        return False
    conditional = p.qualifiers.condition is not None
    if side.conditional is not None and side.conditional != conditional:
        return False
    if side.whole is not None and side.whole != (p.value is None):
        return False
    quantity = p.value.quantity if p.value else None
    return side.endless is None or (quantity is not None and quantity.endless == side.endless)
