"""Phrases that are hardly meant so: what a topic file's writer is warned of, without any text."""

import re
from collections.abc import Iterable, Iterator
from itertools import permutations
from typing import NamedTuple

from extract.topic.schema import Aspect, Topic
from extract.topic.slots import Alternative, CompiledPhrase, compile_phrase

_NOT = frozenset({"not", "n't", "never", "cannot"})
_LIST = re.compile(r"<([^<>]+)>")
Slot = tuple[Alternative, ...]


def holds_not(phrase: CompiledPhrase) -> str | None:
    """The word of denial that the phrase holds, if any."""
    words = (w for slot in phrase.slots for a in slot for w in a.words)
    return next((w for w in words if w in _NOT), None)


def covers(wide: CompiledPhrase, narrow: CompiledPhrase) -> bool:
    """Whether the first finds all that the second finds: its slots are among those, or wider."""
    if len(wide.slots) > len(narrow.slots):
        return False
    choices = permutations(narrow.slots, len(wide.slots))
    return any(all(map(_within, chosen, wide.slots)) for chosen in choices)


def _within(narrow: Slot, wide: Slot) -> bool:
    return all(a in wide or a._replace(pos=None) in wide for a in narrow)


def shadowed(phrases: Iterable[CompiledPhrase]) -> Iterator[tuple[CompiledPhrase, CompiledPhrase]]:
    """Of phrases of one sort, each that is never needed, with one that finds all it finds."""
    seen = list(phrases)
    for n, narrow in enumerate(seen):
        for m, wide in enumerate(seen):
            both = covers(wide, narrow)
            if m != n and both and (m < n or not covers(narrow, wide)):
                yield narrow, wide
                break


class PartInWhole(NamedTuple):
    """A `whole` phrase that holds a word of one part, and the part's name."""

    aspect: str
    phrase: str
    part: str


def parts_in_wholes(topic: Topic) -> Iterator[PartInWhole]:
    """Every such phrase of the topic; `whole` is for what means all of it."""
    for aspect in (a for a in topic.aspects if a.whole):
        words = _part_words(aspect, topic)
        for phrase in aspect.whole:
            held = (a.words for slot in compile_phrase(phrase, topic.lists).slots for a in slot)
            part = next((words[one] for one in held if one in words), None)
            if part:
                yield PartInWhole(aspect.id, phrase, part)


def _part_words(aspect: Aspect, topic: Topic) -> dict[tuple[str, ...], str]:
    """The words that name a part by themselves, each with the part's name."""
    found: dict[tuple[str, ...], str] = {}
    for part in aspect.answers():
        for text in (*part.words, *part.says):
            slots = compile_phrase(text, topic.lists).slots
            if len(slots) == 1:
                found |= {a.words: part.name for a in slots[0] if a.words not in found}
    return found


def unused_lists(topic: Topic, own: Iterable[str]) -> list[str]:
    """Those of the lists `own` that no phrase of the topic names."""
    return [name for name in own if name not in _named(topic)]


def _named(topic: Topic) -> frozenset[str]:
    return frozenset(_LIST.findall(topic.model_dump_json(exclude={"words"})))
