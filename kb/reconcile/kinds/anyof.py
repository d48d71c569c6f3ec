"""Any of: a part affirmed affirms the whole; the whole denied denies every part.

The whole is the disjunction of its parts; denials go by De Morgan's laws.
"""

from dataclasses import dataclass
from functools import cached_property

from extract.model import Polarity
from extract.topic.schema import Kind
from kb.model import ConflictKind, Position
from kb.reconcile.kinds.base import (
    Finding,
    PartTree,
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
class AnyOf(PartTree):
    """The rules for a tree of parts of which any one makes the whole true."""

    @cached_property
    def _arguable(self) -> frozenset[str]:
        return frozenset(part.name for part in self.aspect.parts if part.arguable)

    def judge(self, a: Position, b: Position) -> Finding | None:
        """What is denied against what is affirmed of it; other parts do not meet."""
        denier = opposed(a, b)
        if denier is None:
            same = a.polarity is Polarity.DENY and named(a) == named(b)
            return half_denied(a, b) if same else None
        denied, affirmed = (a, b) if denier == 0 else (b, a)
        return self._opposed(affirmed, denied, denier)

    def _opposed(self, affirmed: Position, denied: Position, denier: int) -> Finding | None:
        there, gone = named(affirmed), named(denied)
        if gone is None and there in self._arguable:
            finding = Finding(Relation.PULL, ConflictKind.POLARITY, ReasonCode.ARGUABLE)
            return placed(finding, denier)
        if self._under(there, gone):
            reason = (
                ReasonCode.NONE_OF_THEM
                if gone is None and there is not None
                else ReasonCode.THERE_OR_NOT
            )
            return placed(denial(affirmed, denied, ConflictKind.POLARITY, reason), denier)
        if self._under(gone, there):
            return Finding(
                Relation.COMPATIBLE, ConflictKind.POLARITY, ReasonCode.OTHER_PARTS, denier
            )
        return None

    def narrower(self, a: Position, b: Position) -> bool:
        """A part says more than the whole it makes true; no whole says more than no part."""
        if a.polarity is Polarity.DENY:
            return self._under(named(b), named(a))
        return self._under(named(a), named(b))


RULE = Rule(Kind.ANY_OF, AnyOf)
