"""Choice: options exclude each other, unless the topic file says that they go together."""

from dataclasses import dataclass
from functools import cached_property

from extract.model import Polarity
from extract.topic.schema import Aspect, Kind
from kb.model import ConflictKind, Position
from kb.reconcile.kinds.base import (
    Finding,
    Relation,
    Rule,
    denial,
    half_denied,
    named,
    opposed,
    placed,
)
from kb.reconcile.reasons import ReasonCode


@dataclass(frozen=True)
class Choice:
    """The rules for options; on a scale, neighbours differ only by a degree."""

    aspect: Aspect

    @cached_property
    def _together(self) -> frozenset[tuple[str, str]]:
        pairs = [(o.name, other) for o in self.aspect.options for other in o.goes_with]
        return frozenset(pairs) | frozenset((y, x) for x, y in pairs)

    @cached_property
    def _steps(self) -> dict[str | None, int]:
        return {o.name: i for i, o in enumerate(self.aspect.options)}

    def judge(self, a: Position, b: Position) -> Finding | None:
        """Two options, or one option affirmed and denied."""
        denier = opposed(a, b)
        if denier is not None:
            denied, affirmed = (a, b) if denier == 0 else (b, a)
            return self._opposed(affirmed, denied, denier)
        if a.polarity is Polarity.DENY:
            return half_denied(a, b) if named(a) == named(b) else None
        return self._options(named(a), named(b))

    def _opposed(self, affirmed: Position, denied: Position, denier: int) -> Finding | None:
        if named(denied) not in (None, named(affirmed)):
            return None
        return placed(
            denial(affirmed, denied, ConflictKind.CATEGORY, ReasonCode.YES_AND_NO), denier
        )

    def _options(self, x: str | None, y: str | None) -> Finding | None:
        kind = ConflictKind.CATEGORY
        if x is None or y is None or x == y:
            return None
        if (x, y) in self._together:
            return Finding(Relation.COMPATIBLE, kind, ReasonCode.TOGETHER)
        if self._neighbours(x, y):
            return Finding(Relation.PULL, kind, ReasonCode.NEIGHBOURS)
        return Finding(Relation.EXCLUDE, kind, ReasonCode.OPTIONS)

    def _neighbours(self, x: str, y: str) -> bool:
        steps = self._steps
        return self.aspect.scale and x in steps and y in steps and abs(steps[x] - steps[y]) == 1

    def narrower(self, a: Position, b: Position) -> bool:
        """An option is a case only of itself, or of no option named."""
        return named(b) in (None, named(a))


RULE = Rule(Kind.CHOICE, Choice)
