"""A candidate in its clause, with all that the judgement of its standing looks at."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from extract.grammar.clauses import Clause
from extract.grammar.negation import Negation
from extract.grammar.tree import Tree
from extract.parse import Token
from extract.reading.kinds.base import Candidate
from extract.reading.needing import Askable
from extract.reading.place import Spot, place
from extract.value import value


@value
class Spoken:
    """A candidate's words, where they stand, and the clauses around them.

    `words` are the tokens that carry it. `chain` is the core and each word above it, up to the
    root; what governs a conjunct's first governs it too, but the first does not. `above` are
    those words above, each with the one below that hangs on it.
    """

    tree: Tree
    clause: Clause
    found: Sequence[Clause]
    negs: Sequence[Negation]
    candidate: Candidate
    place: Spot
    words: frozenset[int]
    above: tuple[tuple[int, Token], ...]
    chain: tuple[int, ...]


def spoken(
    tree: Tree,
    clause: Clause,
    found: Sequence[Clause],
    negs: Sequence[Negation],
    candidate: Candidate,
) -> Spoken:
    """The candidate with its place found."""
    where = place(tree, clause.head, candidate.anchors)
    above = tuple(_climbed(tree, where.core))
    chain = (where.core, *[token.i for _, token in above])
    words = frozenset(candidate.anchors)
    return Spoken(tree, clause, found, negs, candidate, where, words, above, chain)


def _climbed(tree: Tree, at: int) -> Iterator[tuple[int, Token]]:
    while tree[at].head != at:
        first = at
        while tree[first].dep == "conj" and tree[first].head != first:
            first = tree[first].head
        if tree[first].head == first:
            return
        at = tree[first].head
        yield first, tree[at]


Holds = Callable[[Spoken], Token | None]


class SpokenRule(NamedTuple):
    """When a candidate is less than said: `example` where it holds, `counter` where not."""

    holds: Holds
    example: str
    counter: str

    @property
    def name(self) -> str:
        """What traces and tests call it."""
        return self.holds.__name__


class Rulebook:
    """Rules in the order of their say. In a paragraph only those are asked that may hold there."""

    def __init__(self, rules: Sequence[SpokenRule]) -> None:
        self._asked = Askable([(rule, rule.holds) for rule in rules])

    def first_holding(self, at: Spoken) -> tuple[str, Token | None]:
        """The name of the first rule that holds, and the word it saw; "" if none does."""
        for rule in self._asked.of(at.tree):
            cue = rule.holds(at)
            if cue is not None:
                return rule.name, cue
        return "", None
