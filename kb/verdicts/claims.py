"""Which claims people's verdicts settle, and how: never anything that the program found.

A verdict that one side is right judges the claims of both sides; so does one that both hold.
“Real”, “not a conflict”, “misread” and “unsure” say nothing of whether a claim holds.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from kb.model import Conflict, Ruling, State, Verdict, VerdictKind


class ClaimOutcome(StrEnum):
    """What people's verdicts come to for one claim, in their words for readers."""

    PREFERRED = "Preferred to a claim that was set against it"
    HOLDS = "Holds in its own case, as does a claim that was set against it"
    REJECTED = "A claim that was set against it is preferred"


@dataclass(frozen=True, slots=True)
class ClaimVerdict:
    """What became of one claim, and the verdicts that say so, the latest last."""

    claim: str
    outcome: ClaimOutcome
    verdicts: tuple[Verdict, ...]


def settled_claims(
    conflicts: Iterable[Conflict], standings: Mapping[str, Ruling]
) -> dict[str, ClaimVerdict]:
    """The claims that people settled, by id, sorted.

    A claim that is rejected in one conflict and upheld in another is not settled; one that is
    preferred here and holds beside another there, holds.
    """
    found: dict[str, list[tuple[ClaimOutcome, Verdict]]] = {}
    for conflict in conflicts:
        if conflict.id in standings:
            for claim, outcome, verdict in _said(conflict, standings[conflict.id]):
                found.setdefault(claim, []).append((outcome, verdict))
    made = {claim: _settled(claim, said) for claim, said in sorted(found.items())}
    return {claim: verdict for claim, verdict in made.items() if verdict}


def _said(conflict: Conflict, ruling: Ruling) -> Iterator[tuple[str, ClaimOutcome, Verdict]]:
    """What each verdict that counts says of each claim of the conflict."""
    counts = {State.PREFERRED: VerdictKind.PREFER, State.SETTLED: VerdictKind.BOTH_HOLD}
    for verdict in ruling.verdicts:
        if verdict.verdict is counts.get(ruling.state):
            for side in (conflict.a, conflict.b):
                outcome = _outcome(ruling, side.position)
                yield from ((claim, outcome, verdict) for claim in side.claims)


def _outcome(ruling: Ruling, position: str) -> ClaimOutcome:
    if ruling.state is State.SETTLED:
        return ClaimOutcome.HOLDS
    return ClaimOutcome.PREFERRED if position == ruling.preferred else ClaimOutcome.REJECTED


def _settled(claim: str, said: list[tuple[ClaimOutcome, Verdict]]) -> ClaimVerdict | None:
    outcomes = {outcome for outcome, _ in said}
    if ClaimOutcome.REJECTED in outcomes and len(outcomes) > 1:
        return None
    outcome = ClaimOutcome.HOLDS if ClaimOutcome.HOLDS in outcomes else said[0][0]
    ordered = sorted((v for _, v in said), key=lambda v: (v.when, v.by, v.conflict))
    return ClaimVerdict(claim, outcome, tuple(ordered))
