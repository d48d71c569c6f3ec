"""How much of each source is understood once people have corrected its reading."""

from collections.abc import Iterable
from dataclasses import replace

from extract.model import Claim, Span
from kb.model import Coverage

Sentences = dict[str, set[Span]]


def covered(
    coverage: Iterable[Coverage], before: Iterable[Claim], after: Iterable[Claim]
) -> tuple[Coverage, ...]:
    """The coverage with the claims `after` in place of those `before`.

    A sentence in which people found a claim is understood.
    """
    read, now = _sentences(before), _sentences(after)
    return tuple(_covered(c, read.get(c.source, set()), now.get(c.source, set())) for c in coverage)


def _sentences(claims: Iterable[Claim]) -> Sentences:
    found: Sentences = {}
    for claim in claims:
        found.setdefault(claim.source, set()).add(claim.sentence)
    return found


def _covered(coverage: Coverage, read: set[Span], now: set[Span]) -> Coverage:
    if read == now:
        return coverage
    silent = tuple(s for s in coverage.not_understood if not any(_meet(s, n) for n in now - read))
    with_claim = coverage.with_claim + len(now) - len(read)
    return replace(coverage, with_claim=min(with_claim, coverage.sentences), not_understood=silent)


def _meet(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
