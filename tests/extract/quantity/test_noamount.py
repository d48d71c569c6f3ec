"""Every row that takes a number for an age, a share or one of a row is read in its example."""

import pytest

from extract.quantity.cues import NO_AMOUNT_AFTER, NO_AMOUNT_BEFORE
from extract.quantity.grammar import find_quantities
from extract.quantity.noamount import always, is_no_amount, is_number
from extract.quantity.tokens import tokenize
from extract.quantity.units import GENERAL, MONEY


@pytest.mark.parametrize("row", [*NO_AMOUNT_BEFORE, *NO_AMOUNT_AFTER], ids=lambda row: row[1])
def test_what_is_an_age_a_share_or_a_row_measures_nothing(row: tuple[str, str]) -> None:
    assert find_quantities(row[1], GENERAL) == ()
    assert find_quantities(row[1].replace(row[0], "", 1), GENERAL)


@pytest.mark.parametrize("text", ["24 hours a day", "7 days a week", "one in three weeks"])
def test_always_and_a_share_measure_nothing(text: str) -> None:
    assert find_quantities(text, GENERAL) == ()


def test_what_stands_by_itself_is_an_amount() -> None:
    toks = tokenize("it takes three weeks")
    assert is_number(toks[2])
    assert not is_no_amount(toks, 2, 4)


def test_some_of_the_time_is_not_always() -> None:
    hour = GENERAL.units["hour"]
    assert always(24, hour, "day")
    assert not always(2, hour, "day")
    assert not always(24, hour, None)


def test_a_week_in_is_a_point_in_time() -> None:
    for text in ("a week in, it leaks", "it leaks two days in.", "it leaks a week in and rusts"):
        assert find_quantities(text, GENERAL) == ()
    assert find_quantities("a week in bed", GENERAL)


@pytest.mark.parametrize("text", ["a 1080p camera", "it films in 720p"])
def test_the_lines_of_a_picture_are_no_pence(text: str) -> None:
    assert find_quantities(text, GENERAL) == ()


def test_pence_are_money() -> None:
    found = [m.quantity.unit for m in find_quantities("about 3p a night, or 90 pence", GENERAL)]
    assert found == ["pence", "pence"]
    assert {"pence", "cent", "GBP"} <= MONEY
