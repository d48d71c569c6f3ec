"""Finding phrases in a clause: many phrases at once, by their rarest slot.

What always holds: the slots of a match are filled by different tokens, neighbouring slots
stand at most `GAP` other tokens apart, and matches of one key share no token.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence, Set
from functools import cached_property
from itertools import count
from typing import Any, NamedTuple

from extract.parse import Token
from extract.topic.lexicon import Lexicon
from extract.topic.placing import (
    HYPHENS,
    NEGATING,
    Hit,
    PhraseMatch,
    Place,
    best,
    filled,
    negated,
    occurrences,
)
from extract.topic.slots import PARTS_OF_SPEECH, Alternative, CompiledPhrase
from extract.topic.verbal import verbal

_VERB = PARTS_OF_SPEECH["verb"]

_MOST_READ = 1 << 16  # forms remembered
_LEARNT = (16, 128, 1024)  # clauses after which phrases are put under their rarest slot anew

Tags = frozenset[str] | None
Row = tuple[Hashable, tuple[int, ...]]  # a key and the slots of its phrase
Ranked = tuple[int, tuple[int, ...]]  # the same, by the rank of the key
# What a key belongs to, and whether it leans: tells nothing of that without another key of it.
Group = Callable[[Any], tuple[Hashable, bool]]


class _Filling(NamedTuple):
    """Slots that are filled together, with a number of their own; the keys of which one of them
    is all, by rank, those that lean apart; and the longer phrases that stand under one of them.
    """

    number: int = 0
    slots: frozenset[int] = frozenset()
    whole: tuple[int, ...] = ()
    leaning: tuple[int, ...] = ()
    longer: tuple[tuple[int, Ranked], ...] = ()


Fill = tuple[Place, _Filling]
Run = tuple[tuple[int, ...], Tags, _Filling]  # the words after the second, and what all fill


class _Read(NamedTuple):
    """What one token may be: words, slots it fills alone, and runs of words it may begin.

    It fills the slots of `verbs` only if it is a verb after all. Runs stand under their next word.
    """

    words: frozenset[int]
    alone: _Filling
    verbs: _Filling
    runs: dict[int, list[Run]]


_NONE = _Filling()
_NOTHING = _Read(frozenset(), _NONE, _NONE, {})


class PhraseIndex:
    """Many phrases, each under a key, ready to be found in clauses.

    Keys may repeat. Matches come in text order, then in the order in which keys were given.
    """

    def __init__(
        self,
        phrases: Iterable[tuple[Hashable, CompiledPhrase]],
        group: Group = lambda key: (None, False),
    ) -> None:
        self._group = group
        self._lexicon = Lexicon()
        self._slot_ids: dict[frozenset[Alternative], int] = {}
        self._ranks: dict[Hashable, int] = {}
        self._alone: dict[int, list[tuple[Tags, int]]] = defaultdict(list)
        self._runs: dict[int, dict[tuple[tuple[int, ...], Tags], list[int]]] = defaultdict(dict)
        self._reads: dict[tuple[str, str, str, bool], _Read] = {}
        rows = [(key, tuple(self._slot(s) for s in phrase.slots)) for key, phrase in phrases]
        self._by_slot = self._anchored(dict.fromkeys(rows))
        self._fillers: dict[int, set[int]] = defaultdict(set)  # numbers of what fills each slot
        self._numbers = count(1)
        self._seen = 0
        self._often: Counter[int] = Counter()

    def to_row(self, encode: Callable[[Any], Any]) -> dict[str, Any]:
        """The index as JSON-able data; `encode` makes such data of a key."""
        names = {tags: name for name, tags in PARTS_OF_SPEECH.items()}
        return {
            "words": self._lexicon.to_row(),
            "keys": [encode(key) for key in self._ranks],
            "alone": [
                [id, [[tags and names[tags], slot] for tags, slot in rows]]
                for id, rows in self._alone.items()
            ],
            "runs": [
                [id, [[rest, tags and names[tags], at] for (rest, tags), at in rows.items()]]
                for id, rows in self._runs.items()
            ],
            "phrases": [
                [slot, [[self._ranks[key], slots] for key, slots in rows]]
                for slot, rows in self._by_slot.items()
            ],
        }

    @classmethod
    def from_row(
        cls,
        row: dict[str, Any],
        decode: Callable[[Any], Hashable],
        group: Group = lambda key: (None, False),
    ) -> "PhraseIndex":
        """The inverse of `to_row`."""
        made = cls((), group)
        tags: dict[str | None, Tags] = {None: None}
        tags.update(PARTS_OF_SPEECH)
        made._lexicon = Lexicon.from_row(row["words"])
        keys = [decode(key) for key in row["keys"]]
        made._ranks = {key: rank for rank, key in enumerate(keys)}
        for id, rows in row["alone"]:
            made._alone[id] = [(tags[pos], slot) for pos, slot in rows]
        for id, rows in row["runs"]:
            made._runs[id] = {(tuple(rest), tags[pos]): at for rest, pos, at in rows}
        for slot, rows in row["phrases"]:
            made._by_slot[slot] = [(keys[rank], tuple(slots)) for rank, slots in rows]
        return made

    def match(
        self, tokens: Sequence[Token], raised: Set[Hashable] | None = None
    ) -> list[PhraseMatch]:
        """Every phrase found in one clause, given as tokens in text order.

        Of occurrences of one key that share a token, the one with most slots stays, then the
        tightest, then the first. With `raised`, keys that lean are left out unless what they belong
        to is raised or has another key there.
        """
        if len(self._reads) >= _MOST_READ:
            self._forget()
        fills = self._fills(tokens)
        hits = self._hits(fills, raised)
        if self._seen < _LEARNT[-1]:
            self._learn(fills)
        return [match for _, _, match in sorted(self._stay(hits, tokens))]

    def _stay(
        self, hits: dict[int, list[Hit]], tokens: Sequence[Token]
    ) -> Iterator[tuple[tuple[int, ...], int, PhraseMatch]]:
        """The matches that stay, with the words and the rank by which they are sorted."""
        keys, words = self._keys, dict[tuple[Place, ...], tuple[int, ...]]()
        for rank, found in hits.items():
            if len(found) == 1:  # nearly always; and many keys stand in the same place
                slots, places = found[0]
                at = words.get(places)
                if at is None:
                    words[places] = at = filled(places, tokens)
                yield at, rank, PhraseMatch(keys[rank], at, slots)
                continue
            for match in best(keys[rank], found, tokens):
                yield match.token_indices, rank, match

    def _slot(self, alternatives: tuple[Alternative, ...]) -> int:
        key = frozenset(alternatives)
        if key not in self._slot_ids:
            self._slot_ids[key] = slot = len(self._slot_ids)
            for alternative in alternatives:
                self._enter(alternative, slot)
        return self._slot_ids[key]

    def _enter(self, alternative: Alternative, slot: int) -> None:
        tags = PARTS_OF_SPEECH[alternative.pos] if alternative.pos else None
        words = alternative.words
        self._alone[self._lexicon.add("".join(words))].append((tags, slot))
        if len(words) > 1:
            first, *rest = (self._lexicon.add(word) for word in words)
            self._runs[first].setdefault((tuple(rest), tags), []).append(slot)

    def _anchored(self, rows: Iterable[Row]) -> dict[int, list[Row]]:
        """Phrases under the slot that fewest of them share."""
        rows = list(rows)
        uses: dict[int, int] = defaultdict(int)
        for _, slots in rows:
            for slot in slots:
                uses[slot] += 1
        by_slot: dict[int, list[Row]] = defaultdict(list)
        for key, slots in rows:
            self._ranks.setdefault(key, len(self._ranks))
            by_slot[min(slots, key=lambda slot: (uses[slot], slot))].append((key, slots))
        return dict(by_slot)

    @cached_property
    def _keys(self) -> tuple[Hashable, ...]:
        """The keys by their ranks."""
        return tuple(self._ranks)

    @cached_property
    def _whole(self) -> dict[int, list[int]]:
        """The keys of the phrases of one slot, by rank, under that."""
        found: dict[int, list[int]] = defaultdict(list)
        for key, slots in (row for rows in self._by_slot.values() for row in rows):
            if len(slots) == 1:
                found[slots[0]].append(self._ranks[key])
        return dict(found)

    @cached_property
    def _leaning(self) -> tuple[tuple[Hashable, bool], ...]:
        """What each key belongs to and whether it leans, by rank."""
        return tuple([self._group(key) for key in self._keys])

    @cached_property
    def _groups(self) -> frozenset[Hashable]:
        return frozenset(group for group, _ in self._leaning)

    @cached_property
    def _rows(self) -> dict[int, list[tuple[int, Ranked]]]:
        """The longer phrases, each under its slot that was filled least often so far, with the
        next."""
        found: dict[int, list[tuple[int, Ranked]]] = defaultdict(list)
        for key, slots in (row for rows in self._by_slot.values() for row in rows):
            if len(slots) > 1:
                rarest, next, *_ = sorted(slots, key=lambda slot: (self._often[slot], slot))
                found[rarest].append((next, (self._ranks[key], slots)))
        return dict(found)

    def _learn(self, fills: Sequence[Fill]) -> None:
        """Count what is filled, for where phrases are looked up; what is found stays the same."""
        self._seen += 1
        self._often.update(set[int]().union(*(filling.slots for _, filling in fills)))
        if self._seen in _LEARNT:
            self.__dict__.pop("_rows", None)
            self._forget()

    def _forget(self) -> None:
        self._reads.clear()
        self._fillers.clear()

    def _hits(self, fills: Sequence[Fill], raised: Set[Hashable] | None) -> dict[int, list[Hit]]:
        """Where each key's phrases may stand, by the key's rank."""
        found: dict[int, list[Hit]] = defaultdict(list)
        where: dict[int, list[Place]] = defaultdict(list)
        for place, filling in fills:
            where[filling.number].append(place)
        longer, leaning = self._longer(fills, set(where)), self._leaning
        told = self._groups if raised is None else raised | self._told(fills, longer)
        for place, filling in fills:
            hit = (1, (place,))
            for rank in filling.whole:
                found[rank].append(hit)
            for rank in filling.leaning:
                if leaning[rank][0] in told:
                    found[rank].append(hit)
        for rank, slots in longer:
            if leaning[rank][0] in told:
                width, places = len(slots), [self._places(slot, where) for slot in slots]
                found[rank].extend([(width, hit) for hit in occurrences(places)])
        return found

    def _longer(self, fills: Sequence[Fill], numbers: set[int]) -> list[Ranked]:
        """The phrases of several slots the two rarest of which are filled."""
        found, fillers = dict[Ranked, None](), self._fillers
        for _, filling in fills:
            for next, phrase in filling.longer:
                if not fillers[next].isdisjoint(numbers):
                    found[phrase] = None
        return [*found]

    def _places(self, slot: int, where: Mapping[int, list[Place]]) -> list[Place]:
        """Where a slot is filled, each place once; `where` holds the places of each filling."""
        numbers = self._fillers[slot].intersection(where)
        if len(numbers) == 1:
            (only,) = numbers
            return where[only]
        return list(dict.fromkeys([place for number in numbers for place in where[number]]))

    def _told(self, fills: Sequence[Fill], longer: Sequence[Ranked]) -> set[Hashable]:
        """What has a key there that does not lean."""
        alone = {self._leaning[rank][0] for _, filling in fills for rank in filling.whole}
        beside = (self._leaning[rank] for rank, _ in longer)
        return alone.union([group for group, leans in beside if not leans])

    def _read(self, token: Token) -> _Read:
        read = self._resolve(token)
        self._reads[token.lower, token.lemma, token.pos, token.known] = read
        return read

    def _resolve(self, token: Token) -> _Read:
        words = self._lexicon.look_up(token)
        if not words:
            return _NOTHING
        ids = sorted(words)
        alone = [row for id in ids for row in self._alone.get(id, ())]
        slots = {slot for tags, slot in alone if tags is None or token.pos in tags}
        verbs = {s for tags, s in alone if tags is _VERB and s not in slots}
        runs: dict[int, list[Run]] = {}
        for id in ids:
            for (rest, tags), at in self._runs.get(id, {}).items():
                runs.setdefault(rest[0], []).append((rest[1:], tags, self._filling(at)))
        return _Read(words, self._filling(slots), self._filling(verbs), runs)

    def _filling(self, slots: Iterable[int]) -> _Filling:
        """These slots, with what they are to the phrases."""
        filled = frozenset(slots)
        if not filled:
            return _NONE
        whole = dict.fromkeys(rank for slot in filled for rank in self._whole.get(slot, ()))
        own = tuple([rank for rank in whole if not self._leaning[rank][1]])
        leaning = tuple([rank for rank in whole if self._leaning[rank][1]])
        longer = [row for slot in filled for row in self._rows.get(slot, ())]
        number = next(self._numbers)
        for slot in filled:
            self._fillers[slot].add(number)
        return _Filling(number, filled, own, leaning, tuple(longer))

    def _fills(self, tokens: Sequence[Token]) -> list[Fill]:
        """Places, and what each of them fills."""
        known = self._reads.get
        reads = [known((t.lower, t.lemma, t.pos, t.known)) or self._read(t) for t in tokens]
        words = {token.lower for token in tokens}
        hyphens, negating = not words.isdisjoint(HYPHENS), not words.isdisjoint(NEGATING)
        fills: list[Fill] = []
        for at, read in enumerate(reads):
            if hyphens and tokens[at].lower in HYPHENS and 0 < at < len(tokens) - 1:
                fills.append(((at - 1, at + 1), self._across(tokens, at)))
            if read is _NOTHING or (negating and negated(tokens, at)):
                continue
            if read.alone is not _NONE:
                fills.append(((at, at), read.alone))
            if read.verbs is not _NONE and verbal(tokens, at):
                fills.append(((at, at), read.verbs))
            if not read.runs:
                continue
            second = _next(tokens, at) if hyphens else at + 1
            for word in reads[second].words if second < len(tokens) else ():
                for rest, tags, filling in read.runs.get(word, ()):
                    last = _run(tokens, reads, second, rest, tags) if rest or tags else second
                    if last is not None:
                        fills.append(((at, last), filling))
        return fills

    def _across(self, tokens: Sequence[Token], hyphen: int) -> _Filling:
        """What a word fills that is one in the phrase and has a hyphen in the text."""
        form = tokens[hyphen - 1].lower + tokens[hyphen + 1].lower
        if not self._lexicon.joined(form):
            return _NONE
        after = tokens[hyphen + 1]
        whole = Token(
            after.i, form, form, form, after.pos, after.tag, after.dep, after.head, "", 0, 0
        )
        return self._read(whole).alone


def _next(tokens: Sequence[Token], at: int) -> int:
    """Where the next word stands, a hyphen skipped."""
    at += 1
    return at + 1 if at < len(tokens) and tokens[at].lower in HYPHENS else at


def _run(
    tokens: Sequence[Token], reads: list[_Read], at: int, rest: tuple[int, ...], tags: Tags
) -> int | None:
    """The last position of words side by side after `at`, hyphens skipped; `None` if not there."""
    for word in rest:
        at = _next(tokens, at)
        if at >= len(tokens) or word not in reads[at].words:
            return None
    fits = tags is None or tokens[at].pos in tags or (tags is _VERB and verbal(tokens, at))
    return at if fits else None
