"""How plainly a candidate's words are read: what only hangs together loosely is worth a look.

A rule is a row of `RULES` with a sentence in which it holds and one in which it does not; both are
tests.
"""

from collections.abc import Callable
from typing import NamedTuple

from extract.grammar.cues import words
from extract.grammar.directive import imperative
from extract.model import Grade
from extract.parse import Token
from extract.reading.spoken import Spoken
from extract.topic.schema import Kind

_KINDS = words("version kind type form variant sort style variety option")
_NUMBERS = (Kind.QUANTITY, Kind.ADVICE)


def apart(at: Spoken) -> Token | None:
    """Words that a word of weight parts; a number and its unit stand by themselves."""
    if at.candidate.aspect.kind in _NUMBERS or at.place.together:
        return None
    return at.tree[at.place.core]


def outside(at: Spoken) -> Token | None:
    """Words that are no part of what the clause says, or stand deep inside a phrase of it."""
    path = at.place.path
    if at.candidate.aspect.kind in _NUMBERS:
        return None
    return at.tree[at.place.core] if path is None or len(path) > 3 else None


def titled(at: Spoken) -> Token | None:
    """A title or a row without a verb that leans on what stands above it."""
    if at.candidate.polarity is not None or imperative(at.tree, at.clause):
        return None
    finite = any("VerbForm=Fin" in at.tree[i].morph for i in at.clause.tokens)
    return None if finite or not at.candidate.lent else at.tree[at.clause.head]


def headed(at: Spoken) -> Token | None:
    """A row that opens with what is done, and says nothing of it: "Drawing the outline"."""
    head = at.tree[at.clause.head]
    told = at.candidate.polarity is not None or at.clause.subject is not None
    if told or at.clause.relation != "root" or head.tag != "VBG":
        return None
    return None if at.tree.kids(head.i, "aux", "cop") else head


def listed(at: Spoken) -> Token | None:
    """One of several kinds, named side by side: "it comes in two versions, A and B"."""
    if at.candidate.value is None or at.candidate.value.name is None:
        return None
    for i in at.words:
        for token in (*at.tree.up(i), at.tree[i]):
            if token.lemma in _KINDS and at.tree.kids(token.i, "nummod"):
                return token
    return None


class GradeRule(NamedTuple):
    """When a reading is loose: `example` where it is, `counter` where it is plain."""

    holds: Callable[[Spoken], Token | None]
    example: str
    counter: str

    @property
    def name(self) -> str:
        """What traces and tests call it."""
        return self.holds.__name__


RULES: tuple[GradeRule, ...] = (
    GradeRule(apart, "", ""),
    GradeRule(outside, "", ""),
    GradeRule(titled, "", ""),
    GradeRule(headed, "", ""),
    GradeRule(listed, "", ""),
)


class Graded(NamedTuple):
    """A grade, the rule that gave it, and the word it saw."""

    grade: Grade
    rule: str = ""
    cue: Token | None = None


def grade(at: Spoken) -> Graded:
    """How plainly the candidate is read."""
    for rule in RULES:
        cue = rule.holds(at)
        if cue is not None:
            return Graded(Grade.LOOSE, rule.name, cue)
    return Graded(Grade.PLAIN)
