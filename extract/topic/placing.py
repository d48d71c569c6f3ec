"""Where the slots of a phrase stand: its occurrences, and which of them stay."""

from collections.abc import Hashable, Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from extract.parse import Token

GAP = 6

HYPHENS = frozenset("-‐‑–")
# "non-invasive" is not invasive, "semi permanent" is not permanent.
NEGATING = frozenset({"non", "semi", "un", "quasi", "pseudo", "anti"})
_NEGATING_APART = frozenset({"non", "semi"})

Place = tuple[int, int]  # first and last position in the clause
Hit = tuple[int, tuple[Place, ...]]  # the slots of a phrase, and where they stand


class PhraseMatch(NamedTuple):
    """A phrase found: its key, the `Token.i` that fill it, in text order, and its slots."""

    key: Hashable
    token_indices: tuple[int, ...]
    slots: int


def occurrences(places: Sequence[Sequence[Place]]) -> Iterator[tuple[Place, ...]]:
    """The tightest filling of all slots that ends at each place.

    Taking the latest place of every other slot makes both the whole and each gap smallest;
    only where two of them share a token are earlier ones tried.
    """
    if not all(places):
        return
    if max(map(len, places)) == 1:  # nearly always: there is no choice
        only = tuple(sorted([found[0] for found in places]))
        if _fits(only):
            yield only
        return
    events = [(end, start, n) for n, found in enumerate(places) for start, end in found]
    latest: list[list[Place]] = [[] for _ in places]
    for end, start, which in sorted(events):
        place = (start, end)
        latest[which] = [place, *latest[which][:2]]
        if all(latest):
            chosen = _choose([[place] if w == which else seen for w, seen in enumerate(latest)])
            if chosen:
                yield chosen


def _choose(options: list[list[Place]]) -> tuple[Place, ...] | None:
    first = tuple(sorted([found[0] for found in options]))
    between = _between(first)
    if min(between) >= 0:
        return first if max(between) <= GAP else None
    ordered = [tuple(sorted(chosen)) for chosen in product(*options)]
    return max(filter(_fits, ordered), key=lambda c: c[0], default=None)


def _between(places: tuple[Place, ...]) -> list[int]:
    """How many tokens stand between neighbours; fewer than none where they share one."""
    return [start - end - 1 for (_, end), (start, _) in pairwise(places)] or [0]


def _fits(places: tuple[Place, ...]) -> bool:
    between = _between(places)
    return min(between) >= 0 and max(between) <= GAP


def best(key: Hashable, hits: list[Hit], tokens: Sequence[Token]) -> list[PhraseMatch]:
    """Of a key's occurrences, each with its slots, those that stay."""
    ranked = sorted([(-slots, hit[-1][1] - hit[0][0], hit, slots) for slots, hit in hits])
    best: list[PhraseMatch] = []
    taken: set[int] = set()
    for _, _, hit, slots in ranked:
        positions = [p for first, last in hit for p in range(first, last + 1)]
        if taken.isdisjoint(positions):
            taken.update(positions)
            best.append(PhraseMatch(key, filled(hit, tokens), slots))
    return best


def filled(places: tuple[Place, ...], tokens: Sequence[Token]) -> tuple[int, ...]:
    """The `Token.i` of the words in these places, but for hyphens."""
    return tuple([t.i for a, z in places for t in tokens[a : z + 1] if t.lower not in HYPHENS])


def negated(tokens: Sequence[Token], at: int) -> bool:
    """Whether a negating prefix stands before the token."""
    if not at:
        return False
    before = tokens[at - 1].lower
    if before in HYPHENS and at > 1:
        return tokens[at - 2].lower in NEGATING
    return before in _NEGATING_APART
