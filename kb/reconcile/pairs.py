"""Claims into knowledge: positions, the conflicts among them, and what only looks like one.

Only positions of one aspect, or of tied ones, are compared: the work grows with the claims and
with the square of the few distinct positions, never with the square of the claims.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from operator import attrgetter

from extract.model import SELF, Claim, ScopeKind, Span, digest, normalise
from extract.topic.schema import Topic
from kb.model import Conflict, NearMiss, Position, Reconciled, Rung, SideOf, Strength
from kb.reconcile.explain import Explainer
from kb.reconcile.kinds import Finding, Judge, judge_of
from kb.reconcile.ladder import Pair, Step, fall
from kb.reconcile.positions import positions_of
from kb.reconcile.reasons import ReasonCode
from kb.reconcile.ties import tied

Place = tuple[str, Span]
Cases = tuple[str | None, str | None]
BY_ID = attrgetter("id")


def reconcile(
    claims: Sequence[Claim], topic: Topic, misread: frozenset[str] = frozenset()
) -> Reconciled:
    """Positions, conflicts and near misses of the claims, in an order that owes nothing to theirs.

    `misread` are ids of claims that people say were read wrong: they take part in nothing.
    Ids of claims must be unique.
    Raises `KeyError` for a claim on an aspect that the topic does not have.
    """
    read = {c.id: c for c in claims if c.id not in misread}
    positions = positions_of(read.values(), topic)
    bench = _Bench(topic, read, positions)
    pairs = [*bench.of_one_aspect(), *bench.of_ties()]
    conflicts = [p for p in pairs if isinstance(p, Conflict)]
    misses = [p for p in pairs if isinstance(p, NearMiss)]
    return Reconciled(
        claims=tuple(sorted(read.values(), key=BY_ID)),
        positions=tuple(sorted(bench.refined(), key=BY_ID)),
        conflicts=tuple(sorted(conflicts, key=BY_ID)),
        near_misses=tuple(sorted(misses, key=lambda m: (m.a.position, m.b.position, m.aspect))),
    )


def beside(stored: Sequence[Claim], draft: Sequence[Claim], topic: Topic) -> Reconciled:
    """The claims of a draft put beside stored ones, as `reconcile` would put them.

    Only pairs with a claim of the draft on a side are compared, and `refines` is left out.
    Positions are those of all claims. Raises as `reconcile` does.
    """
    read = {c.id: c for c in (*stored, *draft)}
    positions = positions_of(read.values(), topic)
    ids = frozenset(c.id for c in draft)
    drafted = frozenset(
        p.id for same in positions.values() for p in same if not ids.isdisjoint(p.claims)
    )
    bench = _Bench(topic, read, positions, drafted)
    pairs = [*bench.of_one_aspect(), *bench.of_ties()]
    conflicts = [p for p in pairs if isinstance(p, Conflict)]
    misses = [p for p in pairs if isinstance(p, NearMiss)]
    return Reconciled(
        claims=tuple(sorted(read.values(), key=BY_ID)),
        positions=tuple(p for same in positions.values() for p in same),
        conflicts=tuple(sorted(conflicts, key=BY_ID)),
        near_misses=tuple(misses),
    )


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who says both sides of a pair, and which claims are left once sentences are not put
    against themselves."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    within: tuple[str, ...]


class _Bench:
    """What is laid out once for all pairs; `only` names positions, one of which is in each."""

    def __init__(
        self,
        topic: Topic,
        claims: Mapping[str, Claim],
        positions: Mapping[str, list[Position]],
        only: frozenset[str] | None = None,
    ) -> None:
        self.topic, self.claims, self.positions = topic, claims, positions
        self.only = only
        self.judges: dict[str, Judge] = {
            a.id: judge_of(a) for a in topic.aspects if a.id in positions
        }
        self.explainer = Explainer(topic, claims)
        self.contrasted = _contrasted(positions, claims)
        self._places: dict[str, frozenset[Place]] = {}
        self._sources: dict[str, frozenset[str]] = {}

    def of_one_aspect(self) -> Iterator[Conflict | NearMiss]:
        """Every pair of one aspect that does not plainly agree."""
        for aspect, positions in self.positions.items():
            judge = self.judges[aspect].judge
            for a, b in self._pairs(positions):
                finding = judge(a, b) if _comparable(a, b) else None
                if finding is not None:
                    yield self._settle(a, b, aspect, finding)

    def _pairs(self, positions: Sequence[Position]) -> Iterator[tuple[Position, Position]]:
        """The pairs of an aspect that are looked at, each in the positions' order."""
        if self.only is None:
            yield from combinations(positions, 2)
            return
        for n, p in enumerate(positions):
            if p.id in self.only:
                yield from ((q, p) for q in positions[:n] if q.id not in self.only)
                yield from ((p, q) for q in positions[n + 1 :])

    def of_ties(self) -> Iterator[Conflict | NearMiss]:
        """Every tied pair, once: by the tie under which it falls furthest."""
        best: dict[tuple[str, str], Conflict | NearMiss] = {}
        for t in tied(self.positions, self.topic):
            if not _comparable(t.a, t.b):
                continue
            if self.only is not None and self.only.isdisjoint((t.a.id, t.b.id)):
                continue
            if t.a.aspect == t.b.aspect and self.judges[t.a.aspect].judge(t.a, t.b):
                continue
            settled = self._settle(t.a, t.b, t.aspect, t.finding, t.tie.because, t.told)
            key = (t.a.id, t.b.id)
            if key not in best or _weight(settled) > _weight(best[key]):
                best[key] = settled
        yield from best.values()

    def refined(self) -> Iterator[Position]:
        """All positions, each with the more general ones that it is a case of."""
        for aspect, positions in self.positions.items():
            judge = self.judges[aspect]
            more: dict[str, list[str]] = {}
            cases = {p.id: _cases(p) for p in positions}
            for a, b in combinations(positions, 2):
                if _refines(a, b, cases, judge):
                    more.setdefault(a.id, []).append(b.id)
                elif _refines(b, a, cases, judge):
                    more.setdefault(b.id, []).append(a.id)
            for p in positions:
                yield replace(p, refines=tuple(sorted(more[p.id]))) if p.id in more else p

    def _settle(
        self,
        a: Position,
        b: Position,
        aspect: str,
        finding: Finding,
        because: str | None = None,
        told: tuple[bool, bool] = (False, False),
    ) -> Conflict | NearMiss:
        sides = self._taking_part(a, b)
        alone = not sides.a
        step = fall(Pair(a, b, finding, self.contrasted, told, one_sentence=alone))
        if step.rung is Rung.CONTRADICTION:
            step, sides = self._plainly(step, sides)
        why = self.explainer.of(a, b, step, because)
        if step.rung < Rung.TENSION:
            return NearMiss(aspect, SideOf(a.id, a.claims), SideOf(b.id, b.claims), step.rung, why)
        return _conflict(a, b, aspect, step, sides, why)

    def _plainly(self, step: Step, sides: _Sides) -> tuple[Step, _Sides]:
        """A contradiction of the claims read plainly; without any on a side, worth a look."""
        a, b = self._plain(sides.a), self._plain(sides.b)
        if a and b:
            return step, replace(sides, a=a, b=b)
        return replace(step, rung=Rung.TENSION, reason=ReasonCode.LOOSE, first=int(bool(a))), sides

    def _plain(self, claims: tuple[str, ...]) -> tuple[str, ...]:
        """The claims that are read plainly: what is read loosely contradicts nothing."""
        return tuple(c for c in claims if not self.claims[c].qualifiers.loose)

    def _taking_part(self, a: Position, b: Position) -> _Sides:
        """The claims that have one on the other side which is not in their own sentence."""
        shared = self._who(a) & self._who(b)
        if not shared:
            return _Sides(a.claims, b.claims, ())
        one, other = self._where(a), self._where(b)
        if one.isdisjoint(other):
            return _Sides(a.claims, b.claims, tuple(sorted(shared)))
        return _Sides(
            self._against(a, other),
            self._against(b, one),
            tuple(sorted(s for s in shared if _twice(s, one, other))),
        )

    def _against(self, p: Position, others: frozenset[Place]) -> tuple[str, ...]:
        """The claims of p that do not stand in the one and only place of the other side."""
        if len(others) > 1:
            return p.claims
        return tuple(c for c in p.claims if _place(self.claims[c]) not in others)

    def _where(self, p: Position) -> frozenset[Place]:
        if p.id not in self._places:
            self._places[p.id] = frozenset(_place(self.claims[c]) for c in p.claims)
        return self._places[p.id]

    def _who(self, p: Position) -> frozenset[str]:
        if p.id not in self._sources:
            self._sources[p.id] = frozenset(p.sources)
        return self._sources[p.id]


def _place(claim: Claim) -> Place:
    return claim.source, claim.sentence


def _twice(source: str, one: frozenset[Place], other: frozenset[Place]) -> bool:
    """Whether the source says both, in two sentences."""
    return len({p for p in one | other if p[0] == source}) > 1


def _comparable(a: Position, b: Position) -> bool:
    """One subject, or at least one side about the topic's own."""
    return a.subject == b.subject or SELF in (a.subject, b.subject)


def _weight(settled: Conflict | NearMiss) -> int:
    if isinstance(settled, NearMiss):
        return int(settled.rung)
    contradiction = settled.strength is Strength.CONTRADICTION
    return int(Rung.CONTRADICTION if contradiction else Rung.TENSION)


def _conflict(
    a: Position, b: Position, aspect: str, step: Step, sides: _Sides, why: str
) -> Conflict:
    hard = step.rung is Rung.CONTRADICTION
    return Conflict(
        id=digest(aspect, a.id, b.id),
        aspect=aspect,
        kind=step.kind,
        strength=Strength.CONTRADICTION if hard else Strength.TENSION,
        a=SideOf(a.id, sides.a),
        b=SideOf(b.id, sides.b),
        explanation=why,
        within_sources=sides.within,
        look=step.reason is ReasonCode.LOOSE,
    )


def _refines(a: Position, b: Position, cases: Mapping[str, Cases], judge: Judge) -> bool:
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


def _contrasted(
    positions: Mapping[str, Sequence[Position]], claims: Mapping[str, Claim]
) -> frozenset[str]:
    """Positions on a subtype, all of whose sources set it against another subtype."""
    found: list[str] = []
    for of_aspect in positions.values():
        scoped = [(p, name) for p in of_aspect if (name := _subtype(p)) is not None]
        named: dict[str, set[str]] = {}
        for p, name in scoped:
            for source in p.sources:
                named.setdefault(source, set()).add(name)
        found += [p.id for p, _ in scoped if all(len(named[s]) > 1 for s in p.sources)]
    return frozenset(found)


def _subtype(p: Position) -> str | None:
    scope = p.qualifiers.scope
    return scope.name if scope and scope.kind is ScopeKind.SUBTYPE else None
