"""Which conflicts and disputes wait for a person, and in which order they come.

A conflict waits while nobody decided, while people differ, and from the day on that a verdict
names to look again; a dispute while one of its conflicts does.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Conflict, Dispute, Ruling, State, VerdictKind


@dataclass(frozen=True, slots=True)
class Queue:
    """All conflicts or disputes in their order, and those of them that wait."""

    order: tuple[str, ...]
    waiting: frozenset[str]

    def after(self, id: str | None) -> str | None:
        """The next one that waits, the first if `id` is none of them."""
        return self._first(self.order[self._place(id) + 1 :])

    def before(self, id: str | None) -> str | None:
        """The one before that waits."""
        return self._first(self.order[: max(0, self._place(id))][::-1])

    def number(self, id: str) -> int:
        """Its number among those that wait, from one; 0 if it does not."""
        if id not in self.waiting:
            return 0
        return sum(x in self.waiting for x in self.order[: self._place(id) + 1])

    def among(self, ids: Iterable[str]) -> "Queue":
        """The queue of these alone."""
        some = frozenset(ids)
        return Queue(tuple(x for x in self.order if x in some), self.waiting & some)

    def _place(self, id: str | None) -> int:
        return self.order.index(id) if id in self.order else -1

    def _first(self, ids: Sequence[str]) -> str | None:
        return next((x for x in ids if x in self.waiting), None)


def queue_of(
    order: tuple[str, ...],
    conflicts: Iterable[Conflict],
    standing: Mapping[str, Ruling],
    today: str,
) -> Queue:
    """The queue as the verdicts stand on a day (a date such as 2027-01-31)."""
    waiting = (c.id for c in conflicts if _waits(c, standing.get(c.id), today))
    return Queue(order, frozenset(waiting))


def wholes_of(disputes: Iterable[Dispute], pairs: Queue) -> Queue:
    """The queue of the disputes, what matters most first."""
    by_id = {d.id: d.conflicts for d in disputes}
    waiting = (id for id, theirs in by_id.items() if pairs.waiting.intersection(theirs))
    return Queue(tuple(by_id), frozenset(waiting))


def _waits(conflict: Conflict, standing: Ruling | None, today: str) -> bool:
    if standing is None:
        return True
    if any(v.review and v.review <= today for v in standing.verdicts):
        return True
    undecided = standing.state in (State.OPEN, State.DISPUTED)
    return undecided and not _goes(conflict, standing)


def _goes(conflict: Conflict, standing: Ruling) -> bool:
    """Whether a side has no claim left, so that the next build drops the conflict."""
    misread = {v.claim for v in standing.verdicts if v.verdict is VerdictKind.MISREAD}
    agreed = standing.state is not State.DISPUTED
    return agreed and any(misread.issuperset(s.claims) for s in (conflict.a, conflict.b))
