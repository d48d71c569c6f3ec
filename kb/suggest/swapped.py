"""Phrases with one word changed for one that is kin to it, where the texts have that word.

Of a phrase of several words the others must stand in the clause, and the new word hang together
with one of them in the parse; of a single word the kinship must be close.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from extract.parse import Token
from extract.rules import Role, Rules, Saying
from extract.topic.forgiving import ANSWERS
from extract.topic.inflect import canonical
from extract.topic.phrase import Alternative, CompiledPhrase, PhraseIndex
from extract.topic.schema import Aspect
from extract.topic.slots import slots_written
from kb.suggest.model import Idea, Proposing, TopicPlace
from kb.suggest.seen import SeenClause, known_phrases
from kb.suggest.thesaurus import TAGS, Kin, Sort, kindred

_MANY = 4  # alternatives of a slot that show its sense
CLOSE = 0.45  # kinship from which a word alone may stand for another
LOOSE = 0.1  # the same, where other words of the phrase stand beside it
_KEYS = {
    Role.SAYS: "says",
    Role.DENIES: "denies",
    Role.WHOLE: "whole",
    Role.ANSWER_SAYS: "says",
    Role.ANSWER_WORDS: "words",
}
_LIGHT = {
    (w, "VERB") for w in "be have do get go make take give come see know say use need".split()
}

Slot = tuple[Alternative, ...]


class _Row(NamedTuple):
    """A phrase of the topic file with the slots it has."""

    saying: Saying
    phrase: CompiledPhrase


class _Swap(NamedTuple):
    """A word of a text that may stand in a slot, for which word of it, and how surely."""

    token: Token
    kin: Kin
    instead: str


def swapped(seen: Sequence[SeenClause], rules: Rules) -> Iterator[Idea]:
    """Ideas for phrases and words of answers, one for each clause that gives it."""
    rows = [_Row(s, p) for s, p in known_phrases(rules) if s.role in _KEYS]
    shop = _Shop(rows, seen)
    for at in seen:
        if not at.heading:
            yield from _ideas(at, shop, rules)


class _Shop:
    """The phrases, by the words that may be changed for one of theirs and by the slot changed."""

    def __init__(self, rows: Sequence[_Row], seen: Sequence[SeenClause]) -> None:
        by_slot: dict[Slot, list[_Row]] = defaultdict(list)
        for row in rows:
            for slot in dict.fromkeys(row.phrase.slots):
                by_slot[slot].append(row)
        known = {(t.lemma, t.pos) for at in seen for t in at.content if t.pos in TAGS}
        words = {" ".join(one.words) for slot in by_slot for one in slot}
        kin = _by_lemma(kindred(known - _LIGHT, words), by_slot)
        self.swaps: dict[str, list[tuple[Slot, Kin, str, list[_Row]]]] = defaultdict(list)
        for word, slots in kin.items():
            for slot, each, instead in slots:
                fit = [row for row in by_slot[slot] if _may(row, each)]
                if fit:
                    self.swaps[word].append((slot, each, instead, fit))
        fits = [row for swaps in self.swaps.values() for *_, fit in swaps for row in fit]
        wanted = {slot for row in fits for slot in row.phrase.slots}
        slots_wanted = (s for s in by_slot if s in wanted)
        self.index = PhraseIndex((s, CompiledPhrase("", (s,))) for s in slots_wanted)

    def filled(self, tokens: Sequence[Token]) -> dict[Hashable, tuple[int, ...]]:
        """The tokens that fill each slot."""
        places: dict[Hashable, tuple[int, ...]] = {}
        for match in self.index.match(tokens):
            places[match.key] = (*places.get(match.key, ()), *match.token_indices)
        return places


def _may(row: _Row, kin: Kin) -> bool:
    """Whether kinship is close enough for the phrase: closer, where no other word stands by."""
    if kin.sort is Sort.OPPOSITE and row.saying.role is not Role.SAYS:
        return False
    return kin.weight >= (LOOSE if len(row.phrase.slots) > 1 else CLOSE)


def _by_lemma(
    kin: Mapping[str, tuple[tuple[str, Kin], ...]], slots: Iterable[Slot]
) -> dict[str, list[tuple[Slot, Kin, str]]]:
    """For each word of the texts, the slots that have words kin to it, with the closest.

    Several words of a slot say together which sense is meant: one that is kin to a single
    word of many may be kin to another sense of it.
    """
    rows: dict[str, list[tuple[Slot, Kin, str]]] = defaultdict(list)
    for slot in slots:
        found: dict[str, list[tuple[Kin, str]]] = defaultdict(list)
        for instead in dict.fromkeys(" ".join(one.words) for one in slot):
            for word, each in kin.get(instead, ()):
                found[word].append((each, instead))
        for word, kins in found.items():
            best, instead = max(kins, key=lambda k: (k[0].weight, k[1]))
            share = min(1.0, 0.5 + len(kins) / 4) if len(slot) >= _MANY else 1.0
            rows[word].append((slot, best._replace(weight=best.weight * share), instead))
    return rows


def _ideas(at: SeenClause, shop: _Shop, rules: Rules) -> Iterator[Idea]:
    near = [t for t in at.content if t.lemma in shop.swaps]
    if not near:
        return
    filled = shop.filled(at.tokens)
    for token in near:
        for slot, kin, instead, rows in shop.swaps[token.lemma]:
            if slot not in filled:
                swap = _Swap(token, kin, instead)
                for row in rows:
                    if not at.answers(row.saying.aspect):
                        yield from _idea(at, row, slot, swap, filled, rules)


def _idea(
    at: SeenClause,
    row: _Row,
    slot: Slot,
    swap: _Swap,
    filled: Mapping[Hashable, tuple[int, ...]],
    rules: Rules,
) -> Iterator[Idea]:
    others = [s for s in row.phrase.slots if s is not slot and s != slot]
    opposite = swap.kin.sort is Sort.OPPOSITE
    broad = swap.kin.sort is Sort.BROADER and not others and swap.token.pos != "NOUN"
    if broad or any(s not in filled for s in others):
        return
    heavy = {t.i for t in at.content}
    if others and heavy.isdisjoint(i for s in others for i in filled[s]):
        return
    held = others and _held(at, swap.token, [i for s in others for i in filled[s]])
    if others and not held:
        return
    aspect = rules.aspects[row.saying.aspect]
    text = _text(at, row, slot, swap, filled)
    if text is None:
        return
    weight = min(1.0, swap.kin.weight + (0.3 if others else 0.0))
    place = place_of(row.saying, aspect, denies=opposite)
    sort = Proposing.WORD if row.saying.role is Role.ANSWER_WORDS else Proposing.PHRASE
    why = f"“{swap.token.lemma}” is {_TOLD[swap.kin.sort]} “{swap.instead}” of `{row.phrase.text}`"
    yield Idea(sort, place, text, why, weight, ((at.source, at.sentence),))


_TOLD = {
    Sort.SAME: "another word for",
    Sort.DERIVED: "of one stem with",
    Sort.BROADER: "a kind of",
    Sort.OPPOSITE: "the opposite of",
}


def _held(at: SeenClause, token: Token, others: Sequence[int]) -> bool:
    """Whether the word hangs together with one of the others: on it, or on the same word."""
    tree = at.tree
    return any(
        token.head == i or tree[i].head in (token.i, token.head) for i in others if i != token.i
    )


def _text(
    at: SeenClause,
    row: _Row,
    slot: Slot,
    swap: _Swap,
    filled: Mapping[Hashable, tuple[int, ...]],
) -> str | None:
    """The phrase with the new word in that slot; `None` if it would be no new phrase.

    Of a long slot only the words that stand here are taken over.
    """
    written = slots_written(row.phrase.text)
    if len(written) != len(row.phrase.slots):
        return None
    made = []
    for words, each in zip(written, row.phrase.slots, strict=True):
        if each == slot:
            made.append(canonical(swap.token.lemma))
        elif words.count("|") < _MANY and not words.count("<") > 1:
            made.append(words)
        else:
            run = [at.tree[i].lower for i in filled[each] if at.tree[i].lower.isalpha()]
            made.append(run[0] if run else words)
    return " ".join(made)


def place_of(saying: Saying, aspect: Aspect, denies: bool = False) -> TopicPlace:
    """Where in the topic file a phrase of that role stands."""
    key = "denies" if denies and not saying.answer else _KEYS[saying.role]
    if saying.answer is None:
        return TopicPlace(key, aspect.id)
    return TopicPlace(key, aspect.id, group_of(aspect), saying.answer)


def group_of(aspect: Aspect) -> str:
    """The key under which the aspect's answers stand."""
    return next((key for key in ANSWERS if getattr(aspect, key)), "parts")
