"""Amounts on one scale: how they are bounded, and whether one lies within the other."""

import pytest

from extract.model import Quantity
from kb.reconcile.intervals import Shape, bounded, interval


def years(low: float | None = None, high: float | None = None, **more: bool):
    return interval(Quantity("year", low, high, **more))


def weeks(low: float | None = None, high: float | None = None):
    return interval(Quantity("week", low, high))


def months(low: float | None = None, high: float | None = None):
    return interval(Quantity("month", low, high))


@pytest.mark.parametrize(
    ("quantity", "shape"),
    [
        (Quantity("year", endless=True), Shape.ENDLESS),
        (Quantity("year", 1, 2), Shape.RANGE),
        (Quantity("year", 3, None), Shape.AT_LEAST),
        (Quantity("year", None, 3), Shape.AT_MOST),
        (Quantity("year", 0, 3), Shape.AT_MOST),  # nought bounds nothing
        (Quantity("layer", 0, 0), Shape.RANGE),
        (Quantity("year", 1, None, low_open=True, vague=True), Shape.VAGUE),
    ],
)
def test_how_an_amount_is_bounded(quantity: Quantity, shape: Shape) -> None:
    assert interval(quantity).shape is shape


def test_a_name_without_figures_is_neither_vague_nor_endless() -> None:
    assert interval(Quantity("year", vague=True), named=True).shape is Shape.NAMED
    assert interval(Quantity("year", vague=True)).shape is Shape.VAGUE


def test_several_is_two_or_more() -> None:
    several = interval(Quantity("week", 1, None, low_open=True, vague=True))
    assert several.low == 14


@pytest.mark.parametrize(
    ("x", "y", "same"),
    [
        (years(1, 1), months(12, 12), True),
        (months(1, 1), weeks(4, 4), True),  # four weeks are a month, as people speak
        (weeks(1, 1), weeks(1.2, 1.2), False),  # in one unit less is rounded
        (years(1, 2), years(1, 3), False),
        (years(3), years(3), True),
    ],
)
def test_the_same_but_for_rounding(x, y, same: bool) -> None:
    assert x.same(y) is y.same(x) is same


@pytest.mark.parametrize(
    ("inner", "outer", "within"),
    [
        (years(4, 5), years(2, 6), True),
        (years(2, 6), years(4, 5), False),
        (years(4, 5), years(4, 5), True),
        (years(7), years(3), True),  # at least seven is at least three
        (years(3, 3), years(3, None, low_open=True), False),  # three is not over three
        (years(None, 2), years(None, 2, high_open=True), False),
        (months(18, 18), years(1, 2), True),
    ],
)
def test_one_within_the_other(inner, outer, within: bool) -> None:
    assert inner.within(outer) is within


@pytest.mark.parametrize(
    ("x", "y", "apart"),
    [
        (years(1, 2), years(5, 8), True),
        (years(1, 5), years(5, 8), False),  # they meet in five
        (years(5, 5), years(5, None, low_open=True), True),  # over five is not five
        (years(None, 3), years(8), True),
        (years(3), years(None, 8), False),
        (months(12, 12), weeks(60, 70), True),
        (months(1, 1), weeks(4, 4), False),
    ],
)
def test_nothing_in_common(x, y, apart: bool) -> None:
    assert x.disjoint(y) is y.disjoint(x) is apart


def test_a_unit_of_the_topics_own_is_a_dimension_of_its_own() -> None:
    assert interval(Quantity("layer", 1, 2)).dimension == "layer"
    assert years(1, 2).dimension == weeks(1, 2).dimension


@pytest.mark.parametrize(
    ("quantity", "has_an_end"),
    [(Quantity("day", 0, None), False), (Quantity("day", 0, 4), True), (Quantity("day", 2), True)],
)
def test_a_window_from_nought_on_bounds_nothing(quantity: Quantity, has_an_end: bool) -> None:
    assert bounded(quantity) is has_an_end
