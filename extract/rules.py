"""A topic file made ready for reading: its phrases compiled into two indexes.

`mentions` finds what a text speaks of (the subject, a rival, a by-product, people …);
`phrases` finds what it says of it (aspects and their answers).
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from extract.quantity import UnitTable, find_quantities
from extract.topic.phrase import CompiledPhrase, PhraseIndex, compile_phrase
from extract.topic.schema import Answer, Aspect, Kind, Phrases, Topic

_WORD = re.compile(r"[a-z0-9]+")


class Mention(StrEnum):
    """What a phrase of the topic file refers to, the strongest first."""

    SELF = "self"
    SUBTYPE = "subtype"
    BRAND = "brand"
    RIVAL = "rival"
    BY_PRODUCT = "by-product"
    STAND_IN = "stand-in"
    PEOPLE = "people"
    BELONGING = "belonging"
    POPULATION = "population"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Meaning:
    """The key of a mention: what it refers to, and its name in the topic file."""

    mention: Mention
    name: str


class Role(StrEnum):
    """What a phrase does for its aspect."""

    SAYS = "says"
    DENIES = "denies"
    UNLESS = "unless"
    ASKED = "asked"
    WHOLE = "whole"
    ANSWER_WORDS = "answer-words"
    ANSWER_SAYS = "answer-says"
    ANSWER_UNLESS = "answer-unless"


_TELLING = (Role.SAYS, Role.DENIES, Role.WHOLE, Role.ANSWER_SAYS)


@dataclass(frozen=True, slots=True)
class Saying:
    """The key of an aspect's phrase: the aspect's id, the phrase's role, the answer's name."""

    aspect: str
    role: Role
    answer: str | None
    phrase: str


class Rules:
    """All that extraction needs of a topic, compiled once."""

    def __init__(self, topic: Topic) -> None:
        self.topic = topic
        self.aspects: Mapping[str, Aspect] = {a.id: a for a in topic.aspects}
        self.ranks: Mapping[str, int] = {id: rank for rank, id in enumerate(self.aspects)}
        self.groups = frozenset(a.id for a in topic.aspects if a.kind is Kind.ALL_OF)
        self.units = UnitTable.build((u.name, u.names) for u in topic.units)

    def to_row(self) -> dict[str, Any]:
        """The compiled phrases as JSON-able data, for this topic file alone."""
        return {
            "mentions": self.mentions.to_row(lambda m: [m.mention, m.name]),
            "phrases": self.phrases.to_row(lambda s: [s.aspect, s.role, s.answer, s.phrase]),
        }

    @classmethod
    def from_row(cls, topic: Topic, row: dict[str, Any]) -> "Rules":
        """The rules of the topic of which `to_row` was taken, without compiling them again."""
        made = cls(topic)
        made.mentions = PhraseIndex.from_row(
            row["mentions"], lambda m: Meaning(Mention(m[0]), m[1])
        )
        made.phrases = PhraseIndex.from_row(
            row["phrases"], lambda s: Saying(s[0], Role(s[1]), s[2], s[3]), made._group
        )
        return made

    @cached_property
    def mentions(self) -> PhraseIndex:
        """Finds the subject, rivals, by-products, people and background; keys are `Meaning`."""
        return PhraseIndex(self._mentions())

    @cached_property
    def phrases(self) -> PhraseIndex:
        """Finds what is said; keys are `Saying`."""
        return PhraseIndex(self.sayings(), self._group)

    def _group(self, saying: Saying) -> tuple[str, bool]:
        """The phrase's aspect, and whether it only says more of what is raised or told there."""
        told = saying.role in _TELLING
        act = saying.role is Role.ANSWER_WORDS and self.aspects[saying.aspect].kind is Kind.ADVICE
        return saying.aspect, not (told or act)

    @cached_property
    def own_words(self) -> frozenset[str]:
        """The last words of the subject's names that are in no rival's name."""
        names = (self.topic.subject.name, *self.topic.subject.names)
        theirs = {w for r in self.topic.rivals for n in r.names for w in _WORD.findall(n.lower())}
        last = {found[-1] for n in names if (found := _WORD.findall(n.lower()))}
        return frozenset(last - theirs)

    @cached_property
    def answers(self) -> Mapping[tuple[str, str], Answer]:
        """Every answer by its aspect's id and its name."""
        return {(a.id, answer.name): answer for a in self.topic.aspects for answer in a.answers()}

    @cached_property
    def plausible(self) -> Mapping[str, tuple[float, float]]:
        """The range in base units in which an aspect's quantities can lie."""
        return {a.id: self._range(a) for a in self.topic.aspects if a.unit}

    def _range(self, aspect: Aspect) -> tuple[float, float]:
        given = aspect.plausible
        low = self._base(given.low) if given and given.low else None
        high = self._base(given.high) if given and given.high else None
        return (low if low is not None else 0.0, high if high is not None else float("inf"))

    def _base(self, text: str) -> float | None:
        found = find_quantities(text, self.units)
        if not found:
            return None
        return self.units.to_base(found[0].quantity).low

    def _compile(self, phrase: str) -> CompiledPhrase:
        return compile_phrase(phrase, self.topic.lists)

    def _mentions(self) -> Iterator[tuple[Meaning, CompiledPhrase]]:
        subject, topic = self.topic.subject, self.topic
        plain: tuple[tuple[Mention, Phrases], ...] = (
            (Mention.SELF, (subject.name, *subject.names)),
            (Mention.STAND_IN, subject.stand_ins),
            (Mention.PEOPLE, subject.people),
            (Mention.BELONGING, subject.belongings),
            (Mention.BACKGROUND, topic.background),
        )
        for mention, phrases in plain:
            for phrase in phrases:
                yield Meaning(mention, str(mention)), self._compile(_side_by_side(phrase))
        named = (
            (Mention.SUBTYPE, topic.subtypes),
            (Mention.BRAND, topic.brands),
            (Mention.RIVAL, topic.rivals),
            (Mention.BY_PRODUCT, topic.by_products),
            (Mention.POPULATION, topic.populations),
        )
        for mention, rows in named:
            for row in rows:
                for phrase in row.names:
                    yield Meaning(mention, row.name), self._compile(_side_by_side(phrase))

    def sayings(self) -> Iterator[tuple[Saying, CompiledPhrase]]:
        """Every phrase of every aspect, in the order of the topic file."""
        for aspect in self.topic.aspects:
            roles = (
                (Role.SAYS, aspect.says),
                (Role.DENIES, aspect.denies),
                (Role.UNLESS, aspect.unless),
                (Role.ASKED, aspect.asked),
                (Role.WHOLE, aspect.whole),
            )
            for role, phrases in roles:
                for phrase in phrases:
                    yield Saying(aspect.id, role, None, phrase), self._compile(phrase)
            for answer in aspect.answers():
                yield from self._answer(aspect.id, answer)

    def _answer(self, aspect: str, answer: Answer) -> Iterator[tuple[Saying, CompiledPhrase]]:
        roles = (
            (Role.ANSWER_WORDS, answer.words),
            (Role.ANSWER_SAYS, answer.says),
            (Role.ANSWER_UNLESS, answer.unless),
        )
        for role, phrases in roles:
            for phrase in phrases:
                yield Saying(aspect, role, answer.name, phrase), self._compile(phrase)


def _side_by_side(phrase: str) -> str:
    """A name of several plain words stands side by side; with alternatives, as written."""
    return phrase if "|" in phrase or "<" in phrase else "-".join(phrase.split())
