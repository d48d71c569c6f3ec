"""A candidate in its clause, with all that the judgement of its standing looks at."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extract.grammar.clauses import Clause
from extract.grammar.negation import Negation
from extract.grammar.tree import Tree
from extract.parse import Token
from extract.reading.kinds.base import Candidate
from extract.reading.place import Spot, place


@dataclass(frozen=True)
class Spoken:
    """A candidate's words, where they stand, and the clauses around them."""

    tree: Tree
    clause: Clause
    found: Sequence[Clause]
    negs: Sequence[Negation]
    candidate: Candidate
    place: Spot

    @cached_property
    def words(self) -> frozenset[int]:
        """The tokens that carry the candidate."""
        return frozenset(self.candidate.anchors)

    def chain(self) -> tuple[int, ...]:
        """The core and each word above it, up to the root; what governs a conjunct's first
        governs it too, but the first does not."""
        return self._chain

    def above(self) -> tuple[tuple[int, Token], ...]:
        """Each word above the core, as in `chain`, with the one below that hangs on it."""
        return self._above

    @cached_property
    def _chain(self) -> tuple[int, ...]:
        return (self.place.core, *(token.i for _, token in self._above))

    @cached_property
    def _above(self) -> tuple[tuple[int, Token], ...]:
        return tuple(self._climbed())

    def _climbed(self) -> Iterator[tuple[int, Token]]:
        at = self.place.core
        while self.tree[at].head != at:
            first = at
            while self.tree[first].dep == "conj" and self.tree[first].head != first:
                first = self.tree[first].head
            if self.tree[first].head == first:
                return
            at = self.tree[first].head
            yield first, self.tree[at]


def spoken(
    tree: Tree,
    clause: Clause,
    found: Sequence[Clause],
    negs: Sequence[Negation],
    candidate: Candidate,
) -> Spoken:
    """The candidate with its place found."""
    where = place(tree, clause.head, candidate.anchors)
    return Spoken(tree, clause, found, negs, candidate, where)


class SpokenRule(NamedTuple):
    """When a candidate is less than said: `example` where it holds, `counter` where not."""

    holds: Callable[[Spoken], Token | None]
    example: str
    counter: str

    @property
    def name(self) -> str:
        """What traces and tests call it."""
        return self.holds.__name__


def first_holding(rules: Sequence[SpokenRule], at: Spoken) -> tuple[str, Token | None]:
    """The name of the first rule that holds, and the word it saw; "" if none does."""
    for rule in rules:
        cue = rule.holds(at)
        if cue is not None:
            return rule.name, cue
    return "", None
