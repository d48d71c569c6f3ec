"""One amount: a number or a vague word with its unit, and nothing that only looks like one."""

import pytest

from extract.quantity.amount import bare_plural, read_amount
from extract.quantity.cues import Bound
from extract.quantity.tokens import tokenize
from extract.quantity.units import UnitTable

UNITS = UnitTable.build((("coat", ("coat", "top coat")),))


def amount(text: str) -> tuple[float | None, str | None] | None:
    """The value and unit of the amount the text begins with; `None` for a vague value."""
    found = read_amount(tokenize(text), 0, UNITS)
    return found and (found.value, found.unit and found.unit.name)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("$40 a tin", 40, "USD"),
        ("US$ 1.5 million", 1_500_000, "USD"),
        ("$3m", 3_000_000, "USD"),
        ("£90 a tin", 90, "GBP"),
        ("€1.200 a roof", 1200, "EUR"),  # a full stop groups thousands in euros
        ("$40 USD a tin", 40, "USD"),
        ("$40 CAD a tin", 40, "CAD"),  # the code says which dollars
        ("three coats", 3, "coat"),
        ("two thin top coats", 2, "coat"),
        ("two full weeks", 2, "week"),
        ("an hour", 1, "hour"),
        ("a whole day", 1, "day"),
        ("2 hours 30 minutes", 2.5, "hour"),
        ("1 year and 6 months", 1.5, "year"),
        ("a month and a half", 1.5, "month"),
        ("5 tiles", 5, None),  # a number, of a unit that is not known here
    ],
)
def test_amounts(text: str, value: float, unit: str | None) -> None:
    assert amount(text) == (value, unit)


@pytest.mark.parametrize("text", ["several coats", "a few coats", "a number of coats"])
def test_vague_words(text: str) -> None:
    assert amount(text) == (None, "coat")


@pytest.mark.parametrize("text", ["a coat", "a roof", "a second coat", "some coat", "the coat"])
def test_what_is_no_amount(text: str) -> None:
    assert amount(text) is None


@pytest.mark.parametrize(
    ("text", "unit"), [("lift 5 pounds", "lb"), ("pay 5 pounds", "GBP"), ("5 pounds of sand", "lb")]
)
def test_pounds_are_money_unless_something_weighs_them(text: str, unit: str) -> None:
    toks = tokenize(text)
    start = next(i for i, tok in enumerate(toks) if tok.low == "5")
    found = read_amount(toks, start, UNITS)
    assert found is not None and found.unit is not None
    assert found.unit.name == unit


def test_more_may_stand_between_number_and_unit() -> None:
    found = read_amount(tokenize("3 or more coats"), 0, UNITS)
    assert found is not None
    assert (found.bound, found.value) == (Bound.FROM, 3)


@pytest.mark.parametrize(
    ("text", "unit"),
    [("lasts years", "year"), ("takes weeks", "week"), ("the years", None), ("lasts coats", None)],
)
def test_a_bare_plural_of_time_counts_behind_a_word_that_measures(
    text: str, unit: str | None
) -> None:
    found = bare_plural(tokenize(text), 1, UNITS)
    assert (found and found.unit and found.unit.name) == unit


def test_a_year_of_the_calendar_is_no_number_of_years() -> None:
    found = read_amount(tokenize("in 2019 coats"), 1, UNITS)
    assert found is not None and found.unit is None


def test_a_number_before_a_comma_counts_nothing_per_week() -> None:
    found = read_amount(tokenize("visit two, a week later"), 3, UNITS)
    assert found is not None and found.value == 1
    assert read_amount(tokenize("two coats a week"), 2, UNITS) is None
