"""What differs between two builds, and what it came from.

What an edit of a source caused is kept apart from what a change of the program, of the topic
file or of people's verdicts caused.
"""

from dataclasses import dataclass
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
        """ "added", "gone" or "reworded"."""
        if self.before is None:
            return "added"
        return "gone" if self.after is None else "reworded"


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

    @property
    def opened(self) -> tuple[str, ...]:
        """Ids of the conflicts that were opened or re-opened."""
        return tuple(c.id for c in self.conflicts if c.word in ("opened", "re-opened"))

    @property
    def closed(self) -> tuple[str, ...]:
        """The explanations of the conflicts that are gone."""
        return tuple(c.explanation for c in self.conflicts if c.word == "closed")

    def by(self, cause: Cause) -> "Changes":
        """Only what that cause made."""
        return Changes(
            self.before,
            self.after,
            *(self.sources_added, self.sources_gone, self.sources_edited, self.sources_renamed),
            tuple(c for c in self.claims if c.cause is cause),
            tuple(c for c in self.conflicts if c.cause is cause),
            self.echoes,
        )
