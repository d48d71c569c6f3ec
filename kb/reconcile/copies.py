"""Texts that are copies of one another, found without comparing every text with every other.

Runs of five words (shingles) are hashed; a fixed sample of the hashes, one in eight, goes into
a dictionary, after Broder, "On the resemblance and containment of documents" (1997). Texts that
share enough of them are then held against each other word by word. No hash depends on a seed.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
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


def copies(texts: Mapping[str, str]) -> dict[str, str]:
    """The ids of texts that repeat another, each with that of the first (by id) it repeats."""
    words = {id: _WORD.findall(normalise(texts[id])) for id in sorted(texts)}
    long = {id: found for id, found in words.items() if len(found) >= FEW_WORDS}
    first: dict[str, str] = {}
    for one, other in _candidates(long):
        if one not in first and other not in first and alike(long[one], long[other]) >= ALIKE:
            first[other] = one
    return first


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """The share of words that two texts have in common, in order: 0 to 1, symmetric."""
    return Indel.normalized_similarity(one, other, score_cutoff=ALIKE)


def with_copies(sources: Iterable[Source], texts: Mapping[str, str]) -> tuple[Source, ...]:
    """The sources, each marked as a copy if its text says so and nobody stated it before."""
    found = copies(texts)
    return tuple(s if s.copy_of else replace(s, copy_of=found.get(s.id)) for s in sources)


def _sample(words: Sequence[str]) -> frozenset[int]:
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    hashes = {crc32(run.encode("utf-8", "surrogatepass")) for run in runs}
    return frozenset(h for h in hashes if h % ONE_IN == 0)


def _candidates(words: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """Pairs of texts that share enough sampled shingles, sorted."""
    samples = {id: _sample(found) for id, found in words.items()}
    holders: dict[int, list[str]] = {}
    for id, sample in samples.items():
        for shingle in sorted(sample):
            holders.setdefault(shingle, []).append(id)
    shared: Counter[tuple[str, str]] = Counter()
    for ids in holders.values():
        if len(ids) <= COMMON:
            shared.update(combinations(ids, 2))
    smaller = {pair: min(len(samples[pair[0]]), len(samples[pair[1]])) for pair in shared}
    return sorted(pair for pair, n in shared.items() if n >= SHARED * smaller[pair])
