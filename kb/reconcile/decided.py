"""Finds the pairs that people decided about, also where not all pairs of a question are compared.

A verdict names its conflict by a digest of both positions, which can't be turned round. Its line
also says what either side said; one side found by that is enough, for it is held against all.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.model import Claim, digest
from kb.model import Position, Verdict
from kb.reconcile.bounds import Two


@dataclass(frozen=True, slots=True)
class Decided:
    """The verdicts, and the claims that there are."""

    verdicts: Sequence[Verdict]
    claims: Mapping[str, Claim]

    def on(self, question: str) -> frozenset[str]:
        """The ids of conflicts on the question that a person said anything about."""
        return frozenset(v.conflict for v in self._verdicts(question))

    def pairs(
        self,
        question: str,
        ids: frozenset[str],
        ones: Sequence[Position],
        others: Sequence[Position],
    ) -> Iterator[Two]:
        """The pairs of one side and the other whose conflict has one of these ids."""
        verdicts = [v for v in self._verdicts(question) if v.conflict in ids]
        for one in self._named(verdicts, ones):
            yield from ((one, q) for q in others if conflict_id(question, one, q) in ids)
        for other in self._named(verdicts, others):
            yield from ((p, other) for p in ones if conflict_id(question, p, other) in ids)

    def _verdicts(self, question: str) -> Iterator[Verdict]:
        """Those on a pair of the question, and those whose line does not say what they are on."""
        return (v for v in self.verdicts if v.conflict and v.aspect in (None, question))

    def _named(self, verdicts: Iterable[Verdict], positions: Iterable[Position]) -> list[Position]:
        """The positions of which a verdict gives the id, the label or a passage."""
        said: set[str | None] = set()
        for v in verdicts:
            said |= {v.position, *(v.says or ()), *(v.passages or ())}
        return [p for p in positions if said & {p.id, p.label} or said & self._passages(p)]

    def _passages(self, p: Position) -> set[str]:
        return {" ".join(self.claims[id].quote.split()) for id in p.claims}


def conflict_id(question: str, a: Position, b: Position) -> str:
    """The id of the conflict of two positions, whichever comes first."""
    return digest(question, *sorted((a.id, b.id)))
