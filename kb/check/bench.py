"""What a draft's claims are held against: the positions and pairs that concern them.

Pairs fall down the same ladder as those among sources. What people settled counts no more, and
a position that they decided against speaks neither for nor against a draft.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from extract.model import Claim
from extract.topic.schema import Aspect, Kind
from kb.check.support import backs, falls_short
from kb.knowledge.value import Knowledge
from kb.model import Conflict, Position
from kb.reconcile.agreement import originals
from kb.reconcile.kinds import Judge, judge_of
from kb.reconcile.pairs import beside


@dataclass(frozen=True, slots=True)
class OpposingClaim:
    """A claim that stands against one of the draft's, with the conflict that sets them apart."""

    claim: Claim
    position: Position
    conflict: Conflict


class Bench:
    """A draft's claims beside those of the sources; `left_out` are sources that have no say."""

    def __init__(
        self, knowledge: Knowledge, draft: Sequence[Claim], left_out: frozenset[str] = frozenset()
    ) -> None:
        self.knowledge = knowledge
        self._drafted = {c.id for c in draft}
        stored = [c for c in knowledge.claims if c.source not in left_out]
        found = beside(stored, draft, knowledge.topic)
        self.claims = {c.id: c for c in found.claims}
        self.positions = {p.id: p for p in found.positions}
        self._of_claim = {id: p for p in found.positions for id in p.claims if id in self._drafted}
        self._conflicts: dict[str, list[Conflict]] = {}
        settled = knowledge.settled
        for conflict in found.conflicts:
            if conflict.id not in settled:
                for side in (conflict.a, conflict.b):
                    self._conflicts.setdefault(side.position, []).append(conflict)
        self._judges: dict[str, Judge] = {}

    def position_of(self, claim: Claim) -> Position:
        """The position of one of the draft's claims."""
        return self._of_claim[claim.id]

    def against(self, claim: Claim) -> Iterator[OpposingClaim]:
        """The sources' claims that stand against the draft's, contradictions first."""
        yield from (a for a in self._others(claim) if a.claim.id not in self._drafted)

    def against_itself(self, claim: Claim) -> Iterator[OpposingClaim]:
        """The draft's own claims against this one, in other sentences."""
        for other in self._others(claim):
            if other.claim.id in self._drafted and other.claim.sentence != claim.sentence:
                yield other

    def overruled(self, claim: Claim) -> Iterator[OpposingClaim]:
        """What people preferred to the position that the draft takes."""
        position = self.position_of(claim)
        for conflict in self._lost.get(position.id, ()):
            winner = self.knowledge.standings[conflict.id].preferred
            for id in self._claims_of(conflict, str(winner)):
                if id in self.claims:
                    yield OpposingClaim(
                        self.claims[id], self.knowledge.position(str(winner)), conflict
                    )

    def backing(self, claim: Claim) -> Iterator[tuple[Claim, Position, bool]]:
        """The sources' claims that say the same; whether all of it."""
        p = self.position_of(claim)
        if p.id in self._lost:
            return
        for q in self.same_question(p):
            fully = backs(p, q, self._aspect(p), self._judge(p))
            if fully or falls_short(p, q, self._aspect(p), self._judge(p)):
                yield from (
                    (self.claims[id], q, fully) for id in q.claims if id not in self._drafted
                )

    @cached_property
    def unsound(self) -> frozenset[str]:
        """The sources' positions that stand in a conflict among those who have a say."""
        found = {id for m in self.knowledge.more for id in (*m.contradicted, *m.tense)}
        for c in self.knowledge.conflicts:
            standing = self.knowledge.standings.get(c.id)
            open = standing is None or not (standing.settled or standing.contradicted)
            if open and all(self._spoken(s.claims) for s in (c.a, c.b)):
                found.update((c.a.position, c.b.position))
        return frozenset(found)

    def settled_with(self, p: str, q: str) -> bool:
        """Whether people let two positions stand side by side."""
        return frozenset((p, q)) in self._side_by_side

    @cached_property
    def _side_by_side(self) -> frozenset[frozenset[str]]:
        settled = self.knowledge.settled
        pairs = (c for c in self.knowledge.conflicts if c.id in settled)
        return frozenset(frozenset((c.a.position, c.b.position)) for c in pairs)

    def _spoken(self, claims: Sequence[str]) -> bool:
        return any(id in self.claims for id in claims)

    def same_question(self, p: Position) -> Sequence[Position]:
        """The sources' positions on the question of this one, without those that lost."""
        return self._alike.get(p.aspect, ())

    def no_wider(self, q: Position, p: Position) -> bool:
        """Whether q speaks of no more groups than p, so that it can be an exception to p."""
        of_groups = self._aspect(p).kind is Kind.ALL_OF
        return not of_groups or self._judge(p).narrower(q, p)

    def alike(self, p: Position, q: Position) -> bool:
        """Whether two answers of one aspect are the same, or one takes in the other."""
        judge = self._judge(p)
        return judge.narrower(p, q) or judge.narrower(q, p)

    def root(self, source: str) -> str:
        """The source that this one is a copy of in the end, or itself."""
        return self._roots.get(source, source)

    def _others(self, claim: Claim) -> Iterator[OpposingClaim]:
        p = self.position_of(claim)
        held = sorted(self._conflicts.get(p.id, ()), key=lambda c: (str(c.strength), c.id))
        for conflict in held:
            own, other = conflict.a, conflict.b
            if other.position == p.id:
                own, other = other, own
            if claim.id in own.claims and other.position not in self._lost:
                q = self.positions[other.position]
                yield from (OpposingClaim(self.claims[id], q, conflict) for id in other.claims)

    @cached_property
    def _lost(self) -> dict[str, list[Conflict]]:
        """The positions that people decided against, with the conflicts they lost."""
        lost: dict[str, list[Conflict]] = {}
        for conflict in self.knowledge.conflicts:
            standing = self.knowledge.standings.get(conflict.id)
            if standing and standing.contradicted:
                lost.setdefault(standing.contradicted, []).append(conflict)
        return lost

    @cached_property
    def _alike(self) -> dict[str, list[Position]]:
        """The sources' positions by aspect, without those that lost."""
        found: dict[str, list[Position]] = {}
        for p in self.positions.values():
            if p.id not in self._lost and not self._drafted.issuperset(p.claims):
                found.setdefault(p.aspect, []).append(p)
        return found

    @cached_property
    def _roots(self) -> dict[str, str]:
        return originals(self.knowledge.sources)

    def _aspect(self, p: Position) -> Aspect:
        return self.knowledge.topic.aspect(p.aspect)

    def _judge(self, p: Position) -> Judge:
        if p.aspect not in self._judges:
            self._judges[p.aspect] = judge_of(self._aspect(p))
        return self._judges[p.aspect]

    @staticmethod
    def _claims_of(conflict: Conflict, position: str) -> tuple[str, ...]:
        side = conflict.a if conflict.a.position == position else conflict.b
        return side.claims
