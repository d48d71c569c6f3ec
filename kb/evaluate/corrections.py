"""How the reader does on one's own corpus, by what people said of its claims.

People pick what they look at, so this is no random sample; of sentences that nobody looked at
nothing is known. Corrections whose words or sentence changed since measure nothing.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from kb.corrections.model import (
    TO_REVIEW,
    AppliedCorrection,
    Correction,
    CorrectionKind,
    Statement,
)
from kb.evaluate.score import Rate


class HowRead(StrEnum):
    """What a correction says of the reader as it is now."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class ReadTally:
    """How many claims that people looked at were read right, read wrong, or missed.

    `wanted` counts those of them that are claims, as people say; `read` those that the program
    reads as they do.
    """

    right: int = 0
    wrong: int = 0
    missed: int = 0
    wanted: int = 0
    read: int = 0

    @property
    def looked_at(self) -> int:
        """All of them."""
        return self.right + self.wrong + self.missed

    @property
    def of_read(self) -> Rate:
        """Of the claims that the program reads and people looked at: the right ones."""
        return Rate(self.read, self.read + self.wrong)

    @property
    def of_wanted(self) -> Rate:
        """Of the claims that are there, as people say: those that the program reads so."""
        return Rate(self.read, self.wanted)


@dataclass(frozen=True, slots=True)
class ByPeople:
    """The reader measured by people's corrections.

    `by_question` is sorted, `wrong` counts what people said of claims read wrong. `unsure` are
    corrections that are up for review, and measure nothing.
    """

    total: ReadTally
    by_question: dict[str, ReadTally]
    wrong: dict[str, int]
    people: tuple[str, ...]
    unsure: int
    listed: tuple[tuple[HowRead, Correction], ...]


def by_people(applied: Iterable[AppliedCorrection]) -> ByPeople:
    """What these corrections say of the reader; proposals of other readers say nothing."""
    theirs = [a for a in applied if not a.correction.proposed]
    known = [a for a in theirs if a.state not in TO_REVIEW]
    judged = [(_judged(a), a.correction) for a in known]
    asked = sorted({_question(c) for _, c in judged})
    wrong = Counter(str(c.kind) for j, c in judged if j is HowRead.WRONG)
    return ByPeople(
        total=_tally(judged),
        by_question={q: _tally(j for j in judged if _question(j[1]) == q) for q in asked},
        wrong={kind: wrong[kind] for kind in map(str, CorrectionKind) if wrong[kind]},
        people=tuple(sorted({c.by for _, c in judged})),
        unsure=len(theirs) - len(known),
        listed=tuple(judged),
    )


def _judged(a: AppliedCorrection) -> HowRead:
    """Struck is what the program reads now; what it reads no more is not held against it."""
    if a.struck:
        return HowRead.WRONG
    return HowRead.MISSED if a.made else HowRead.RIGHT


def _question(correction: Correction) -> str:
    """Where the program read it, or should have."""
    said: Statement | None = correction.was or correction.states
    return said.aspect if said else ""


def _tally(judged: Iterable[tuple[HowRead, Correction]]) -> ReadTally:
    there = list(judged)
    n = Counter(j for j, _ in there)
    wanted = [j for j, c in there if c.states]
    return ReadTally(
        right=n[HowRead.RIGHT],
        wrong=n[HowRead.WRONG],
        missed=n[HowRead.MISSED],
        wanted=len(wanted),
        read=sum(j is HowRead.RIGHT for j in wanted),
    )


def figures(found: ByPeople) -> dict[str, object]:
    """The measure as JSON."""
    return {
        **_row(found.total),
        "wrong_by_kind": found.wrong,
        "people": list(found.people),
        "up_for_review": found.unsure,
        "by_question": {q: _row(t) for q, t in found.by_question.items()},
    }


def _row(t: ReadTally) -> dict[str, object]:
    return {
        "looked_at": t.looked_at,
        "right": t.right,
        "wrong": t.wrong,
        "missed": t.missed,
        "right_of_read": t.of_read.share,
        "read_of_wanted": t.of_wanted.share,
    }
