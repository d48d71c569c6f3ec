"""Quantity: intervals that share nothing exclude each other."""

import pytest

from extract.model import Value
from kb.reconcile.kinds import judge_of
from tests.kb.making import DENY, ENDLESS, SEVERAL, TOPIC, layers, position, years

SHORT_LIVED = years(name="short-lived", vague=True)


def months(low: float | None = None, high: float | None = None, **more: bool) -> Value:
    return years(low, high, unit="month", **more)


def weeks(low: float | None = None, high: float | None = None, **more: bool) -> Value:
    return years(low, high, unit="week", **more)


def days(low: float | None = None, high: float | None = None) -> Value:
    return years(low, high, unit="day")


def pounds(amount: float, per: str) -> Value:
    return years(amount, amount, unit="GBP", per=per)


SEVERAL_WEEKS = weeks(1, low_open=True, vague=True)
SEVERAL_LAYERS = layers(1, low_open=True, vague=True)

LIFETIMES = [
    ("for life, 1 to 2 years", ENDLESS, years(1, 2), "exclude"),
    ("for life, several years", ENDLESS, SEVERAL, "exclude"),
    ("for life, short-lived", ENDLESS, SHORT_LIVED, "exclude"),
    ("for life, up to 8 years", ENDLESS, years(None, 8), "exclude"),
    ("for life, at least 5 years", ENDLESS, years(5), "pull apart"),
    ("1 to 2 years, 5 to 8 years", years(1, 2), years(5, 8), "exclude"),
    ("12 months, a year", months(12, 12), years(1, 1), None),
    ("a month, 4 weeks", months(1, 1), weeks(4, 4), "compatible"),
    ("a week, 7 days", weeks(1, 1), days(7, 7), None),
    ("4 to 5, within 2 to 6", years(4, 5), years(2, 6), "compatible"),
    ("4 to 5, 1 to 4: touching", years(4, 5), years(1, 4), "pull apart"),
    ("2 to 6, 1 to 4: overlapping", years(2, 6), years(1, 4), "pull apart"),
    ("short-lived, 1 to 2 years", SHORT_LIVED, years(1, 2), "compatible"),
    ("several years, a year", SEVERAL, years(1, 1), "exclude"),
    ("several years, 9 months", SEVERAL, months(9, 9), "exclude"),
    ("several years, 1 to 2 years", SEVERAL, years(1, 2), "pull apart"),
    ("several years, 5 to 8 years", SEVERAL, years(5, 8), "compatible"),
    ("several years, up to 8 years", SEVERAL, years(None, 8), "compatible"),
    ("several weeks, at least 7 days", SEVERAL_WEEKS, days(7), "pull apart"),
    ("several weeks, several years", SEVERAL_WEEKS, SEVERAL, "pull apart"),
    ("several weeks, 2 to 3 years", SEVERAL_WEEKS, years(2, 3), "pull apart"),
    ("up to 8 years, 3 to 5 years", years(None, 8), years(3, 5), "compatible"),
    ("up to 8 years, 5 to 10 years", years(None, 8), years(5, 10), "pull apart"),
    ("up to 8 years, 10 years", years(None, 8), years(10, 10), "exclude"),
    ("up to 8 years, up to 5 years", years(None, 8), years(None, 5), "pull apart"),
    ("up to 8 years, at least 3", years(None, 8), years(3), "compatible"),
    ("at least 7 days, a week", days(7), weeks(1, 1), "compatible"),
    ("years and layers do not meet", years(1, 2), layers(1, 2), None),
    ("£20 a year, 35p an hour do not meet", pounds(20, "year"), pounds(0.35, "hour"), None),
    ("£20 a year, £90 a year", pounds(20, "year"), pounds(90, "year"), "exclude"),
]
LAYERS = [
    ("several, over 3", SEVERAL_LAYERS, layers(3, low_open=True), "compatible"),
    ("at least 2, 3 to 4", layers(2), layers(3, 4), "pull apart"),
    ("at least 3, 3 to 4", layers(3), layers(3, 4), "compatible"),
    ("at least 3, over 3", layers(3), layers(3, low_open=True), "compatible"),
    ("at least 2, at least 3", layers(2), layers(3), "pull apart"),
    ("at least 2, over 3", layers(2), layers(3, low_open=True), "pull apart"),
    ("over 3, 3 to 4", layers(3, low_open=True), layers(3, 4), "pull apart"),
    ("over 3, just 3", layers(3, low_open=True), layers(3, 3), "exclude"),
    ("at least 3, just 2", layers(3), layers(2, 2), "exclude"),
    ("several, just one", SEVERAL_LAYERS, layers(1, 1), "exclude"),
    ("several, 3 to 4", SEVERAL_LAYERS, layers(3, 4), "compatible"),
]


@pytest.mark.parametrize(
    ("aspect", "x", "y", "expected"),
    [pytest.param("lifetime", *row[1:], id=row[0]) for row in LIFETIMES]
    + [pytest.param("layers", *row[1:], id=row[0]) for row in LAYERS],
)
def test_two_amounts(aspect: str, x: Value, y: Value, expected: str | None) -> None:
    judge = judge_of(TOPIC.aspect(aspect))
    one, other = position(aspect, value=x), position(aspect, value=y)
    for pair in ((one, other), (other, one)):
        finding = judge.judge(*pair)
        assert (finding and finding.relation.value) == expected


@pytest.mark.parametrize(
    ("there", "gone", "expected"),
    [
        pytest.param(layers(1, 1), layers(1, 1), "exclude", id="one, not one"),
        pytest.param(layers(1, 1), layers(1, 2), "exclude", id="one, not one or two"),
        pytest.param(layers(1, 3), layers(1, 1), "compatible", id="one to three, not one"),
        pytest.param(layers(3, 4), layers(1, 1), None, id="three, not one: they agree"),
        pytest.param(SEVERAL_LAYERS, layers(1, 1), None, id="several, not one: they agree"),
        pytest.param(layers(3, 4), None, "exclude", id="three, none at all"),
        pytest.param(layers(0, 0), None, None, id="nought, none at all"),
        pytest.param(None, None, "exclude", id="some, none"),
        pytest.param(ENDLESS, ENDLESS, "exclude", id="for life, not for life"),
        pytest.param(years(1, 2), ENDLESS, None, id="1 to 2 years, not for life: they agree"),
    ],
)
def test_an_amount_against_a_denial(
    there: Value | None, gone: Value | None, expected: str | None
) -> None:
    yes, no = position("layers", value=there), position("layers", DENY, value=gone)
    for pair in ((yes, no), (no, yes)):
        finding = judge_of(TOPIC.aspect("layers")).judge(*pair)
        assert (finding and finding.relation.value) == expected


def test_a_range_is_a_case_of_a_vague_amount() -> None:
    judge = judge_of(TOPIC.aspect("lifetime"))
    some, three = position("lifetime", value=SEVERAL), position("lifetime", value=years(3, 5))
    assert judge.narrower(three, some)
    assert not judge.narrower(some, three)
