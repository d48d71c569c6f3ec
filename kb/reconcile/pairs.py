"""Claims into knowledge: positions, the conflicts among them, and what only looks like one.

Only positions of one aspect, or of tied ones, are compared, and of each such question a bounded
number of pairs: the work grows with the claims, not with the square of them or of the positions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from extract.model import SELF, Claim, Span
from extract.topic.schema import Tie, Topic
from kb.model import (
    BY_ID,
    BY_SIDES,
    Conflict,
    MorePairs,
    NearMiss,
    Position,
    Reconciled,
    Rung,
    SideOf,
    Strength,
    Verdict,
)
from kb.reconcile.bounds import BOUNDS, UNBOUNDED, Bounds, Comparison, Support, Two, parted
from kb.reconcile.contrast import contrasted
from kb.reconcile.decided import Decided, conflict_id
from kb.reconcile.explain import Explainer
from kb.reconcile.kinds import Finding, Judge, judge_of
from kb.reconcile.ladder import Pair, Step, fall
from kb.reconcile.positions import positions_of
from kb.reconcile.reasons import ReasonCode
from kb.reconcile.refining import refined
from kb.reconcile.ties import by_question, matching, tied, touches

Place = tuple[str, Span]


def reconcile(
    claims: Sequence[Claim],
    topic: Topic,
    misread: frozenset[str] = frozenset(),
    verdicts: Sequence[Verdict] = (),
    roots: Mapping[str, str] | None = None,
    bounds: Bounds = BOUNDS,
    asked: frozenset[str] | None = None,
) -> Reconciled:
    """Positions, conflicts and near misses of the claims, in an order that owes nothing to theirs.

    `asked` names the aspects to be reconciled, all if it is not given: those positions, and the
    pairs of each question that has one of them. `claims` must hold all of those questions.

    `misread` are ids of claims that people say were read wrong: they take part in nothing.
    Of a question with more pairs than `bounds`, the foremost are written, and those that
    `verdicts` are about. `roots` has the source that each source is a copy of in the end.
    Ids of claims must be unique.
    Raises `KeyError` for a claim on an aspect that the topic does not have.
    """
    read = {c.id: c for c in claims if c.id not in misread}
    positions = positions_of(read.values(), topic)
    bench = _Bench(topic, read, positions, Support(roots or {}), Decided(verdicts, read), bounds)
    conflicts, misses, more = bench.written(asked)
    known, cut = bench.refined(asked)
    return Reconciled(
        claims=tuple(sorted(read.values(), key=BY_ID)),
        positions=tuple(sorted(known, key=BY_ID)),
        conflicts=tuple(sorted(conflicts, key=BY_ID)),
        near_misses=tuple(sorted(misses, key=BY_SIDES)),
        more=_with_refinements(more, cut),
    )


def beside(stored: Sequence[Claim], draft: Sequence[Claim], topic: Topic) -> Reconciled:
    """The claims of a draft put beside stored ones, as `reconcile` would put them.

    Only pairs with a claim of the draft on a side are compared, all of them, and `refines` is
    left out. Positions are those of all claims. Raises as `reconcile` does.
    """
    read = {c.id: c for c in (*stored, *draft)}
    positions = positions_of(read.values(), topic)
    ids = frozenset(c.id for c in draft)
    drafted = frozenset(
        p.id for same in positions.values() for p in same if not ids.isdisjoint(p.claims)
    )
    bench = _Bench(topic, read, positions, Support({}), Decided((), read), UNBOUNDED, drafted)
    conflicts, misses, _ = bench.written(None)
    return Reconciled(
        claims=tuple(sorted(read.values(), key=BY_ID)),
        positions=tuple(p for same in positions.values() for p in same),
        conflicts=tuple(sorted(conflicts, key=BY_ID)),
        near_misses=tuple(misses),
    )


def _with_refinements(more: Iterable[MorePairs], cut: Mapping[str, int]) -> tuple[MorePairs, ...]:
    """The rows, with how many refinements of each aspect were left out."""
    rows = {m.aspect: m for m in more}
    for aspect, n in cut.items():
        rows[aspect] = replace(rows.get(aspect, MorePairs(aspect)), refinements=n)
    return tuple(rows[aspect] for aspect in sorted(rows))


@dataclass(frozen=True, slots=True)
class _Sides:
    """Who says both sides of a pair, and which claims are left once sentences are not put
    against themselves."""

    a: tuple[str, ...]
    b: tuple[str, ...]
    within: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Fallen:
    """A pair that does not plainly agree, and where it came to rest; not yet in words."""

    question: str
    a: Position
    b: Position
    step: Step
    sides: _Sides
    because: str | None

    @property
    def conflicting(self) -> bool:
        """Whether it is a conflict, not a near miss."""
        return self.step.rung >= Rung.TENSION

    @property
    def id(self) -> str:
        """The id of the conflict that it is."""
        return conflict_id(self.question, self.a, self.b)


_Comparisons = Sequence[Comparison[_Fallen]]


class _Bench:
    """What is laid out once for all pairs; `only` names positions, one of which is in each."""

    def __init__(
        self,
        topic: Topic,
        claims: Mapping[str, Claim],
        positions: Mapping[str, list[Position]],
        support: Support,
        decided: Decided,
        bounds: Bounds,
        only: frozenset[str] | None = None,
    ) -> None:
        self.topic, self.claims, self.positions = topic, claims, positions
        self.support, self.decided, self.bounds, self.only = support, decided, bounds, only
        self.judges: dict[str, Judge] = {
            a.id: judge_of(a) for a in topic.aspects if a.id in positions
        }
        self.explainer = Explainer(topic, claims)
        self.contrasted = contrasted(positions)
        self._places: dict[str, frozenset[Place]] = {}
        self._sources: dict[str, frozenset[str]] = {}

    def written(
        self, asked: frozenset[str] | None
    ) -> tuple[list[Conflict], list[NearMiss], list[MorePairs]]:
        """The pairs of the questions on these aspects, and a row for each that has more."""
        conflicts: list[Conflict] = []
        misses: list[NearMiss] = []
        more: list[MorePairs] = []
        for question, comparisons in self._questions():
            if not touches(question, asked):
                continue
            chosen, rest = self._chosen(question, comparisons)
            for f in chosen:
                why = self.explainer.of(f.a, f.b, f.step, f.because)
                if f.conflicting:
                    conflicts.append(_conflict(f, why))
                else:
                    misses.append(_near_miss(f, why))
            more += [rest] if rest else []
        return conflicts, misses, more

    def refined(self, asked: frozenset[str] | None) -> tuple[list[Position], dict[str, int]]:
        """The positions on these aspects with what they refine; how many such pairs are left
        out, by aspect."""
        found: list[Position] = []
        cut: dict[str, int] = {}
        for aspect, positions in self.positions.items():
            if not touches(aspect, asked):
                continue
            known, rest = refined(positions, self.judges[aspect], self.support, self.bounds)
            found += known
            cut |= {aspect: rest} if rest else {}
        return found, cut

    def _questions(self) -> Iterator[tuple[str, _Comparisons]]:
        """Each aspect with the ties within it, then each pair of tied aspects."""
        ties = by_question(self.topic.ties)
        for aspect, positions in self.positions.items():
            own = Comparison(positions, None, partial(self._of_aspect, aspect), self.only)
            within = [self._tie(aspect, tie) for tie in ties.pop(aspect, ())]
            yield aspect, [own, *within]
        for question, theirs in ties.items():
            yield question, [self._tie(question, tie) for tie in theirs]

    def _tie(self, question: str, tie: Tie) -> Comparison[_Fallen]:
        ones, others = (matching(s, self.positions, self.topic) for s in (tie.one, tie.other))
        return Comparison(ones, others, partial(self._of_tie, question, tie), self.only)

    def _chosen(
        self, question: str, comparisons: _Comparisons
    ) -> tuple[list[_Fallen], MorePairs | None]:
        """What is written of a question, and what more there is of it."""
        most = self.bounds.compared
        found = _furthest((c, c.pairs(most, self.support)) for c in comparisons)
        conflicts = [f for f in found if f.conflicting]
        misses = [f for f in found if not f.conflicting]
        hard, rest = parted(conflicts, self.bounds.conflicts, self._rank)
        soft, missed = parted(misses, self.bounds.near_misses, self._rank)
        skipped = sum(max(0, c.size - most) for c in comparisons)
        if not (rest or missed or skipped):
            return found, None
        ids = self.decided.on(question)
        kept, rest = _by_id(rest, ids)
        apart = [c for c in comparisons if c.size > most]
        kept += self._not_compared(question, ids - {f.id for f in (*hard, *kept)}, apart)
        return [*hard, *kept, *soft], _more(question, rest, len(missed), skipped)

    def _not_compared(
        self, question: str, ids: frozenset[str], comparisons: _Comparisons
    ) -> list[_Fallen]:
        """The conflicts of these ids among the pairs that are not compared."""
        pairs = (
            (c, self.decided.pairs(question, ids, c.ones, c.others or c.ones))
            for c in comparisons
            if ids
        )
        return [f for f in _furthest(pairs) if f.conflicting]

    def _rank(self, f: _Fallen) -> tuple[object, ...]:
        """Sorts contradictions before tensions, then by support; near misses by that alone."""
        softer = f.conflicting and f.step.rung is not Rung.CONTRADICTION
        return softer, self.support.rank(f.a, f.b)

    def _of_aspect(self, aspect: str, one: Position, other: Position) -> _Fallen | None:
        """Where a pair of one aspect comes to rest, unless it plainly agrees."""
        a, b = (one, other) if one.id < other.id else (other, one)
        finding = self.judges[aspect].judge(a, b) if _comparable(a, b) else None
        return None if finding is None else self._fall(aspect, a, b, finding)

    def _of_tie(self, question: str, tie: Tie, one: Position, other: Position) -> _Fallen | None:
        """Where a tied pair comes to rest, unless its own aspect knows more of it."""
        if one.id == other.id or not _comparable(one, other):
            return None
        t = tied(one, other, tie)
        if one.aspect == other.aspect and self.judges[one.aspect].judge(t.a, t.b):
            return None
        return self._fall(question, t.a, t.b, t.finding, tie.because, t.told)

    def _fall(
        self,
        question: str,
        a: Position,
        b: Position,
        finding: Finding,
        because: str | None = None,
        told: tuple[bool, bool] = (False, False),
    ) -> _Fallen:
        sides = self._taking_part(a, b)
        step = fall(Pair(a, b, finding, self.contrasted, told, one_sentence=not sides.a))
        if step.rung is Rung.CONTRADICTION:
            step = self._plainly(step, sides)
        return _Fallen(question, a, b, step, sides, because)

    def _plainly(self, step: Step, sides: _Sides) -> Step:
        """A contradiction, if each side has a claim that is read plainly; else worth a look."""
        loose = [not any(self._plain(id) for id in claims) for claims in (sides.a, sides.b)]
        if not any(loose):
            return step
        return replace(step, rung=Rung.TENSION, reason=ReasonCode.LOOSE, first=loose.index(True))

    def _plain(self, claim: str) -> bool:
        return not self.claims[claim].qualifiers.loose

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


def _furthest(pairs: Iterable[tuple[Comparison[_Fallen], Iterable[Two]]]) -> list[_Fallen]:
    """Each pair that falls, once: by the comparison under which it falls furthest."""
    best: dict[tuple[str, str], _Fallen] = {}
    for comparison, theirs in pairs:
        for one, other in theirs:
            f = comparison.judge(one, other)
            if f is not None:
                key = (f.a.id, f.b.id)
                if key not in best or f.step.rung > best[key].step.rung:
                    best[key] = f
    return list(best.values())


def _by_id(found: list[_Fallen], ids: frozenset[str]) -> tuple[list[_Fallen], list[_Fallen]]:
    """Those of these ids, and the others."""
    if not ids:
        return [], found
    known = [(f, f.id in ids) for f in found]
    return [f for f, there in known if there], [f for f, there in known if not there]


def _more(question: str, rest: Sequence[_Fallen], missed: int, skipped: int) -> MorePairs:
    hard = [f for f in rest if f.step.rung is Rung.CONTRADICTION]
    soft = [f for f in rest if f.step.rung is not Rung.CONTRADICTION]
    return MorePairs(
        aspect=question,
        contradictions=len(hard),
        tensions=len(soft),
        near_misses=missed,
        not_compared=skipped,
        contradicted=_between(hard),
        tense=_between(soft),
    )


def _between(found: Iterable[_Fallen]) -> tuple[str, ...]:
    return tuple(sorted({p.id for f in found for p in (f.a, f.b)}))


def _near_miss(f: _Fallen, why: str) -> NearMiss:
    a, b = SideOf(f.a.id, f.a.claims), SideOf(f.b.id, f.b.claims)
    return NearMiss(f.question, a, b, f.step.rung, why)


def _conflict(f: _Fallen, why: str) -> Conflict:
    hard = f.step.rung is Rung.CONTRADICTION
    return Conflict(
        id=f.id,
        aspect=f.question,
        kind=f.step.kind,
        strength=Strength.CONTRADICTION if hard else Strength.TENSION,
        a=SideOf(f.a.id, f.sides.a),
        b=SideOf(f.b.id, f.sides.b),
        explanation=why,
        within_sources=f.sides.within,
        look=f.step.reason is ReasonCode.LOOSE,
    )
