"""Texts that are copies of one another, found without comparing every text with every other.

Runs of five words (shingles) are hashed; a fixed sample of the hashes, one in eight, goes into
a dictionary, after Broder, "On the resemblance and containment of documents" (1997). Texts that
share enough of them are then held against each other word by word. No hash depends on a seed.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import combinations
from zlib import crc32

from rapidfuzz.distance import Indel

from extract.model import normalise
from kb.model import Source

SHINGLE = 5
ONE_IN = 8
COMMON = 50  # a sampled shingle in more texts than this is boilerplate
SHARED = 0.3  # share of the smaller sample that must be met to look closer
ALIKE = 0.85  # share of the words, in order, that copies have in common
FEW_WORDS = 40  # shorter texts are too alike by chance

_WORD = re.compile(r"\w+")


Print = tuple[int, ...] | None
"""A text's sample, sorted; None for a text that is too short to be called a copy."""


def print_of(text: str) -> Print:
    """What copies of the text are found by."""
    words = _words(text)
    return tuple(sorted(_sample(words))) if len(words) >= FEW_WORDS else None


class Likeness:
    """Whether two texts, by their ids, are copies of each other; each pair is looked at once.

    `text` gives a text by its id; `known` are pairs that were looked at before, and `seen` those
    that were asked for.
    """

    def __init__(
        self, text: Callable[[str], str], known: Mapping[tuple[str, str], bool] | None = None
    ) -> None:
        self._text, self._known = text, known or {}
        self.seen: dict[tuple[str, str], bool] = {}

    def __call__(self, one: str, other: str) -> bool:
        """Whether the texts of these two are copies."""
        pair = (one, other)
        if pair not in self.seen:
            known = self._known.get(pair)
            self.seen[pair] = self._look(one, other) if known is None else known
        return self.seen[pair]

    def _look(self, one: str, other: str) -> bool:
        return alike(_words(self._text(one)), _words(self._text(other))) >= ALIKE


def copies(prints: Mapping[str, Print], like: Callable[[str, str], bool]) -> dict[str, str]:
    """The ids of texts that repeat another, each with that of the first (by id) it repeats."""
    first: dict[str, str] = {}
    for one, other in _candidates(prints):
        if one not in first and other not in first and like(one, other):
            first[other] = one
    return first


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of words that two texts have in common, in order: 0 to 1, symmetric."""
    return Indel.normalized_similarity(one, other, score_cutoff=ALIKE)


def with_copies(sources: Iterable[Source], found: Mapping[str, str]) -> tuple[Source, ...]:
    """The sources, each marked as a copy if its text was found to be one and nobody stated it
    before."""
    return tuple(s if s.copy_of else replace(s, copy_of=found.get(s.id)) for s in sources)


def _words(text: str) -> list[str]:
    return _WORD.findall(normalise(text))


def _sample(words: Sequence[str]) -> frozenset[int]:
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    hashes = {crc32(run.encode("utf-8", "surrogatepass")) for run in runs}
    return frozenset(h for h in hashes if h % ONE_IN == 0)


def _candidates(prints: Mapping[str, Print]) -> list[tuple[str, str]]:
    """Pairs of texts that share enough sampled shingles, sorted."""
    samples = {id: sample for id, sample in sorted(prints.items()) if sample is not None}
    common = Counter(shingle for sample in samples.values() for shingle in sample)
    holders: dict[int, list[str]] = {}
    for id, sample in samples.items():
        for shingle in sample:
            if 1 < common[shingle] <= COMMON:
                holders.setdefault(shingle, []).append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        shared.update(combinations(ids, 2))
    smaller = {pair: min(len(samples[pair[0]]), len(samples[pair[1]])) for pair in shared}
    return sorted(pair for pair, n in shared.items() if n >= SHARED * smaller[pair])
