from kb.model import Conflict, ConflictKind, SideOf, State, Strength, Verdict, VerdictKind
from kb.verdicts.inforce import in_force
from kb.verdicts.standing import marked, misread, standings

CONFLICT = Conflict(
    id="c1",
    aspect="lifetime",
    kind=ConflictKind.QUANTITY,
    strength=Strength.CONTRADICTION,
    a=SideOf("p1", ("x1",)),
    b=SideOf("p2", ("x2",)),
    explanation="",
)


def said(by: str, verdict: str, position: str | None = None, claim: str | None = None) -> Verdict:
    return Verdict("c1", VerdictKind(verdict), by, "2026-01-01", position=position, claim=claim)


def stands(*verdicts: Verdict) -> tuple[State, str | None]:
    standing = standings(verdicts, [CONFLICT])["c1"]
    return standing.state, standing.word


def test_nothing_said_is_open() -> None:
    assert stands() == (State.OPEN, None)


def test_not_a_conflict_and_both_hold_settle_it() -> None:
    assert stands(said("Ana", "not-a-conflict")) == (State.SETTLED, "not-a-conflict")
    assert stands(said("Ana", "both-hold")) == (State.SETTLED, "both-hold")


def test_settled_is_what_people_let_stand_and_nothing_else() -> None:
    words = ("real", "not-a-conflict", "both-hold", "unsure", "misread")
    rulings = {w: standings([said("Ana", w)], [CONFLICT])["c1"] for w in words}
    assert {w for w, ruling in rulings.items() if ruling.settled} == {"not-a-conflict", "both-hold"}


def test_the_later_line_of_a_person_wins() -> None:
    assert stands(said("Ana", "both-hold"), said("Ana", "real")) == (State.REAL, "real")


def test_to_prefer_a_side_contradicts_the_other() -> None:
    standing = standings([said("Ana", "prefer", position="p2")], [CONFLICT])["c1"]
    assert (standing.state, standing.preferred, standing.contradicted) == (
        State.PREFERRED,
        "p2",
        "p1",
    )


def test_two_people_who_contradict_each_other_are_shown_as_such() -> None:
    assert stands(said("Ana", "real"), said("Bo", "both-hold")) == (State.DISPUTED, "disputed")
    prefer = [said("Ana", "prefer", position="p1"), said("Bo", "prefer", position="p2")]
    assert stands(*prefer) == (State.DISPUTED, "disputed")


def test_unsure_contradicts_nobody() -> None:
    assert stands(said("Ana", "unsure"), said("Bo", "both-hold"))[0] is State.SETTLED
    assert stands(said("Ana", "unsure")) == (State.OPEN, "unsure")


def test_a_merge_in_either_order_comes_to_the_same() -> None:
    ana, bo = said("Ana", "real"), said("Bo", "prefer", position="p1")
    assert stands(ana, bo) == stands(bo, ana) == (State.PREFERRED, "prefer")


def test_claims_called_misread_add_up_until_taken_back() -> None:
    both = [said("Ana", "misread", claim="x1"), said("Ana", "misread", claim="x2")]
    assert misread(both) == {"x1", "x2"}
    assert misread([*both, said("Ana", "unsure")]) == frozenset()


def test_a_misread_claim_stays_while_another_calls_the_conflict_real() -> None:
    lines = [said("Ana", "misread", claim="x1"), said("Bo", "real")]
    assert misread(lines) == frozenset()
    assert stands(*lines)[0] is State.DISPUTED


def test_what_is_left_after_a_misread_claim_is_open() -> None:
    assert stands(said("Ana", "misread", claim="x9")) == (State.OPEN, None)


def test_conflicts_carry_their_verdict() -> None:
    standing = standings([said("Ana", "real")], [CONFLICT])
    assert [c.verdict for c in marked([CONFLICT], standing)] == ["real"]


def test_in_force_is_by_person() -> None:
    lines = [said("Bo", "real"), said("Ana", "both-hold"), said("Bo", "unsure")]
    assert [(v.by, v.verdict) for v in in_force(lines)["c1"]] == [
        ("Ana", VerdictKind.BOTH_HOLD),
        ("Bo", VerdictKind.UNSURE),
    ]
