"""Each field of a claim is decided once, by one resolver.

The first of its rules that finds something decides; what the later ones found is overruled, and
told with the decision.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from extract.grammar.clauses import Clause
from extract.grammar.tree import Tree
from extract.model import Degree, Polarity, Reason
from extract.parse import Token
from extract.reading.kinds.base import Candidate, Surroundings
from extract.reading.needing import Askable
from extract.reading.polarity import Sign
from extract.reading.spoken import Spoken
from extract.reading.subject import Mentions
from extract.value import value

T_co = TypeVar("T_co", covariant=True)


@value
class Case:
    """One candidate with all that a resolver looks at.

    `polarity` is decided first; `denied` is the degree that its negation leaves ("not quite"),
    `denier` the word that negates. `tree`, `clause` and `candidate` are those of `at`.
    """

    at: Spoken
    mentions: Mentions
    around: Surroundings
    polarity: Polarity
    tree: Tree
    clause: Clause
    candidate: Candidate
    denied: Degree | None = None
    denier: Token | None = None


def case_of(at: Spoken, mentions: Mentions, around: Surroundings, signed: Sign) -> Case:
    """The case of a candidate, once it is known whether it is denied."""
    mine = (at.tree, at.clause, at.candidate)
    return Case(at, mentions, around, signed.polarity, *mine, signed.degree, signed.cue)


@value
class Outcome(Generic[T_co]):
    """What a rule makes of a field, the word it saw, and the words to show (else that word)."""

    value: T_co
    cue: Token | None = None
    text: str = ""

    @property
    def words(self) -> str:
        """What is shown of it."""
        return self.text or (self.cue.text if self.cue else "")


Rule = Callable[[Case], Outcome[T_co] | None]


@value
class Resolved(Generic[T_co]):
    """A field's value, the rule that decided it, and what that rule overruled."""

    field: str
    value: T_co
    rule: str = ""
    outcome: Outcome[T_co] | None = None
    overruled: tuple[tuple[str, Outcome[T_co]], ...] = ()

    def found_by(self, rule: str) -> Outcome[T_co] | None:
        """What the rule of that name found, whether it decided or was overruled."""
        found = ((self.rule, self.outcome), *self.overruled)
        return next((outcome for name, outcome in found if name == rule), None)

    def reason(self, offset: int) -> Reason | None:
        """The decision with its place in the document; None where no word led to it.

        `offset` is where the parsed text begins in the document, in characters.
        """
        if self.outcome is None:
            return None
        found = (self.outcome, *(f for _, f in self.overruled))
        cue = next((f.cue for f in found if f.cue is not None), None)
        if cue is None:
            return None
        lost = ", ".join(f"{rule} “{f.words}”" for rule, f in self.overruled)
        place = (offset + cue.start, offset + cue.end)
        return Reason(self.field, self.outcome.words or cue.text, *place, self.rule, lost)


@dataclass(frozen=True)
class Resolver(Generic[T_co]):
    """One field's rules in the order of their say, and its value where none finds anything."""

    field: str
    plain: T_co
    rules: tuple[Rule[T_co], ...]

    def __call__(self, case: Case) -> Resolved[T_co]:
        """Decide the field."""
        found = []
        for rule in self._asked.of(case.tree):
            outcome = rule(case)
            if outcome is not None:
                found.append((rule.__name__, outcome))
        if not found:
            return self._unfound
        (name, first), *rest = found
        return Resolved(self.field, first.value, name, first, tuple(rest))

    @cached_property
    def _asked(self) -> Askable[Rule[T_co]]:
        return Askable([(rule, rule) for rule in self.rules])

    @cached_property
    def _unfound(self) -> Resolved[T_co]:
        return Resolved(self.field, self.plain)
