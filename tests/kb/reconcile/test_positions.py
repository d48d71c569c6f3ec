"""Which claims fall into one position, and what it is called."""

from typing import Any

import pytest

from extract.model import Attribution, Claim, Degree, Phase, Quantifier, Standing
from kb.reconcile.positions import positions_of
from tests.kb.making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    SEVERAL,
    TOPIC,
    USUAL,
    act,
    claim,
    condition,
    critics,
    layers,
    option,
    part,
    position,
    scope,
    years,
)


def held(*claims: Claim) -> int:
    """How many positions the claims make."""
    return sum(len(found) for found in positions_of(claims, TOPIC).values())


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param({"value": years(1, 1)}, {"value": years(12, 12, unit="month")}, id="unit"),
        pytest.param({"value": ENDLESS}, {"value": years(endless=True)}, id="name of endless"),
        pytest.param(
            {"condition": condition("If  dry")}, {"condition": condition("if dry")}, id="spaces"
        ),
        pytest.param(
            {"attribution": Attribution("experts", True)},
            {"attribution": Attribution("studies", True)},
            id="whom a source calls upon",
        ),
        pytest.param({"heading": True}, {}, id="heading"),
    ],
)
def test_wording_does_not_split(a: dict[str, Any], b: dict[str, Any]) -> None:
    assert held(claim("lifetime", **a), claim("lifetime", at=50, **b)) == 1


@pytest.mark.parametrize(
    "b",
    [
        {"polarity": DENY},
        {"value": years(1, 2)},
        {"value": years(1, 1, unit="month")},
        {"certainty": USUAL},
        {"quantifier": Quantifier.SOME},
        {"condition": condition("if dry")},
        {"scope": scope("brand", "Dozy")},
        {"attribution": critics()},
        {"degree": Degree.SLIGHT},
        {"standing": Standing.PRESUPPOSED},
        {"subject": "futon"},
    ],
)
def test_what_is_compared_splits(b: dict[str, Any]) -> None:
    a = {"value": years(1, 1)}
    assert held(claim("lifetime", **a), claim("lifetime", at=50, **(a | b))) == 2


def test_an_id_owes_nothing_to_source_or_place() -> None:
    here, there = position("recyclable"), position("recyclable", source="two", at=70)
    assert here.id == there.id


def test_claims_stand_in_order_of_source_and_place() -> None:
    rows = [("two", 0), ("one", 50), ("one", 0)]
    claims = [claim("recyclable", source=s, at=at, quote=f"{s} {at}") for s, at in rows]
    (found,) = positions_of(claims, TOPIC)["recyclable"]
    assert found.claims == tuple(c.id for c in reversed(claims))
    assert found.sources == ("one", "two")


@pytest.mark.parametrize(
    ("aspect", "more", "label"),
    [
        ("recyclable", {}, "yes"),
        ("recyclable", {"polarity": DENY}, "no"),
        ("recyclable", {"polarity": DENY, "quantifier": Quantifier.NONE}, "no"),
        ("faults", {"polarity": DENY}, "no faults"),
        ("faults", {"value": part("smell"), "quantifier": Quantifier.SOME}, "smell, in some cases"),
        ("faults", {"value": part("smell"), "polarity": DENY}, "no smell"),
        ("suits", {}, "everybody"),
        ("suits", {"value": part("children"), "polarity": DENY}, "not for: children"),
        ("firmness", {"value": option("soft"), "certainty": POSSIBLE}, "soft, possibly"),
        ("lifetime", {"value": years(1, 2), "certainty": USUAL}, "1 to 2 years, usually"),
        ("lifetime", {"value": years(1.5, 1.5)}, "1.5 years"),
        ("lifetime", {"value": years(1, 1, unit="month")}, "1 month"),
        ("lifetime", {"value": ENDLESS}, "for life"),
        ("lifetime", {"value": SEVERAL}, "several years"),
        ("lifetime", {"value": years(None, 8)}, "up to 8 years"),
        ("lifetime", {"value": years(5)}, "at least 5 years"),
        ("lifetime", {"value": years(5, low_open=True)}, "over 5 years"),
        ("lifetime", {"value": years(2000, 4500, unit="USD")}, "$2,000 to $4,500"),
        ("lifetime", {"value": years(18, 18, unit="percent")}, "18%"),
        ("layers", {"value": layers(12000, 12000)}, "12,000 layers"),
        ("airing", {"value": act("air it", phase=Phase.BEFORE)}, "air it, before"),
        ("airing", {"value": act("air it", 0, 4), "polarity": DENY}, "don't air it, for 4 days"),
        ("recyclable", {"condition": condition("if dry")}, "yes, if dry"),
        ("recyclable", {"scope": scope("brand", "Dozy")}, "yes (Dozy)"),
        ("recyclable", {"attribution": critics()}, "yes – critics"),
    ],
)
def test_labels(aspect: str, more: dict[str, Any], label: str) -> None:
    assert position(aspect, **more).label == label
