"""All of: the whole affirmed affirms every part; a part denied denies the whole.

The whole is the conjunction of its parts; denials go by De Morgan's laws. All and not all are
contradictories, all and none contraries (the square of opposition: Horn 1989, ch. 1).
"""

from dataclasses import dataclass

from extract.model import Degree, Polarity, Quantifier
from extract.topic.schema import Kind
from kb.model import ConflictKind, Position
from kb.reconcile.kinds.base import (
    Finding,
    PartTree,
    Relation,
    Rule,
    denial,
    named,
    opposed,
    placed,
)
from kb.reconcile.reasons import ReasonCode

NOT_ALL = (Quantifier.MOST, Quantifier.SOME)


@dataclass(frozen=True)
class AllOf(PartTree):
    """The rules for a tree of groups to which the aspect applies, or not."""

    def judge(self, a: Position, b: Position) -> Finding | None:
        """A group let out against all of them; all of them against most."""
        denier = opposed(a, b)
        if denier is None:
            return self._how_many(a, b) if a.polarity is Polarity.AFFIRM else None
        denied, affirmed = (a, b) if denier == 0 else (b, a)
        finding = self._opposed(affirmed, denied)
        return finding and placed(finding, denier)

    def _how_many(self, a: Position, b: Position) -> Finding | None:
        if named(a) != named(b):
            return None
        counts = (a.qualifiers.quantifier, b.qualifiers.quantifier)
        if set(counts) != {Quantifier.ALL, Quantifier.MOST}:
            return None
        return Finding(
            Relation.PULL,
            ConflictKind.ABSOLUTE,
            ReasonCode.ALL_OR_MOST,
            counts.index(Quantifier.ALL),
        )

    def _opposed(self, affirmed: Position, denied: Position) -> Finding | None:
        kind, let_in, let_out = ConflictKind.POLARITY, named(affirmed), named(denied)
        if let_out is None:
            return self._whole_denied(affirmed, denied)
        if not self._under(let_out, let_in):
            under = self._under(let_in, let_out)
            return denial(affirmed, denied, kind, ReasonCode.GROUP_OUT) if under else None
        if let_in != let_out and affirmed.qualifiers.quantifier in NOT_ALL:
            return Finding(Relation.COMPATIBLE, kind, ReasonCode.EXCEPTIONS)
        return denial(affirmed, denied, kind, ReasonCode.GROUP_OUT)

    def _whole_denied(self, affirmed: Position, denied: Position) -> Finding:
        """ "Not for everyone" leaves some in, unless the other says "everyone"."""
        kind, partly = ConflictKind.POLARITY, denied.qualifiers.degree is Degree.PARTIAL_DENIAL
        how_many_in, how_many_out = affirmed.qualifiers.quantifier, denied.qualifiers.quantifier
        if named(affirmed) is None and how_many_in is Quantifier.ALL:
            return Finding(Relation.EXCLUDE, kind, ReasonCode.ALL_AND_NOT_ALL)
        if partly or how_many_out is Quantifier.ALL or how_many_in in NOT_ALL:
            return Finding(Relation.COMPATIBLE, kind, ReasonCode.EXCEPTIONS)
        if named(affirmed) is None or how_many_out is Quantifier.NONE:
            return denial(affirmed, denied, kind, ReasonCode.GROUP_OUT)
        return Finding(Relation.COMPATIBLE, kind, ReasonCode.EXCEPTIONS)

    def narrower(self, a: Position, b: Position) -> bool:
        """A group is a case of the whole; a group let out says more than "not all"."""
        return self._under(named(a), named(b))


RULE = Rule(Kind.ALL_OF, AllOf)
