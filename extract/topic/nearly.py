"""Phrases of which a clause has all words but one, or all of them too far apart."""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple

from extract.parse import Token
from extract.topic.match import PhraseIndex
from extract.topic.slots import CompiledPhrase, slots_written

_Rank = tuple[int, int, int, int, int]


class NearMatch(NamedTuple):
    """A phrase that was nearly found: its key, what it lacks, and the `Token.i` of what it has.

    `lacks` is the slot as written; "" if all are filled, but not near one another. `elsewhere`:
    another clause of the sentence fills it. The nearest have the lowest `rank`.
    """

    key: Hashable
    lacks: str
    token_indices: tuple[int, ...]
    elsewhere: bool
    rank: _Rank


_Places = dict[Hashable, tuple[int, ...]]
_WEIGHTY = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM"})
_LIGHT = frozenset({"do", "have", "get", "be", "not", "most", "my", "how"})


class NearIndex:
    """Phrases of two slots and more, each under a key, ready to be nearly found."""

    def __init__(self, phrases: Iterable[tuple[Hashable, CompiledPhrase]]) -> None:
        self._rows = [(key, phrase) for key, phrase in phrases if len(phrase.slots) > 1]
        self._uses = Counter(slot for _, phrase in self._rows for slot in set(phrase.slots))
        alone = ((slot, CompiledPhrase("", (slot,))) for slot in self._uses)
        self._slots = PhraseIndex(alone)

    def nearly(
        self,
        tokens: Sequence[Token],
        found: Container[Hashable] = (),
        light: Container[int] = (),
        beside: Sequence[Token] = (),
    ) -> list[NearMatch]:
        """The best first: what lacks least, then what has most words of weight, then the rarest.

        `found` are keys found whole; words of `light` have no weight; `beside` are the words of
        the whole sentence.
        """
        places, around = self._places(tokens), self._places(beside)
        heavy = {t.i for t in tokens if t.pos in _WEIGHTY and t.lemma not in _LIGHT}
        heavy = {i for i in heavy if i not in light}
        return sorted(self._ranked(places, around, heavy, found), key=lambda near: near.rank)

    def _places(self, tokens: Sequence[Token]) -> _Places:
        """The tokens that fill each slot."""
        places: _Places = {}
        for match in self._slots.match(tokens):
            places[match.key] = (*places.get(match.key, ()), *match.token_indices)
        return places

    def _ranked(
        self, places: _Places, around: _Places, heavy: set[int], found: Container[Hashable]
    ) -> Iterator[NearMatch]:
        for row, (key, phrase) in enumerate(self._rows):
            has = [slot for slot in phrase.slots if slot in places]
            weighty = sum(not heavy.isdisjoint(places[slot]) for slot in has)
            if key in found or not weighty or len(has) < len(phrase.slots) - 1:
                continue
            words = tuple(sorted({i for slot in has for i in places[slot]}))
            lacks = next((n for n, slot in enumerate(phrase.slots) if slot not in places), None)
            away = lacks is not None and phrase.slots[lacks] in around
            written = "" if lacks is None else slots_written(phrase.text)[lacks]
            if len(words) >= len(has):
                rarest = min(self._uses[slot] for slot in has)
                rank = (lacks is not None and not away, -weighty, -len(has), rarest, row)
                yield NearMatch(key, written, words, away, rank)
