"""What is said of a dispute on which people decided."""

from kb.model import Ruling, State, Verdict, VerdictKind
from kb.verdicts.wording import on_dispute

WHOLE = Verdict(
    "", VerdictKind.BOTH_HOLD, "Ana", "2026-01-02", note="two systems", dispute="d", sides=(("p",),)
)
SIDE = Verdict(
    "",
    VerdictKind.PREFER,
    "Ben",
    "2026-01-03",
    position="q",
    says=("3 years", "7 years"),
    dispute="d",
    sides=(("p",), ("q",)),
)


def pair(state: State, reopened: str | None = None) -> Ruling:
    return Ruling("c", (), state, reopened=reopened)


def test_a_dispute_that_nobody_decided_says_nothing() -> None:
    assert not [*on_dispute((), [pair(State.OPEN)])]


def test_a_decision_on_the_whole_is_told_with_who_and_why() -> None:
    assert [*on_dispute([WHOLE], [pair(State.SETTLED)])] == [
        "decided by Ana, 2026-01-02: all sides hold: two systems"
    ]
    (told,) = on_dispute([SIDE], [pair(State.PREFERRED)])
    assert told == "decided by Ben, 2026-01-03: preferred [7 years]"


def test_pairs_decided_one_by_one_are_counted() -> None:
    pairs = [pair(State.SETTLED), pair(State.REAL), pair(State.OPEN)]
    assert [*on_dispute((), pairs)] == ["decided: 2 of 3 pairs, 1 of them settled"]
    assert [*on_dispute([WHOLE], pairs)][1:] == ["decided: 2 of 3 pairs, 1 of them settled"]


def test_differing_and_outdated_decisions_are_told() -> None:
    pairs = [pair(State.DISPUTED), pair(State.OPEN, "re-opened")]
    assert [*on_dispute((), pairs)][1:] == [
        "people decided differently of 1 pair",
        "1 pair up again: what was decided on has changed",
    ]
