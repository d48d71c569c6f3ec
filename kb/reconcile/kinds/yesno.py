"""Yes or no: affirmed here, denied there."""

from dataclasses import dataclass

from extract.model import Polarity
from extract.topic.schema import Aspect, Kind
from kb.model import ConflictKind, Position
from kb.reconcile.kinds.base import Finding, Rule, denial, half_denied, opposed, placed
from kb.reconcile.reasons import ReasonCode


@dataclass(frozen=True)
class YesNo:
    """The rules for an aspect that is affirmed or denied, and no more."""

    aspect: Aspect

    def judge(self, a: Position, b: Position) -> Finding | None:
        """A denial against an affirmation; "not completely" against a plain denial."""
        denier = opposed(a, b)
        if denier is None:
            return half_denied(a, b) if a.polarity is Polarity.DENY else None
        pair = (b, a) if denier == 0 else (a, b)
        return placed(denial(*pair, ConflictKind.POLARITY, ReasonCode.YES_AND_NO), denier)

    def narrower(self, a: Position, b: Position) -> bool:
        """There are no special cases of yes, or of no."""
        return True


RULE = Rule(Kind.YESNO, YesNo)
