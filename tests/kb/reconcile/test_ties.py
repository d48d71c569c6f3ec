"""Ties between aspects, and how they fall."""

from typing import Any

from extract.model import Claim, Degree, Quantifier
from kb.model import Conflict, ConflictKind, Rung, Strength
from kb.reconcile.pairs import reconcile
from tests.kb.making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    SEVERAL,
    claim,
    condition,
    critics,
    part,
    topic,
    years,
)

SAGS = {
    "one": {"aspect": "lifetime", "polarity": "affirm", "endless": True},
    "other": {"aspect": "faults", "polarity": "affirm", "values": ["sagging"]},
    "strength": "contradiction",
    "because": "What sags does not last.",
}
CARE = {
    "one": {"aspect": "airing", "polarity": "deny"},
    "other": {"aspect": "lifetime", "conditional": True},
    "strength": "contradiction",
    "because": "What lasts only with care needs care.",
}


def conflicts(*claims: Claim, ties: list[dict[str, Any]]) -> tuple[Conflict, ...]:
    return reconcile(claims, topic(*ties)).conflicts


def sags(**more: Any) -> Claim:
    return claim("faults", value=part("sagging"), at=50, **more)


FOR_LIFE = claim("lifetime", value=ENDLESS)


def test_tied_positions_conflict_for_the_reason_given() -> None:
    (found,) = conflicts(FOR_LIFE, sags(), ties=[SAGS])
    assert found.aspect == "faults|lifetime"
    assert found.strength is Strength.CONTRADICTION
    assert "lifetime: for life" in found.explanation
    assert "faults: sagging" in found.explanation
    assert found.explanation.endswith("what sags does not last.")


def test_without_a_polarity_an_endless_side_is_what_is_affirmed() -> None:
    bare = {**SAGS, "one": {"aspect": "lifetime", "endless": True}}
    never = claim("lifetime", value=ENDLESS, polarity=DENY)  # "it does not last for ever"
    assert conflicts(never, sags(), ties=[bare]) == ()
    assert len(conflicts(FOR_LIFE, sags(), ties=[bare])) == 1


def test_a_part_takes_its_own_parts_along() -> None:
    hollow = claim("faults", value=part("hollow"), at=50)
    smell = claim("faults", value=part("smell"), at=50)
    assert len(conflicts(FOR_LIFE, hollow, ties=[SAGS])) == 1
    assert conflicts(FOR_LIFE, smell, ties=[SAGS]) == ()


def test_finite_values_are_not_endless() -> None:
    assert conflicts(claim("lifetime", value=years(1, 2)), sags(), ties=[SAGS]) == ()


def test_a_hedge_caps_a_tie_at_tension_unless_the_other_denies_every_case() -> None:
    (found,) = conflicts(FOR_LIFE, sags(certainty=POSSIBLE), ties=[SAGS])
    assert found.strength is Strength.CONTRADICTION  # for life leaves no case out
    maybe = claim("lifetime", value=ENDLESS, certainty=POSSIBLE)
    (found,) = conflicts(maybe, sags(), ties=[SAGS])
    assert (found.strength, found.kind) == (Strength.TENSION, ConflictKind.ABSOLUTE)


def test_a_degree_caps_a_tie_at_tension() -> None:
    (found,) = conflicts(FOR_LIFE, sags(degree=Degree.SLIGHT), ties=[SAGS])
    assert found.strength is Strength.TENSION


def test_a_tie_falls_from_the_first_rungs_like_any_pair() -> None:
    for more in ({"subject": "futon"}, {"attribution": critics()}):
        found = reconcile([FOR_LIFE, sags(**more)], topic(SAGS))
        assert found.conflicts == ()
        assert len(found.near_misses) == 1
    maybe = claim("lifetime", value=ENDLESS, quantifier=Quantifier.SOME)
    found = reconcile([maybe, sags(certainty=POSSIBLE)], topic(SAGS))
    assert [m.rung for m in found.near_misses] == [Rung.ROOM_LEFT]


def test_a_condition_that_ties_excuses_nothing() -> None:
    lasts = claim("lifetime", value=SEVERAL, condition=condition("with care", favourable=True))
    no_care = claim("airing", DENY, source="two")
    (found,) = conflicts(lasts, no_care, ties=[CARE])
    assert found.strength is Strength.CONTRADICTION


def test_of_two_ties_the_stronger_counts() -> None:
    (found,) = conflicts(FOR_LIFE, sags(), ties=[SAGS | {"strength": "tension"}, SAGS])
    assert found.strength is Strength.CONTRADICTION


def test_a_tie_within_an_aspect_does_not_double_a_conflict() -> None:
    tie = {
        "one": {"aspect": "lifetime", "endless": True},
        "other": {"aspect": "lifetime", "endless": False},
        "strength": "tension",
        "because": "It is so.",
    }
    found = conflicts(FOR_LIFE, claim("lifetime", value=years(1, 2), at=50), ties=[tie])
    assert [c.strength for c in found] == [Strength.CONTRADICTION]


def test_a_bound_from_below_may_be_for_ever() -> None:
    tie = {
        "one": {"aspect": "lifetime", "endless": False},
        "other": {"aspect": "faults", "polarity": "deny"},
        "strength": "contradiction",
        "because": "What never sags does not end.",
    }
    never = claim("faults", DENY, value=part("sagging"), at=50)
    (found,) = conflicts(claim("lifetime", value=years(10, None)), never, ties=[tie])
    assert found.strength is Strength.TENSION
    (found,) = conflicts(claim("lifetime", value=years(10, 12)), never, ties=[tie])
    assert found.strength is Strength.CONTRADICTION
