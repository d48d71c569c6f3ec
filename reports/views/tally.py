"""Where each source stands on a question: on which side, plainly or with ifs, on several, silent.

Every source stands in exactly one share; copies of one another count as one source.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from extract.model import Certainty, Qualifiers, Quantifier, ScopeKind
from kb.model import Dispute, Position
from kb.reconcile.agreement import originals
from reports.views.book import Book

_IN_PART = (Quantifier.SOME, Quantifier.MOST)


class Stands(StrEnum):
    """How a source stands: on one side, or on none."""

    PLAIN = "plain"
    IFS = "ifs"
    BOTH = "both"
    ASIDE = "aside"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Share:
    """The sources that stand alike; `side` counts from 0, None where they are on no one side."""

    stance: Stands
    side: int | None
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The shares that are not empty, side after side, those on several sides between them."""

    shares: tuple[Share, ...]

    @property
    def total(self) -> int:
        """How many independent sources there are."""
        return sum(len(s.sources) for s in self.shares)

    def of(self, stance: Stands, side: int | None = None) -> tuple[str, ...]:
        """The sources that stand so."""
        return next((s.sources for s in self.shares if (s.stance, s.side) == (stance, side)), ())


def is_plain(q: Qualifiers) -> bool:
    """Whether a statement is made outright: not perhaps, for some, by degrees or under an if."""
    limited = q.scope is not None and q.scope.kind is not ScopeKind.PHASE
    hedged = q.certainty is Certainty.POSSIBLE or q.quantifier in _IN_PART or q.degree is not None
    return not (limited or hedged or q.condition or q.presupposed or q.loose)


def dispute_tally(book: Book, dispute: Dispute) -> Tally:
    """How the sources stand to the sides of a dispute."""
    return tally(book, dispute.aspects[0], dispute.subject, [c.positions for c in dispute.camps])


def tally(book: Book, aspect: str, subject: str, sides: Sequence[Iterable[str]]) -> Tally:
    """How the sources stand to these sides, each given by its positions' ids."""
    root = originals(book.sources.values())
    held: dict[str, dict[int, bool]] = {}
    for side, ids in enumerate(sides):
        for position in (book.positions[id] for id in ids):
            for source in position.sources:
                stands = held.setdefault(root[source], {})
                stands[side] = stands.get(side, False) or is_plain(position.qualifiers)
    speaking = {root[s] for p in _spoken(book, aspect, subject) for s in p.sources}
    found: dict[tuple[Stands, int | None], list[str]] = {}
    for id in dict.fromkeys(root[s] for s in book.sources):
        found.setdefault(_standing(held.get(id, {}), id in speaking), []).append(id)
    return Tally(tuple(_shares(book, root, found, len(sides))))


def _spoken(book: Book, aspect: str, subject: str) -> Iterable[Position]:
    """What sources say for themselves on the question."""
    found = book.by_aspect.get(aspect, ())
    return (p for p in found if p.subject == subject and not p.qualifiers.reported)


def _standing(stands: dict[int, bool], speaks: bool) -> tuple[Stands, int | None]:
    if len(stands) > 1:
        return Stands.BOTH, None
    for side, plainly in stands.items():
        return (Stands.PLAIN if plainly else Stands.IFS), side
    return (Stands.ASIDE if speaks else Stands.SILENT), None


def _shares(
    book: Book,
    root: dict[str, str],
    found: dict[tuple[Stands, int | None], list[str]],
    sides: int,
) -> Iterable[Share]:
    """In order: those on several sides stand between the first side and the others."""
    named: dict[str, str] = {}
    for id in book.sources:
        named.setdefault(root[id], root[id] if root[id] in book.sources else id)
    order: list[tuple[Stands, int | None]] = [(Stands.PLAIN, 0), (Stands.IFS, 0)]
    order.append((Stands.BOTH, None))
    order += [key for n in range(1, sides) for key in ((Stands.IFS, n), (Stands.PLAIN, n))]
    order += [(Stands.ASIDE, None), (Stands.SILENT, None)]
    for stance, side in order:
        if ids := found.get((stance, side)):
            yield Share(stance, side, tuple(named[id] for id in ids))
