"""What is proposed: words for a place of the topic file, what they would read, and how surely."""

from dataclasses import dataclass, field
from enum import StrEnum

from extract.model import Span, digest


class Proposing(StrEnum):
    """What a proposal would add."""

    PHRASE = "phrase"
    WORD = "word of an answer"
    ANSWER = "answer"
    NAME = "name of the subject"
    RIVAL = "rival"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class TopicPlace:
    """Where in the topic file: an aspect, perhaps its answer, and the key of the list there.

    `aspect` is empty for keys of the subject and for the list of rivals; `group` is the key of
    the answers (parts, options, acts, names), for an answer only.
    """

    key: str
    aspect: str = ""
    group: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Idea:
    """Words that may be wanted at a place, with the sentences that gave the idea, and why.

    `row` is a whole new row (an answer, a rival, a question) as keys and texts; `weight` says
    how surely the idea is meant so, up to 1.
    """

    sort: Proposing
    place: TopicPlace
    text: str
    why: str
    weight: float
    seen: tuple[tuple[str, Span], ...]
    row: tuple[tuple[str, str], ...] = field(default=())

    @property
    def names(self) -> bool:
        """Whether it names a thing, and answers nothing."""
        return self.sort in (Proposing.NAME, Proposing.RIVAL)

    @property
    def id(self) -> str:
        """The same for the same words at the same place, in every build."""
        at = self.place
        return digest("idea", self.sort, at.key, at.aspect, at.group, at.answer, self.text)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sentence: its source, its line there, its words, and what would become of it."""

    source: str
    line: int
    words: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An idea that was tried: the sentences that it would read, and read wrongly."""

    n: int
    idea: Idea
    reads: tuple[Sample, ...]
    wrong: tuple[Sample, ...]
    score: float
