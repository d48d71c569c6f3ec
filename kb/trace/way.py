"""The way of a sentence from its words to its claims, in plain words, for terminal and page."""

from dataclasses import dataclass

MOST_TOLD = 2
"""Phrases of one question that are told for a clause."""
QUIET = ("not-raised", "only-asked")
"""Rules by which nothing is lost: no word of the clause raises the question."""


@dataclass(frozen=True, slots=True)
class PhraseFound:
    """A phrase of the topic file that a clause holds, or nearly: `lacks` says what is missing.

    `does` says what such a phrase does; `words` are the clause's that fill it. `weighs`: it can
    raise a question or answer it, and not only where another raises it. `bars`: it calls it off.
    """

    aspect: str
    phrase: str
    does: str
    words: str
    weighs: bool
    bars: bool
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class LetGo:
    """A question that the clause could have answered, and why it does not. `rule` names it."""

    aspect: str
    answer: str
    words: str
    why: str
    rule: str


@dataclass(frozen=True, slots=True)
class ClauseWay:
    """A clause: what it is about and why, the phrases, what was let go, how many claims it made."""

    words: str
    about: str
    phrases: tuple[PhraseFound, ...]
    nearly: tuple[PhraseFound, ...]
    dropped: tuple[LetGo, ...]
    claims: int

    def telling(self) -> tuple[PhraseFound, ...]:
        """The phrases by which it answers questions, or could have answered them; of one question
        the fullest few."""
        told = {p.aspect for p in self.phrases if p.weighs} - {g.aspect for g in self.quiet()}
        mine = [p for p in self.phrases if p.aspect in told and (p.weighs or p.bars)]
        fullest = sorted(mine, key=lambda p: (not p.bars, -len(p.words)))
        first = {p: sum(o.aspect == p.aspect for o in fullest[:n]) for n, p in enumerate(fullest)}
        return tuple(p for p in mine if first[p] < MOST_TOLD)

    def weighty(self) -> tuple[LetGo, ...]:
        """What was let go though something raised its question."""
        return tuple(gone for gone in self.dropped if gone.rule not in QUIET)

    def quiet(self) -> tuple[LetGo, ...]:
        """Words that would answer questions which nothing raises here."""
        return tuple(gone for gone in self.dropped if gone.rule in QUIET)


@dataclass(frozen=True, slots=True)
class ClaimMade:
    """A claim of the sentence: what it says, and how."""

    aspect: str
    subject: str
    says: str
    value: str
    polarity: str
    certainty: str
    quote: str


@dataclass(frozen=True, slots=True)
class SentenceWay:
    """A sentence with the way of each of its clauses and the claims made of it.

    `source` and `line` (from 1) say where it stands.
    """

    source: str
    line: int
    text: str
    clauses: tuple[ClauseWay, ...]
    claims: tuple[ClaimMade, ...]
