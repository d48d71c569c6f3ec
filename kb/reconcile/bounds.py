"""Bounds on the pairs of one question, so that a text full of figures stays small.

A question is an aspect, or two that are tied. Of its pairs a fixed number is compared, those of
the best supported positions with all others first; of what is found some hundreds are written
and the rest is counted. The choice hangs on the question's positions alone, not on their order.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from heapq import nsmallest
from itertools import combinations, islice
from typing import Generic, TypeVar

from kb.model import Position

T = TypeVar("T")
Two = tuple[Position, Position]
Rank = tuple[int, int, int, str, str]


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many pairs of one question are compared, and how many of each sort are written."""

    compared: int = 50_000
    conflicts: int = 400
    near_misses: int = 400
    refinements: int = 400


BOUNDS = Bounds()
UNBOUNDED = Bounds(sys.maxsize, sys.maxsize, sys.maxsize, sys.maxsize)


@dataclass(frozen=True, slots=True)
class Support:
    """How well positions are supported; `roots` has the source that each source is a copy of."""

    roots: Mapping[str, str]
    _known: dict[str, int] = field(default_factory=dict)

    def of(self, p: Position) -> int:
        """The sources of a position, copies of one another counted once."""
        if p.id not in self._known:
            self._known[p.id] = len({self.roots.get(s, s) for s in p.sources})
        return self._known[p.id]

    def ranked(self, positions: Iterable[Position]) -> list[Position]:
        """The best supported first, then by id."""
        return sorted(positions, key=lambda p: (-self.of(p), p.id))

    def rank(self, a: Position, b: Position) -> Rank:
        """Sorts pairs: those with more sources on both sides first, then by both ids.

        Of the ids the last digits are mixed, which say nothing of an id's place in their order:
        so among equals no position stands in most of the pairs.
        """
        few, many = sorted((self.of(a), self.of(b)))
        return -few, -many, int(a.id[-8:], 16) ^ int(b.id[-8:], 16), a.id, b.id


@dataclass(frozen=True, slots=True)
class Comparison(Generic[T]):
    """Positions to be held against each other, or against `others`; `judge` says what a pair is.

    `only` names positions, one of which is in each pair.
    """

    ones: Sequence[Position]
    others: Sequence[Position] | None
    judge: Callable[[Position, Position], T | None]
    only: frozenset[str] | None = None

    @property
    def size(self) -> int:
        """How many pairs there are."""
        n = len(self.ones)
        return n * (n - 1) // 2 if self.others is None else n * len(self.others)

    def pairs(self, most: int, support: Support) -> Iterator[Two]:
        """The pairs; where there are more than `most`, those that are led by better support."""
        if self.size <= most:
            return self._all()
        others = self.others and support.ranked(self.others)
        ranked = replace(self, ones=support.ranked(self.ones), others=others)
        return islice(ranked._all(), most)

    def _all(self) -> Iterator[Two]:
        if self.others is None:
            return _among(self.ones, self.only)
        across = _across(self.ones, self.others)
        return (two for two in across if self.only is None or not self.only.isdisjoint(ids(two)))


def ids(two: Two) -> tuple[str, str]:
    """The ids of a pair."""
    return two[0].id, two[1].id


def _among(positions: Sequence[Position], only: frozenset[str] | None) -> Iterator[Two]:
    if only is None:
        yield from combinations(positions, 2)
        return
    for n, p in enumerate(positions):
        if p.id in only:
            yield from ((q, p) for q in positions[:n] if q.id not in only)
            yield from ((p, q) for q in positions[n + 1 :])


def _across(ones: Sequence[Position], others: Sequence[Position]) -> Iterator[Two]:
    """The first of either side with all of the other, then the second with the rest, and on."""
    for n in range(min(len(ones), len(others))):
        yield from ((ones[n], other) for other in others[n:])
        yield from ((one, others[n]) for one in ones[n + 1 :])


def parted(found: Sequence[T], most: int, rank: Callable[[T], object]) -> tuple[list[T], list[T]]:
    """The foremost of what was found, `most` at the most, and the rest; each as they came."""
    if len(found) <= most:
        return list(found), []
    keep = set(nsmallest(most, range(len(found)), key=lambda n: rank(found[n])))  # type: ignore
    kept = [f for n, f in enumerate(found) if n in keep]
    return kept, [f for n, f in enumerate(found) if n not in keep]
