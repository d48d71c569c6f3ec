"""Words that are kin in WordNet: the same in a sense, derived, broader, opposite.

Kinship in some sense: whether it holds in the sense at hand is for the texts and a person to say.
"""

import gzip
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

from kb.suggest.trim import OUT, SORTS

# The tables' letters for the Universal Dependencies tags that they stand for.
TAGS = {"NOUN": "n", "VERB": "v", "ADJ": "a", "ADV": "r"}
# How much each sort of kinship tells, before it is shared out among a word's senses.
_WEIGHTS = {"same": 1.0, "derived": 0.9, "broader": 0.4, "opposite": 0.9}


class Sort(StrEnum):
    """How two words are kin."""

    SAME = "same"
    DERIVED = "derived"
    BROADER = "broader"
    OPPOSITE = "opposite"


_BY_SENSE = (Sort.SAME, Sort.BROADER)


class Kin(NamedTuple):
    """A word that is kin, how, and how surely: 1 for one of a single sense."""

    word: str
    sort: Sort
    weight: float


def kindred(
    vocabulary: Collection[tuple[str, str]], words: Collection[str]
) -> Mapping[str, tuple[tuple[str, Kin], ...]]:
    """For each of the words, those of the vocabulary that are kin to it, by their lemmas.

    The vocabulary has tags of `TAGS`. The table is read once through, for all together.
    """
    known = {(lemma, TAGS[tag]) for lemma, tag in vocabulary if tag in TAGS}
    found: dict[str, list[tuple[str, Kin]]] = defaultdict(list)
    rows, senses = [], dict[tuple[str, str], int]()
    for line in gzip.decompress(OUT.read_bytes()).decode().splitlines():
        word, pos, rest = line.split("\t", 2)
        if word in words:
            senses[word, pos] = int(rest[: rest.index("\t")] or 0)
        if (word, pos) in known:
            rows.append((word, pos, rest.split("\t")))
    for word, pos, fields in rows:
        for kin in _kin(*fields):
            if kin.word in words:
                found[kin.word].append((word, _shared(kin, senses.get((kin.word, pos), 1))))
    return {word: tuple(kins) for word, kins in found.items()}


def _kin(senses: str, *rows: str) -> Iterator[Kin]:
    """The kin in one row of the table; of several sorts, the surest."""
    best: dict[str, Kin] = {}
    for sort, row in zip(SORTS, rows, strict=True):
        for other in filter(None, row.split("|")):
            kin = _shared(Kin(other, Sort(sort), _WEIGHTS[sort]), int(senses))
            if other not in best or kin.weight > best[other].weight:
                best[other] = kin
    yield from (best[word] for word in sorted(best))


def _shared(kin: Kin, senses: int) -> Kin:
    """The kinship shared out among a word's senses; a derived form is clear by its stem."""
    spread = max(senses, 1) ** (0.5 if kin.sort in _BY_SENSE else 0.3)
    return kin._replace(weight=kin.weight / spread)
