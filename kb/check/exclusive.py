""" "For men only": who is let in is said by others too; that all others are left out is not.

So such a statement stands against every source that lets in somebody else.
"""

import re
from collections.abc import Iterator

from extract.model import Claim, Polarity
from extract.topic.schema import Kind
from kb.check.bench import Bench, OpposingClaim
from kb.check.support import USUAL, force
from kb.model import Conflict, ConflictKind, Position, SideOf, Strength
from kb.reconcile.decided import conflict_id
from kb.text import labelled

_ONLY = re.compile(
    r"(?<!not )\b(?:only|solely|exclusively|reserved|(?:nobody|no one) (?:but|except))\b",
    re.IGNORECASE,
)


def excludes_others(claim: Claim, bench: Bench) -> bool:
    """Whether a claim lets in one group and leaves out all others."""
    aspect = bench.knowledge.topic.aspect(claim.aspect)
    lets_in = aspect.kind is Kind.ALL_OF and claim.polarity is Polarity.AFFIRM
    return lets_in and claim.value is not None and bool(_ONLY.search(claim.quote))


def let_in(claim: Claim, bench: Bench) -> Iterator[OpposingClaim]:
    """The sources' claims that plainly let in somebody whom the draft leaves out."""
    p = bench.position_of(claim)
    for q in bench.same_question(p):
        if _lets_in_another(p, q, bench):
            for id in q.claims:
                if id in bench.claims and not bench.claims[id].qualifiers.loose:
                    yield OpposingClaim(bench.claims[id], q, _conflict(p, q))


def _lets_in_another(p: Position, q: Position, bench: Bench) -> bool:
    theirs = q.subject == p.subject and q.polarity is Polarity.AFFIRM
    plainly = theirs and not q.qualifiers.reported and force(q) >= USUAL
    return plainly and q.value is not None and not bench.alike(p, q)


def _conflict(p: Position, q: Position) -> Conflict:
    why = f"Only {labelled(p.label)} leaves out {labelled(q.label)}."
    a, b = sorted((SideOf(p.id, p.claims), SideOf(q.id, q.claims)), key=lambda s: s.position)
    kind, hard = ConflictKind.POLARITY, Strength.CONTRADICTION
    return Conflict(conflict_id(p.aspect, p, q), p.aspect, kind, hard, a, b, why)
