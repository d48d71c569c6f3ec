"""Claims that people settled: by a side that is right, or by both that hold, and nothing else."""

import pytest

from kb.model import Conflict, ConflictKind, SideOf, Strength, Verdict, VerdictKind
from kb.verdicts.claims import ClaimOutcome, settled_claims
from kb.verdicts.standing import standings

PREFERRED, HOLDS, REJECTED = ClaimOutcome.PREFERRED, ClaimOutcome.HOLDS, ClaimOutcome.REJECTED


def conflict(id: str, a: str, b: str) -> Conflict:
    """A conflict between two positions, each of one claim."""
    sides = SideOf(a, (f"claim of {a}",)), SideOf(b, (f"claim of {b}",))
    return Conflict(id, "lifetime", ConflictKind.QUANTITY, Strength.CONTRADICTION, *sides, "")


def said(on: str, verdict: str, position: str | None = None, by: str = "Ana") -> Verdict:
    return Verdict(on, VerdictKind(verdict), by, "2026-01-01", position=position)


def outcomes(conflicts: list[Conflict], *verdicts: Verdict) -> dict[str, ClaimOutcome]:
    found = settled_claims(conflicts, standings(verdicts, conflicts))
    return {id.removeprefix("claim of "): v.outcome for id, v in found.items()}


ONE = conflict("c1", "ever", "years")
OTHER = conflict("c2", "years", "months")


def test_a_side_that_is_right_settles_the_claims_of_both() -> None:
    found = outcomes([ONE], said("c1", "prefer", "years"))
    assert found == {"ever": REJECTED, "years": PREFERRED}


def test_both_hold() -> None:
    assert outcomes([ONE], said("c1", "both-hold")) == {"ever": HOLDS, "years": HOLDS}


@pytest.mark.parametrize("word", ["real", "not-a-conflict", "unsure", "misread"])
def test_other_verdicts_say_nothing_of_a_claim(word: str) -> None:
    assert outcomes([ONE], said("c1", word)) == {}


def test_what_nobody_decided_or_people_differ_on_is_not_settled() -> None:
    assert outcomes([ONE]) == {}
    differ = said("c1", "prefer", "years"), said("c1", "prefer", "ever", by="Bo")
    assert outcomes([ONE], *differ) == {}


def test_rejected_here_and_upheld_there_is_not_settled() -> None:
    both = said("c1", "prefer", "years"), said("c2", "prefer", "months")
    assert outcomes([ONE, OTHER], *both) == {"ever": REJECTED, "months": PREFERRED}


def test_preferred_here_and_beside_another_there_holds() -> None:
    both = said("c1", "prefer", "years"), said("c2", "both-hold")
    assert outcomes([ONE, OTHER], *both)["years"] is HOLDS


def test_everybody_who_decided_so_is_named() -> None:
    verdicts = [said("c1", word, by=by) for by, word in (("Bo", "both-hold"), ("Ana", "both-hold"))]
    verdicts.append(said("c1", "unsure", by="Cy"))
    found = settled_claims([ONE], standings(verdicts, [ONE]))
    assert [v.by for v in found["claim of ever"].verdicts] == ["Ana", "Bo"]
