"""A decision on a whole dispute, and what it says of each pair."""

from dataclasses import replace

import pytest

from extract.errors import InputError
from kb.knowledge.value import Knowledge
from kb.model import Conflict, ConflictKind, Dispute, SideOf, State, Strength, Verdict, VerdictKind
from kb.verdicts.decide import decide
from kb.verdicts.file import append, read_verdicts
from kb.verdicts.standing import misread, standings
from kb.verdicts.undo import of_person, undo

from ..conftest import Place

WHEN = "2026-01-01T00:00:00+00:00"
SIDES = (("p", "q"), ("x", "y"), ("z",))


def pair(a: str, b: str) -> Conflict:
    polarity, hard = ConflictKind.POLARITY, Strength.CONTRADICTION
    return Conflict(
        f"{a}{b}", "t", polarity, hard, SideOf(a, (f"c{a}",)), SideOf(b, (f"c{b}",)), ""
    )


def whole(verdict: str, by: str = "Ana", position: str | None = None) -> Verdict:
    kind = VerdictKind(verdict)
    return Verdict("", kind, by, WHEN, position=position, dispute="d", sides=SIDES)


def on(conflict: str, verdict: str, by: str = "Ana", **more: str) -> Verdict:
    return Verdict(conflict, VerdictKind(verdict), by, WHEN, **more)


def state(conflict: Conflict, *lines: Verdict) -> State:
    return standings(lines, [conflict])[conflict.id].state


@pytest.mark.parametrize(
    ("verdict", "comes_to"),
    [("real", State.REAL), ("both-hold", State.SETTLED), ("unsure", State.OPEN)],
)
def test_it_decides_every_pair_between_its_sides(verdict: str, comes_to: State) -> None:
    for conflict in (pair("p", "x"), pair("y", "q"), pair("q", "z")):
        assert state(conflict, whole(verdict)) is comes_to


def test_to_prefer_a_side_prefers_each_of_its_positions() -> None:
    rulings = standings([whole("prefer", position="x")], [pair("p", "y"), pair("x", "z")])
    assert [(r.preferred, r.contradicted) for r in rulings.values()] == [("y", "p"), ("x", "z")]


def test_the_sides_that_are_not_preferred_stay_in_conflict_with_each_other() -> None:
    assert state(pair("p", "z"), whole("prefer", position="x")) is State.REAL


def test_what_came_later_or_lies_within_a_side_is_not_decided() -> None:
    for conflict in (pair("p", "new"), pair("new", "newer"), pair("p", "q")):
        assert state(conflict, whole("both-hold")) is State.OPEN


@pytest.mark.parametrize("first", [True, False])
def test_a_pair_decided_by_itself_keeps_its_verdict(first: bool) -> None:
    lines = [on("px", "real"), whole("both-hold")]
    assert state(pair("p", "x"), *(lines if first else lines[::-1])) is State.REAL
    assert state(pair("p", "y"), *lines) is State.SETTLED


def test_unsure_gives_way_to_a_later_decision_on_the_whole_only() -> None:
    unsure, decided = on("px", "unsure"), whole("both-hold")
    assert state(pair("p", "x"), unsure, decided) is State.SETTLED
    assert state(pair("p", "x"), decided, unsure) is State.OPEN


def test_a_misread_passage_leaves_the_rest_decided() -> None:
    lines = [whole("prefer", position="x"), on("px", "misread", claim="cp")]
    assert state(pair("p", "x"), *lines) is State.PREFERRED
    assert misread(lines) == {"cp"}


def test_people_who_differ_on_a_whole_or_a_pair_are_shown_as_such() -> None:
    assert state(pair("p", "x"), whole("real"), whole("both-hold", "Bo")) is State.DISPUTED
    assert state(pair("p", "x"), whole("real"), on("px", "both-hold", "Bo")) is State.DISPUTED


def test_the_later_line_on_the_whole_wins_and_can_be_taken_back() -> None:
    lines = (whole("real"), whole("both-hold"))
    assert state(pair("p", "x"), *lines) is State.SETTLED
    again = undo(lines, "d", "Ana", 1, WHEN)
    assert state(pair("p", "x"), *lines, *again) is State.REAL
    gone = undo((*lines, *again), "d", "Ana", 0, WHEN)
    assert state(pair("p", "x"), *lines, *again, *gone) is State.OPEN


def test_a_pair_that_is_taken_back_follows_the_whole_again() -> None:
    lines = (whole("both-hold"), on("px", "real"))
    again = undo(lines, "px", "Ana", 0, WHEN)
    assert state(pair("p", "x"), *lines, *again) is State.SETTLED
    assert of_person(lines, "d", "Ana") == lines[:1]


# on a corpus


def lifetime(k: Knowledge) -> Dispute:
    return next(d for d in k.disputes if d.aspects[0] == "lifetime")


def across(k: Knowledge, dispute: Dispute) -> set[str]:
    """The dispute's conflicts but for those within a side."""
    pairs = (k.conflict(id) for id in dispute.conflicts)
    sides = [{*camp.positions} for camp in dispute.camps]
    return {c.id for c in pairs if not any({c.a.position, c.b.position} <= s for s in sides)}


def settle(place: Place, verdict: str, **given: str) -> Dispute:
    k = place.build().knowledge
    dispute = lifetime(k)
    for line in decide(k, dispute.id[:8], verdict, "Ana", WHEN, **given):
        append(place.corpus / "verdicts.jsonl", line)
    return dispute


def test_a_dispute_is_decided_by_one_line_that_says_what_it_was(place: Place) -> None:
    dispute = settle(place, "both-hold", note="two kinds")
    (line,) = read_verdicts(place.corpus / "verdicts.jsonl")
    assert (line.dispute, line.conflict, line.aspect) == (dispute.id, "", "lifetime")
    assert line.sides == tuple(c.positions for c in dispute.camps)
    assert line.says == tuple(c.label for c in dispute.camps)
    assert line.passages and "Solar panels last at least 40 years" in line.passages
    k = place.build().knowledge
    assert k.settled == across(k, dispute)


def test_it_survives_a_reworded_passage_and_leaves_a_new_pair_open(place: Place) -> None:
    dispute = settle(place, "both-hold", note="two kinds")
    place.edit("brighter-roofs", "Solar panels last at least", "They last for at least")
    k = place.build().knowledge
    assert k.settled == across(k, dispute)
    place.edit("brighter-roofs", "at least 40 years", "at least 37 years")
    k = place.build().knowledge
    new = {*lifetime(k).conflicts} - {*dispute.conflicts}
    assert new and k.settled and not new & k.settled


def test_a_side_read_wrong_is_a_line_for_each_passage_and_goes(place: Place) -> None:
    k = place.build().knowledge
    letter = next("abc"[n] for n, c in enumerate(lifetime(k).camps) if "40" in c.label)
    dispute = settle(place, "misread", side=letter)
    lines = read_verdicts(place.corpus / "verdicts.jsonl")
    assert all(v.conflict in dispute.conflicts and v.claim for v in lines)
    k = place.build().knowledge
    assert {c.id for c in k.misread} == {v.claim for v in lines}
    assert not {c for d in k.disputes for camp in d.camps for c in camp.positions} & {
        *dispute.camps["abc".index(letter)].positions
    }


def test_that_all_sides_hold_needs_a_reason(first: Place) -> None:
    k = first.build().knowledge
    with pytest.raises(InputError, match="say why all sides of the dispute hold, with --note"):
        decide(k, k.disputes[0].id, "both-hold", "Ana", WHEN)


def test_a_dispute_that_is_gone_can_be_decided_again(place: Place) -> None:
    dispute = settle(place, "real")
    lines = read_verdicts(place.corpus / "verdicts.jsonl")
    k = replace(place.build().knowledge, disputes=(), conflicts=(), verdicts=lines)
    (line,) = decide(k, dispute.id, "unsure", "Ana", WHEN)
    assert line.sides == tuple(c.positions for c in dispute.camps)
