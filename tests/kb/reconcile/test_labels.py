"""What a position says, in plain words."""

from typing import Any

import pytest

from extract.grammar.conditions import ONE_CASE, OWN_PRICE
from extract.model import Degree, Phase, Quantifier, Quantity, Scope, ScopeKind, Standing
from kb.reconcile.labels import lower_first, number, quantity_words
from tests.kb.making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    SEVERAL,
    USUAL,
    act,
    condition,
    critics,
    layers,
    option,
    part,
    position,
    scope,
    years,
)

BEFORE, BRAND = Phase.BEFORE, ScopeKind.BRAND
NO: dict[str, Any] = {"polarity": DENY}


@pytest.mark.parametrize(
    ("aspect", "more", "label"),
    [
        ("recyclable", {}, "yes"),
        ("recyclable", NO, "no"),
        ("faults", {}, "faults"),
        ("faults", NO, "no faults"),
        ("faults", {"value": part("smell")}, "smell"),
        ("faults", NO | {"value": part("smell")}, "no smell"),
        ("suits", {}, "everybody"),
        ("suits", NO | {"value": part("children")}, "not for: children"),
        ("filling", {"value": option("wool")}, "wool"),
        ("filling", NO | {"value": option("wool")}, "not wool"),
        ("lifetime", {"value": ENDLESS}, "for life"),
        ("lifetime", {"value": SEVERAL}, "several years"),
        ("lifetime", {"value": years(1, 2)}, "1 to 2 years"),
        ("layers", {"value": layers(1, 1)}, "1 layer"),
        ("airing", {"value": act("air it")}, "air it"),
        ("airing", NO | {"value": act("air it")}, "don't air it"),
        ("airing", {"value": act("air it", 0, 2, phase=BEFORE)}, "air it, before, for 2 days"),
        ("airing", {"value": act("air it", 2, None)}, "air it, for at least 2 days"),
        ("airing", {"value": act("air it", 0, 1 / 24)}, "air it, for 1 hour"),
        ("airing", {"value": act("air it", 0, 45 / 1440)}, "air it, for 45 minutes"),
        ("airing", {"value": act("air it", 3, 5)}, "air it, from day 3 to 5"),
        ("recyclable", {"certainty": POSSIBLE}, "yes, possibly"),
        ("recyclable", {"certainty": USUAL}, "yes, usually"),
        ("recyclable", {"quantifier": Quantifier.MOST}, "yes, in most cases"),
        ("recyclable", NO | {"quantifier": Quantifier.NONE}, "no"),  # none adds nothing to no
        ("recyclable", {"degree": Degree.SLIGHT}, "yes, slightly"),
        ("recyclable", {"condition": condition("If dry")}, "yes, if dry"),
        ("recyclable", {"standing": Standing.PRESUPPOSED}, "yes, implied"),
        ("recyclable", {"scope": scope("population", "in towns")}, "yes (in towns)"),
        ("recyclable", {"attribution": critics()}, "yes – critics"),
        ("recyclable", {"scope": Scope(BRAND, "went", ONE_CASE)}, "yes (in one person’s case)"),
        ("recyclable", {"scope": Scope(BRAND, "were", ONE_CASE), "attribution": critics()},
         "yes (in one case) – critics"),
        ("recyclable", {"scope": Scope(BRAND, "Our", OWN_PRICE)}, "yes (one provider’s own price)"),
    ],
)  # fmt: skip
def test_labels(aspect: str, more: dict[str, Any], label: str) -> None:
    assert position(aspect, **more).label == label


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity("year", 1, 1), "1 year"),
        (Quantity("year", 0.5, 1.5), "0.5 to 1.5 years"),
        (Quantity("coat", 3, None), "at least 3 coats"),
        (Quantity("coat", 3, None, low_open=True), "over 3 coats"),
        (Quantity("coat", 0, 3), "up to 3 coats"),
        (Quantity("coat", 0, 3, high_open=True), "under 3 coats"),
        (Quantity("USD", 400, 900), "$400 to $900"),
        (Quantity("GBP", 12_000, 12_000), "£12,000"),
        (Quantity("CHF", 90, 90), "CHF 90"),
        (Quantity("percent", 18, 25), "18 to 25%"),
        (Quantity("year", endless=True), "endless"),
        (Quantity("GBP", 20, 20, per="year"), "£20 per year"),
        (Quantity("pence", 35, 35), "35p"),
    ],
)
def test_amounts(quantity: Quantity, words: str) -> None:
    assert quantity_words(quantity) == words


@pytest.mark.parametrize(
    ("x", "said"), [(4.0, "4"), (1.5, "1.5"), (2.25, "2.25"), (0, "0"), (12_500.0, "12,500")]
)
def test_numbers(x: float, said: str) -> None:
    assert number(x) == said


@pytest.mark.parametrize(
    ("text", "lowered"), [("If dry", "if dry"), ("UV light", "UV light"), ("A roof", "a roof")]
)
def test_a_small_first_letter_but_not_of_an_abbreviation(text: str, lowered: str) -> None:
    assert lower_first(text) == lowered
