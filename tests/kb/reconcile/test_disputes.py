"""Disputes: what belongs to which question, how its sides are parted, what comes first."""

from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extract.model import Claim
from extract.topic.schema import Topic
from kb.model import Dispute, Reconciled, Strength
from kb.reconcile.disputes import disputes
from kb.reconcile.pairs import reconcile
from tests.kb.making import ASPECTS, DENY, ENDLESS, TOPIC, claim, topic, years
from tests.kb.reconcile.test_pairs import TIED, some_claims

FADES = {
    "one": {"aspect": "lifetime", "endless": True},
    "other": {"aspect": "faults", "polarity": "affirm"},
    "strength": "contradiction",
    "because": "What sags does not last.",
}


def found_in(claims: list[Claim], about: Topic = TOPIC) -> tuple[Dispute, ...]:
    return all_of(reconcile(claims, about), about)


def all_of(found: Reconciled, about: Topic, **roots: str) -> tuple[Dispute, ...]:
    return disputes(found.conflicts, found.positions, about, roots)


def labels(dispute: Dispute) -> list[str]:
    return [camp.label for camp in dispute.camps]


def with_keys(**more: Any) -> Topic:
    """The topic with keys of its own, or of its aspects by their ids."""
    rows = [{**row, **more.pop(row["id"], {})} for row in ASPECTS]
    return topic().model_copy(update={"aspects": Topic.sample(aspects=rows).aspects, **more})


def test_a_dispute_of_one_pair_is_that_pair() -> None:
    yes, no = claim("recyclable", source="one"), claim("recyclable", DENY, source="two")
    (found,) = found_in([yes, no])
    assert found.question == "Can it be recycled?"
    assert found.strength is Strength.CONTRADICTION
    assert [camp.sources for camp in found.camps] == [("two",), ("one",)]
    assert len(found.conflicts) == 1


def test_what_can_stand_together_is_one_side() -> None:
    made = [
        claim("lifetime", value=ENDLESS, source="a"),
        claim("lifetime", value=years(1, 3), source="b"),
        claim("lifetime", value=years(2, 3), source="c"),
        claim("lifetime", value=years(8, 9), source="d"),
    ]
    (found,) = found_in(made[1:])
    assert labels(found) == ["1 to 3 years; 2 to 3 years", "8 to 9 years"]
    assert [camp.independent for camp in found.camps] == [2, 1]


def test_whatever_ends_stands_together_against_what_does_not() -> None:
    made = [
        claim("lifetime", value=ENDLESS, source="a"),
        claim("lifetime", value=years(1, 3), source="b"),
        claim("lifetime", value=years(8, 9), source="c"),
    ]
    (found,) = found_in(made)
    assert labels(found) == ["1 to 3 years; 8 to 9 years", "for life"]
    assert [camp.independent for camp in found.camps] == [2, 1]
    assert len(found.conflicts) == 3


def test_copies_count_once() -> None:
    made = [claim("recyclable", source=s) for s in ("one", "copy")]
    made.append(claim("recyclable", DENY, source="two"))
    found = reconcile(made, TOPIC)
    (dispute,) = all_of(found, TOPIC, copy="one")
    assert {camp.sources: camp.independent for camp in dispute.camps} == {
        ("copy", "one"): 1,
        ("two",): 1,
    }


def test_a_pair_of_tied_questions_goes_to_the_one_that_is_disputed_by_itself() -> None:
    about = topic(FADES)
    made = [
        claim("lifetime", value=ENDLESS, source="a"),
        claim("faults", source="b"),
        claim("faults", DENY, source="c"),
    ]
    (found,) = found_in(made, about)
    assert found.aspects == ("faults", "lifetime")
    assert found.question == "What goes wrong?"
    assert any("Lifetime: for life" in label for label in labels(found))


def test_what_ties_alone_dispute_goes_to_the_question_with_most_ties() -> None:
    def to(other: str) -> dict[str, Any]:
        one = {"aspect": "recyclable", "polarity": "affirm"}
        other_side = {"aspect": other, "polarity": "affirm"}
        return {"one": one, "other": other_side, "strength": "tension", "because": "So it is."}

    made = [claim("recyclable"), claim("faults", source="b"), claim("suits", source="c")]
    (found,) = found_in(made, topic(to("faults"), to("suits")))
    assert found.question == "Can it be recycled?"


def test_an_aspect_is_asked_with_another() -> None:
    about = with_keys(layers={"asked-with": "lifetime"})
    made = [
        claim("lifetime", value=ENDLESS, source="a"),
        claim("lifetime", value=years(2, 3), source="b"),
        claim("layers", value=years(2, 2, unit="layer"), source="a"),
        claim("layers", value=years(5, 5, unit="layer"), source="b"),
    ]
    (found,) = found_in(made, about)
    assert found.aspects == ("lifetime", "layers")


def test_what_the_topic_names_first_comes_first_then_contradictions() -> None:
    made = [
        claim("recyclable", source="a"),
        claim("recyclable", DENY, source="b"),
        claim("lifetime", value=years(1, 4), source="a"),
        claim("lifetime", value=years(3, 8), source="b"),
    ]
    assert [d.aspects[0] for d in found_in(made)] == ["recyclable", "lifetime"]
    first = with_keys(first=("lifetime",))
    assert [d.aspects[0] for d in found_in(made, first)] == ["lifetime", "recyclable"]
    high = with_keys(lifetime={"importance": "high"})
    assert [d.aspects[0] for d in found_in(made, high)] == ["lifetime", "recyclable"]
    low = with_keys(recyclable={"importance": "low"})
    assert [d.aspects[0] for d in found_in(made, low)] == ["lifetime", "recyclable"]


def test_what_is_said_outright_comes_before_what_clashes_by_a_tie() -> None:
    about = with_keys(ties=Topic.sample(aspects=ASPECTS, ties=[FADES]).ties)
    made = [
        claim("recyclable", source="a"),
        claim("recyclable", DENY, source="b"),
        *(claim("lifetime", value=ENDLESS, source=s) for s in "abc"),
        *(claim("faults", source=s) for s in "def"),
    ]
    found = found_in(made, about)
    assert [d.strength for d in found] == [Strength.CONTRADICTION] * 2
    assert found[0].aspects[0] == "recyclable"


@given(some_claims(), st.randoms())
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], random: Any) -> None:
    mixed = [*claims]
    random.shuffle(mixed)
    assert found_in(mixed, TIED) == found_in(claims, TIED)


@given(some_claims())
def test_every_conflict_lies_in_exactly_one_dispute(claims: list[Claim]) -> None:
    found = reconcile(claims, TIED)
    named = [id for d in all_of(found, TIED) for id in d.conflicts]
    assert sorted(named) == sorted(c.id for c in found.conflicts)


@given(some_claims())
def test_no_side_contradicts_itself(claims: list[Claim]) -> None:
    found = reconcile(claims, TIED)
    ending = {p.id for p in found.positions if p.value and p.value.quantity}
    ending -= {p.id for p in found.positions if p.value == ENDLESS}
    hard = {
        frozenset((c.a.position, c.b.position))
        for c in found.conflicts
        if c.strength is Strength.CONTRADICTION and not {c.a.position, c.b.position} <= ending
    }
    for dispute in all_of(found, TIED):
        assert len(dispute.camps) > 1
        for camp in dispute.camps:
            assert not any(frozenset(pair) in hard for pair in combinations(camp.positions, 2))


@given(some_claims(), some_claims(sources=("stranger",)))
def test_a_source_on_other_questions_changes_no_dispute(
    claims: list[Claim], strange: list[Claim]
) -> None:
    known = {c.aspect for c in claims} | ({"lifetime", "faults"} if claims else set())
    unrelated = [c for c in strange if c.aspect not in known]
    assert set(found_in(claims, TIED)) <= set(found_in([*claims, *unrelated], TIED))
