"""What differs between two builds, and what it came from.

What an edit of a source caused is kept apart from what a change of the program, of the topic
file or of people's verdicts caused.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Cause(StrEnum):
    """What made a change."""

    SOURCE = "source"
    TOPIC = "topic file"
    PROGRAM = "program"
    VERDICT = "verdict"


@dataclass(frozen=True, slots=True)
class ClaimChange:
    """A claim that came, went or was reworded; `before` or `after` is None if there is none.

    `id` is the claim's id after the change, or before it where the claim is gone.
    """

    id: str
    source: str
    aspect: str
    before: str | None
    after: str | None
    cause: Cause

    @property
    def word(self) -> str:
        """ "added", "removed" or "reworded"."""
        if self.before is None:
            return "added"
        return "removed" if self.after is None else "reworded"


@dataclass(frozen=True, slots=True)
class ConflictChange:
    """A conflict that changed, and by which sources' edits.

    `word` is "opened", "closed", "re-opened", "settled", or "weaker" and "harder" for one that
    became a tension or a contradiction.
    """

    id: str
    word: str
    aspect: str
    strength: str
    explanation: str
    cause: Cause
    edited: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DisputeChange:
    """A dispute that changed, or of which pairs did; `conflicts` are those pairs' ids.

    `word` is a conflict's, or "changed" for one that is open as before.
    """

    id: str
    word: str
    question: str
    strength: str
    conflicts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Echo:
    """A passage that still says what another source has corrected."""

    claim: str
    source: str
    aspect: str
    quote: str
    corrected_in: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Everything that differs between the snapshots numbered `before` and `after`."""

    before: int
    after: int
    sources_added: tuple[str, ...] = ()
    sources_gone: tuple[str, ...] = ()
    sources_edited: tuple[str, ...] = ()
    sources_renamed: tuple[tuple[str, str], ...] = ()
    claims: tuple[ClaimChange, ...] = ()
    conflicts: tuple[ConflictChange, ...] = ()
    echoes: tuple[Echo, ...] = ()
    disputes: tuple[DisputeChange, ...] = ()

    @property
    def opened(self) -> tuple[str, ...]:
        """Ids of the conflicts that were opened or re-opened."""
        return tuple(c.id for c in self.conflicts if c.word in ("opened", "re-opened"))

    @property
    def closed(self) -> tuple[str, ...]:
        """The explanations of the conflicts that are gone."""
        return tuple(c.explanation for c in self.conflicts if c.word == "closed")

    def acts(self, sources: Iterable[str]) -> tuple[tuple[str, str], ...]:
        """What was done to each of these sources: ("adding", id), "removing" or "editing"."""
        came, went = {*self.sources_added}, {*self.sources_gone}
        return tuple(
            ("adding" if s in came else "removing" if s in went else "editing", s) for s in sources
        )

    def by(self, cause: Cause) -> "Changes":
        """Only what that cause made."""
        conflicts = tuple(c for c in self.conflicts if c.cause is cause)
        ids = {c.id for c in conflicts}
        theirs = (replace(d, conflicts=_those(d.conflicts, ids)) for d in self.disputes)
        return replace(
            self,
            claims=tuple(c for c in self.claims if c.cause is cause),
            conflicts=conflicts,
            disputes=tuple(d for d in theirs if d.conflicts),
        )


def _those(conflicts: Iterable[str], ids: Container[str]) -> tuple[str, ...]:
    return tuple(c for c in conflicts if c in ids)
