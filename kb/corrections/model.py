"""The values of corrections: what stands in a line of readings.jsonl, and what became of it.

A correction is anchored by words, never by offsets. Its id is a digest of all that it says, so
the same line in two files is one correction.
"""

import datetime
from collections.abc import Hashable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from extract.model import (
    SELF,
    UNQUALIFIED,
    Claim,
    Polarity,
    Qualifiers,
    Value,
    digest,
    normalise,
)


class CorrectionKind(StrEnum):
    """What a line says of the program's reading."""

    NOT_A_CLAIM = "not-a-claim"
    OTHER_QUESTION = "other-question"
    OTHER_VALUE = "other-value"
    ONLY_WITH = "only-with"
    ADD = "add"
    RIGHT = "right"
    UNDO = "undo"


_PLAIN = UNQUALIFIED.to_row()


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a correction belongs: the source's own words, and what stood around them.

    `before` and `after` are up to 60 characters on either side, `sentence` is the whole sentence;
    their whitespace is folded.
    """

    quote: str
    before: str = ""
    after: str = ""
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim without its place."""

    aspect: str
    subject: str = SELF
    polarity: Polarity = Polarity.AFFIRM
    value: Value | None = None
    qualifiers: Qualifiers = UNQUALIFIED

    @property
    def core(self) -> Hashable:
        """All that it says but for its wording and qualifiers: what makes two the same claim."""
        v = self.value
        said = (v.kind, v.name, v.quantity, v.phase) if v else None
        return (self.aspect, self.subject, self.polarity, said)

    def to_row(self) -> dict[str, Any]:
        """It as JSON; what is the plain case is left out."""
        told = self.qualifiers.to_row()
        return {
            "aspect": self.aspect,
            **({} if self.subject == SELF else {"subject": self.subject}),
            "polarity": str(self.polarity),
            **({"value": _said(self.value.to_row())} if self.value else {}),
            **{key: told[key] for key in told if told[key] != _PLAIN[key]},
        }


def statement_of(claim: Claim) -> Statement:
    """What the claim states."""
    return Statement(claim.aspect, claim.subject, claim.polarity, claim.value, claim.qualifiers)


@dataclass(frozen=True, slots=True)
class Correction:
    """A line of readings.jsonl.

    `was` is what the program read and is struck; `states` is what stands instead. A line with a
    `reader` is that reader's proposal. An undo names in `undoes` the line that it takes back, and
    repeats its place.
    """

    source: str
    anchor: Anchor
    kind: CorrectionKind
    was: Statement | None = None
    states: Statement | None = None
    by: str = ""
    when: str = ""
    note: str | None = None
    reader: str | None = None
    undoes: str | None = None

    @property
    def id(self) -> str:
        """Sixteen hex digits over all that the line says."""
        return digest(self.to_row())

    @property
    def proposed(self) -> bool:
        """Whether another reader proposes it; it counts for nothing until a person accepts it."""
        return self.reader is not None

    @property
    def latest(self) -> tuple[datetime.datetime, str]:
        """Sorts corrections from the oldest to the newest, always in the same way."""
        return datetime.datetime.fromisoformat(self.when), self.id

    @property
    def target(self) -> Hashable:
        """What it is about, but for its place: lines of one target at one place compete."""
        about = self.was or self.states
        return (self.source, about.core if about else None)

    def to_row(self) -> dict[str, Any]:
        """The JSON object of its line; what says nothing is left out."""
        row = {"source": self.source, "kind": str(self.kind), **asdict(self.anchor)}
        row |= {"was": self.was.to_row() if self.was else None}
        row |= {"is": self.states.to_row() if self.states else None}
        last = ("by", "when", "note", "reader", "undoes")
        return _said({**row, **{key: getattr(self, key) for key in last}})


class CorrectionState(StrEnum):
    """What became of a correction.

    holds: it is in effect. moot: the program reads it so by itself. changed: its words or their
    sentence, or the topic file, are not as they were. lost: its words are gone. proposed:
    another reader says so, and no person yet.
    """

    HOLDS = "holds"
    MOOT = "moot"
    CHANGED = "changed"
    LOST = "lost"
    PROPOSED = "proposed"


TO_REVIEW = (CorrectionState.CHANGED, CorrectionState.LOST)


@dataclass(frozen=True, slots=True)
class AppliedCorrection:
    """A correction in force and what became of it, with the reason in words.

    `claim` is the id of the claim that it made or confirmed, `struck` those of the program's
    claims that it took away; `made`: the program does not read that claim. `nearest` is the
    sentence that is most like the one that changed; `differing` are the lines of other people who
    say otherwise, the latest first.
    """

    correction: Correction
    state: CorrectionState
    reason: str = ""
    claim: str | None = None
    struck: tuple[str, ...] = ()
    nearest: str = ""
    differing: tuple[Correction, ...] = ()
    made: bool = False

    @property
    def id(self) -> str:
        """The correction's."""
        return self.correction.id


def folded(text: str) -> str:
    """The text with its whitespace folded, as an anchor holds it."""
    return " ".join(text.split())


def alike(one: str, other: str) -> bool:
    """Whether two passages are the same words, whatever their quotes, spaces and case."""
    return normalise(one) == normalise(other)


def _said(row: dict[str, Any]) -> dict[str, Any]:
    """The row without what says nothing; nought says something."""
    return {
        key: value for key, value in row.items() if value not in ("", None) and value is not False
    }
