"""A question on its way into a lesson: its sides, and what of each is shown first.

Foremost on each side stands what is discussed: the plainest clash between two sources, if there
is one, and not what a single source says on both sides.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Conflict, Dispute, Strength
from kb.reconcile.taking import taking_part
from reports.teach.choose import Chosen
from reports.teach.wording import Cited, cited
from reports.views.balance import own_positions
from reports.views.book import Book
from reports.views.meter import Meter, calm_meter, counted_as, meter_of
from reports.views.passage import best

SIDES = 3  # set beside each other


@dataclass(frozen=True, slots=True)
class Planned:
    """A question with its sides as positions' ids, its meter, and a passage for each side.

    `between` are the two positions to discuss, of different sources and sides, if there are two.
    `apart` are the sources that stand on no one side plainly: they say both, or contradict
    themselves.
    """

    aspect: str
    dispute: Dispute | None
    sides: tuple[tuple[str, ...], ...]
    meter: Meter
    apart: frozenset[str]
    between: tuple[str, str] | None
    passages: tuple[Cited, ...]


def planned_of(book: Book, chosen: Chosen) -> Planned:
    """The question with its sides in order."""
    dispute = chosen.dispute
    if dispute:
        sides = [c.positions for c in dispute.camps]
    else:
        said = sorted(own_positions(book, chosen.aspect), key=lambda p: p.qualifiers.reported)
        sides = [tuple(p.id for p in said)] if said else []
    meter = meter_of(book, dispute) if dispute else calm_meter(book, chosen.aspect)
    apart = frozenset((*meter.torn, *meter.of("both", "several")))
    order = _Order(book, chosen.aspect, apart, counted_as(book))
    pairs = order.between(_conflicts(book, dispute), sides)
    ordered = tuple(order.of(ids, pairs) for ids in sides)
    passages = tuple(_passages(book, dispute, ordered, apart))
    return Planned(chosen.aspect, dispute, ordered, meter, apart, pairs, passages)


def _conflicts(book: Book, dispute: Dispute | None) -> list[Conflict]:
    mine = set(dispute.conflicts) if dispute else set()
    return [c for c in book.conflicts if c.id in mine]


@dataclass(frozen=True, slots=True)
class _Order:
    """What of a side comes first."""

    book: Book
    aspect: str
    apart: frozenset[str]
    counted: Mapping[str, str]

    def between(
        self, conflicts: Iterable[Conflict], sides: Sequence[Sequence[str]]
    ) -> tuple[str, str] | None:
        """The clash of two sources on two sides that is most to the point, as its positions."""
        place = {id: (n, k) for n, ids in enumerate(sides) for k, id in enumerate(ids)}
        found = []
        for c in conflicts:
            one, other = sorted((c.a.position, c.b.position), key=place.__getitem__)
            (n, i), (m, k) = place[one], place[other]
            if n != m and self._of_two(c):
                unclear = sum(not self._clear(id) for id in (one, other))
                soft, tied = c.strength is not Strength.CONTRADICTION, c.aspect != self.aspect
                settled = not self.book.is_open(c)
                found.append(((settled, tied, n + m, soft, unclear, i + k, c.id), (one, other)))
        return min(found)[1] if found else None

    def _of_two(self, conflict: Conflict) -> bool:
        claims, counted = self.book.claims, self.counted
        held = [{counted[claims[c].source] for c in s.claims} for s in (conflict.a, conflict.b)]
        return len(held[0] | held[1]) > 1

    def _clear(self, id: str) -> bool:
        """Whether some source holds it that stands on its side plainly."""
        return not self.apart.issuperset(self.book.positions[id].sources)

    def of(self, ids: Sequence[str], first: Iterable[str] | None) -> tuple[str, ...]:
        """What is discussed, then what answers the question itself, then what is held plainly."""
        held = {*(first or ())}

        def key(id: str) -> tuple[bool, bool, bool, bool]:
            position = self.book.positions[id]
            other, implied = position.aspect != self.aspect, position.qualifiers.presupposed
            return id not in held, other, not self._clear(id), implied

        return tuple(sorted(ids, key=key))


def _passages(
    book: Book, dispute: Dispute | None, sides: Sequence[Sequence[str]], apart: frozenset[str]
) -> Iterable[Cited]:
    """For each side the strongest passage, of a source that stands there alone if there is one."""
    taking = taking_part(_conflicts(book, dispute))
    for ids in sides[:SIDES]:
        claims = next((taking[id] for id in ids if id in taking), book.positions[ids[0]].claims)
        ranked = best(book, claims)
        alone = [id for id in ranked if book.claims[id].source not in apart]
        yield cited(book, (alone or ranked)[0])
