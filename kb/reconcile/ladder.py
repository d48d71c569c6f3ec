"""The ladder: from the first rung that lets a pair go, a pair that looks like a conflict falls.

Each rung takes the pair in a fixed order and
says nothing if the pair stays. What no rung lets go is a contradiction.
"""

from collections.abc import Callable
from dataclasses import dataclass

from extract.grammar.conditions import ONE_CASE
from extract.model import SELF, Certainty, Polarity, Quantifier, ScopeKind
from extract.quantity import MONEY
from kb.model import ConflictKind, Position, Rung
from kb.reconcile.kinds import Finding, Relation
from kb.reconcile.kinds.base import QUALIFIED
from kb.reconcile.reasons import ReasonCode


@dataclass(frozen=True, slots=True)
class Pair:
    """Two positions and what their kind, or a tie, found.

    `contrasted` are positions whose sources set subtypes against each other. `told` are the
    sides whose condition is what ties them, so that it excuses nothing.
    """

    a: Position
    b: Position
    finding: Finding
    contrasted: frozenset[str] = frozenset()
    told: tuple[bool, bool] = (False, False)
    one_sentence: bool = False

    @property
    def sides(self) -> tuple[Position, Position]:
        """Both positions, in order."""
        return self.a, self.b


@dataclass(frozen=True, slots=True)
class Step:
    """Where a pair came to rest, why, and which side (0 or 1) the sentence starts with."""

    rung: Rung
    kind: ConflictKind
    reason: ReasonCode
    first: int = 0


LetGo = tuple[ReasonCode, int]
"""Why a rung lets a pair go, and the side its sentence speaks of first."""
RungRule = Callable[[Pair], LetGo | None]


def fall(pair: Pair) -> Step:
    """The rung at which the pair comes to rest."""
    for rung, rule in RUNGS:
        let_go = rule(pair)
        if let_go is not None:
            return Step(rung, _kind(pair, let_go[0]), *let_go)
    return Step(Rung.CONTRADICTION, pair.finding.kind, pair.finding.reason, pair.finding.first)


def _kind(pair: Pair, reason: ReasonCode) -> ConflictKind:
    return ConflictKind.ABSOLUTE if reason in QUALIFYING else pair.finding.kind


def other_subject(pair: Pair) -> LetGo | None:
    """1: a rival or a by-product is another matter."""
    if pair.a.subject == pair.b.subject:
        return None
    return ReasonCode.OTHER_SUBJECT, int(pair.b.subject == SELF)


def other_scope(pair: Pair) -> LetGo | None:
    """2: both name a scope of one kind, and neither takes in the other."""
    one, other = pair.a.qualifiers.scope, pair.b.qualifiers.scope
    if one is None or other is None or one.kind is not other.kind:
        return None
    x, y = set(one.name.split()), set(other.name.split())
    return None if x <= y or y <= x else (ReasonCode.OTHER_SCOPE, 0)


def reported(pair: Pair) -> LetGo | None:
    """3: the source only reports it."""
    return _side(ReasonCode.REPORTED, pair, lambda p: p.qualifiers.reported)


def compatible(pair: Pair) -> LetGo | None:
    """4: both can hold as said; what one sentence says in one breath goes together."""
    if pair.finding.relation is Relation.COMPATIBLE:
        return pair.finding.reason, pair.finding.first
    return (ReasonCode.ONE_SENTENCE, 0) if pair.one_sentence else None


def room_left(pair: Pair) -> LetGo | None:
    """5: both speak of some cases only, or of other conditions."""
    a, b = pair.sides
    if partial(a) and partial(b):
        return ReasonCode.BOTH_PARTIAL, 0
    for side in (0, 1):
        other = pair.sides[1 - side].qualifiers
        if partial(pair.sides[side]) and other.quantifier is Quantifier.MOST:
            return ReasonCode.MOST_AND_SOME, side
    conditional = [_under_condition(pair, side) for side in (0, 1)]
    if all(conditional):
        excused = _same_condition(a, b) or any(_best_case_falls_short(pair, s) for s in (0, 1))
        return None if excused else (ReasonCode.OWN_CONDITIONS, 0)
    for side in (0, 1):
        if conditional[side] and partial(pair.sides[1 - side]):
            return ReasonCode.CONDITION_AND_SOME, side
    return _soft_tie(pair)


def _soft_tie(pair: Pair) -> LetGo | None:
    """A tie that only pulls apart leaves room for what is hedged, unless the other is absolute."""
    if pair.finding.reason is not ReasonCode.TIE or pair.finding.relation is not Relation.PULL:
        return None
    for side in (0, 1):
        soft = _weakened(pair, side)
        if soft and not denies_every_case(pair.sides[1 - side]):
            return ReasonCode.SOFT_TIE, side
    return None


def _weakened(pair: Pair, side: int) -> bool:
    p = pair.sides[side]
    loose = p.qualifiers.presupposed or p.qualifiers.degree is not None
    return partial(p) or loose or _under_condition(pair, side)


def tension(pair: Pair) -> LetGo | None:
    """6: they pull apart, or something takes the edge off one of them."""
    if pair.finding.relation is Relation.PULL:
        return pair.finding.reason, pair.finding.first
    return next((found for cap in CAPS if (found := cap(pair)) is not None), None)


def partial(p: Position) -> bool:
    """Whether it speaks of what may be, or of some cases. Usual and most count as asserted."""
    q = p.qualifiers
    return q.certainty is Certainty.POSSIBLE or q.quantifier is Quantifier.SOME


def denies_every_case(p: Position) -> bool:
    """A plain denial, and "endless", which denies every end."""
    q = p.qualifiers
    plain = q.certainty is Certainty.ASSERTED and q.condition is None and q.degree is None
    if not plain or q.quantifier in (Quantifier.SOME, Quantifier.MOST):
        return False
    return p.polarity is Polarity.DENY or _endless(p)


def _endless(p: Position) -> bool:
    return bool(p.value and p.value.quantity and p.value.quantity.endless)


def _under_condition(pair: Pair, side: int) -> bool:
    condition = pair.sides[side].qualifiers.condition
    varies = condition is not None and condition.text.lower().startswith(VARYING)
    return condition is not None and not varies and not pair.told[side]


VARYING = ("depending", "based on", "subject to", "varying")
"""What only says that cases differ is no condition under which one of them holds."""


def _same_condition(a: Position, b: Position) -> bool:
    """One condition, or two that both name the best case."""
    one, other = a.qualifiers.condition, b.qualifiers.condition
    if one is None or other is None:
        return False
    return (one.favourable and other.favourable) or one.text.lower() == other.text.lower()


def _side(reason: ReasonCode, pair: Pair, test: Callable[[Position], bool]) -> LetGo | None:
    """The first side that the test holds for."""
    if test(pair.a):
        return reason, 0
    return (reason, 1) if test(pair.b) else None


def _presupposed(pair: Pair) -> LetGo | None:
    return _side(ReasonCode.PRESUPPOSED, pair, lambda p: p.qualifiers.presupposed)


def _degree(pair: Pair) -> LetGo | None:
    """A tie knows nothing of degrees; kinds have dealt with them before."""
    return _side(ReasonCode.DEGREE, pair, lambda p: p.qualifiers.degree in QUALIFIED)


def _one_case(pair: Pair) -> LetGo | None:
    """One brand, clinic or client against a statement about all of them; two clients' stories."""
    if all(_a_story(p) for p in pair.sides):
        return ReasonCode.ONE_CASE, 0
    return _scoped(ReasonCode.ONE_CASE, pair, _limited_to(ScopeKind.BRAND))


def _a_story(p: Position) -> bool:
    return p.qualifiers.scope is not None and p.qualifiers.scope.name == ONE_CASE


def _row(pair: Pair) -> LetGo | None:
    """One row of a list or table against what is said of all cases."""
    return _scoped(ReasonCode.ROW, pair, _limited_to(ScopeKind.ROW))


def _subtype(pair: Pair) -> LetGo | None:
    """Kinds that a text tells apart; what one kind costs is not what all of them cost."""
    kind = _limited_to(ScopeKind.SUBTYPE)
    return _scoped(
        ReasonCode.SUBTYPE, pair, lambda p: p.id in pair.contrasted or (_priced(p) and kind(p))
    )


def _priced(p: Position) -> bool:
    quantity = p.value.quantity if p.value else None
    return quantity is not None and quantity.unit in MONEY


def _population(pair: Pair) -> LetGo | None:
    """A statement about some people, against one that does not claim to know no exception."""
    found = _scoped(ReasonCode.POPULATION, pair, _limited_to(ScopeKind.POPULATION))
    return None if found is None or _without_exception(pair.sides[1 - found[1]]) else found


def _without_exception(p: Position) -> bool:
    return denies_every_case(p) or p.qualifiers.quantifier is Quantifier.ALL


def _limited_to(kind: ScopeKind) -> Callable[[Position], bool]:
    return lambda p: p.qualifiers.scope is not None and p.qualifiers.scope.kind is kind


def _scoped(reason: ReasonCode, pair: Pair, test: Callable[[Position], bool]) -> LetGo | None:
    if test(pair.a) and test(pair.b):
        return None
    return _side(reason, pair, test)


def _hedged(pair: Pair) -> LetGo | None:
    """What may be, or is in some cases, unless the other side denies every case."""
    for side in (0, 1):
        excused = denies_every_case(pair.sides[1 - side]) or _best_case_falls_short(pair, side)
        if partial(pair.sides[side]) and not excused:
            return ReasonCode.HEDGED, side
    return None


def _conditional(pair: Pair) -> LetGo | None:
    """A condition against a plain statement, unless even the best case falls short of it."""
    if all(_under_condition(pair, side) for side in (0, 1)):
        return None
    for side in (0, 1):
        if _under_condition(pair, side) and not _best_case_falls_short(pair, side):
            return ReasonCode.CONDITIONAL, side
    return None


def _best_case_falls_short(pair: Pair, side: int) -> bool:
    condition = pair.sides[side].qualifiers.condition
    return bool(condition and condition.favourable and pair.finding.weaker == side)


def _limited(pair: Pair) -> LetGo | None:
    """A denial for a time denies nothing of the other times."""
    for side in (0, 1):
        if _denies_for_a_time(pair.sides[side]) and not _within_it(pair, side):
            return ReasonCode.LIMITED, side
        if _for_a_time(pair.sides[side]) and _endless(pair.sides[1 - side]):
            return ReasonCode.LIMITED, side  # what fades in the first week may yet stay
    return None


def _denies_for_a_time(p: Position) -> bool:
    return p.polarity is Polarity.DENY and _for_a_time(p)


def _for_a_time(p: Position) -> bool:
    scope = p.qualifiers.scope
    return scope is not None and scope.kind is ScopeKind.PHASE


def _within_it(pair: Pair, side: int) -> bool:
    """Whether the other side speaks of the time for which this one denies."""
    here, there = (pair.sides[k].qualifiers.scope for k in (side, 1 - side))
    if here is None or there is None or there.kind is not ScopeKind.PHASE:
        return False
    return set(here.name.split()) - _EACH <= set(there.name.split())


_EACH = frozenset({"each", "every"})


CAPS: tuple[RungRule, ...] = (
    _presupposed,
    _degree,
    _one_case,
    _row,
    _subtype,
    _population,
    _hedged,
    _conditional,
    _limited,
)
QUALIFYING = frozenset(
    {
        ReasonCode.PRESUPPOSED,
        ReasonCode.DEGREE,
        ReasonCode.ONE_CASE,
        ReasonCode.ROW,
        ReasonCode.POPULATION,
        ReasonCode.HEDGED,
        ReasonCode.CONDITIONAL,
        ReasonCode.LIMITED,
    }
)

RUNGS: tuple[tuple[Rung, RungRule], ...] = (
    (Rung.OTHER_SUBJECT, other_subject),
    (Rung.OTHER_SCOPE, other_scope),
    (Rung.REPORTED, reported),
    (Rung.COMPATIBLE, compatible),
    (Rung.ROOM_LEFT, room_left),
    (Rung.TENSION, tension),
)
