"""What every kind of aspect gives back about a pair of positions."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Protocol

from extract.model import Degree, Polarity, Quantifier
from extract.topic.schema import Aspect, Kind, Part
from kb.model import ConflictKind, Position
from kb.reconcile.reasons import ReasonCode


class Relation(Enum):
    """How two positions that look unlike stand to each other."""

    COMPATIBLE = "compatible"
    PULL = "pull apart"
    EXCLUDE = "exclude"


@dataclass(frozen=True, slots=True)
class Finding:
    """A kind's judgement of a pair (a, b); no finding at all where they agree.

    `reason` names the sentence that explains it. `first` is the side that sentence speaks of
    first, `weaker` the side whose value falls short of the other's, where that has a meaning.
    """

    relation: Relation
    kind: ConflictKind
    reason: ReasonCode
    first: int = 0
    weaker: int | None = None


class Judge(Protocol):
    """The rules of one kind, made ready for one aspect."""

    def judge(self, a: Position, b: Position) -> Finding | None:
        """How a and b stand to each other; `None` where they agree or do not meet."""

    def narrower(self, a: Position, b: Position) -> bool:
        """Whether a's value is a special case of b's (or the same), both of one polarity."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of aspect: its name in topic files and what makes its judge."""

    kind: Kind
    judge: Callable[[Aspect], Judge]


QUALIFIED = frozenset({Degree.SLIGHT, Degree.LESSENED, Degree.COMPARED})
PARTIAL = frozenset({Degree.PARTIAL_DENIAL, Degree.COMPARED})


def opposed(a: Position, b: Position) -> int | None:
    """Which of the two denies, if just one does."""
    if a.polarity is b.polarity:
        return None
    return 0 if a.polarity is Polarity.DENY else 1


def denial(affirmed: Position, denied: Position, kind: ConflictKind, reason: ReasonCode) -> Finding:
    """An affirmation against a denial of the same thing, with regard to their degrees.

    "Not completely" denies no plain statement, only an absolute one: who denies the top of a
    scale leaves what lies below it (Horn 1989, ch. 4, on scalar implicature). "Less than" and
    "hardly" do not assert the plain thing. Side 0 of what is found is the denial.
    """
    degree = denied.qualifiers.degree
    if degree in PARTIAL:
        if affirmed.qualifiers.quantifier is Quantifier.ALL:
            return Finding(Relation.PULL, ConflictKind.ABSOLUTE, ReasonCode.NOT_QUITE)
        return Finding(Relation.COMPATIBLE, kind, ReasonCode.PARTLY_DENIED)
    if affirmed.qualifiers.degree in QUALIFIED or degree is not None:
        affirmed_first = int(degree is None)
        return Finding(Relation.PULL, ConflictKind.ABSOLUTE, ReasonCode.DEGREE, affirmed_first)
    return Finding(Relation.EXCLUDE, kind, reason)


def placed(finding: Finding, denier: int) -> Finding:
    """What was found with the denial as side 0, said of the pair in its own order."""
    if denier == 0:
        return finding
    first = 1 - finding.first
    return Finding(finding.relation, finding.kind, finding.reason, first, finding.weaker)


def half_denied(a: Position, b: Position) -> Finding | None:
    """Two denials of one thing, one of which leaves a part of it standing."""
    halves = [p.qualifiers.degree is Degree.PARTIAL_DENIAL for p in (a, b)]
    if halves[0] == halves[1]:
        return None
    return Finding(Relation.PULL, ConflictKind.ABSOLUTE, ReasonCode.HALF_DENIED, halves.index(True))


def ancestors(
    parts: tuple[Part, ...], above: frozenset[str] = frozenset()
) -> dict[str, frozenset[str]]:
    """Each part's name with the names of itself and all it belongs to."""
    found: dict[str, frozenset[str]] = {}
    for part in parts:
        found[part.name] = above | {part.name}
        found |= ancestors(part.parts, found[part.name])
    return found


def named(position: Position) -> str | None:
    """The name of the option, part or act that a position gives; its text if it has no name."""
    value = position.value
    return None if value is None else value.name or value.text.lower()


@dataclass(frozen=True)
class PartTree:
    """An aspect whose parts stand in a tree, and what belongs to what in it."""

    aspect: Aspect

    @cached_property
    def _above(self) -> dict[str, frozenset[str]]:
        return ancestors(self.aspect.parts)

    def _under(self, part: str | None, whole: str | None) -> bool:
        """Whether `part` is `whole`, or belongs to it; no name is the whole tree."""
        if whole is None or part == whole:
            return True
        return part is not None and whole in self._above.get(part, ())
