"""Who looks on while a document is read. Normally nobody does, and it costs nothing.

`trace.py` keeps what it sees, for people who ask why a sentence was read as it was, or not.
"""

from collections.abc import Sequence
from enum import StrEnum

from extract.grammar.clauses import Clause
from extract.grammar.tree import Tree
from extract.reading.kinds.base import Candidate
from extract.reading.subject import Focus, Mentions
from extract.topic.phrase import PhraseMatch


class Drop(StrEnum):
    """Why a candidate was let go, but for the rules of `standing.py`, which have names."""

    OF_AN_ACT = "of-an-act"
    HALF = "half"
    OTHER_QUESTION = "other-question"
    SUPPOSED_ABOVE = "supposed-above"
    STRAYS = "strays"
    OF_ANOTHER = "of-another"
    NO_STATEMENT = "no-statement"
    UNCOUNTED = "uncounted"


class Watch:
    """Looks away; what looks on overrides what it wants to be told."""

    def enters(
        self, tree: Tree, clause: Clause, focus: Focus, mentions: Mentions, offset: int
    ) -> None:
        """A clause is about to be read; `offset` is where its paragraph begins."""

    def matches(self, found: Sequence[PhraseMatch]) -> None:
        """The phrases found in the clause."""

    def sifts(self, rule: str, before: Sequence[Candidate], after: Sequence[Candidate]) -> None:
        """A rule was applied to all candidates of the clause."""

    def drops(self, candidate: Candidate, rule: str, cue: str = "") -> None:
        """A rule let one candidate go; `cue` is the word it saw."""

    def claims(self, candidate: Candidate, subject: str) -> None:
        """A candidate became a claim about that subject."""


UNWATCHED = Watch()
