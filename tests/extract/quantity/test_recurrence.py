"""Every word for what recurs, or ends some time, is read in its example."""

import pytest

from extract.model import Quantity
from extract.quantity.cues import ENDING, RECURRING, SOON
from extract.quantity.grammar import QuantityMention, find_quantities
from extract.quantity.units import GENERAL


def only(text: str) -> QuantityMention:
    (found,) = find_quantities(text, GENERAL)
    return found


@pytest.mark.parametrize("row", RECURRING, ids=lambda row: row[0])
def test_what_recurs_is_the_time_between(row: tuple[str, str, str]) -> None:
    found = only(row[2])
    assert (found.quantity, found.per) == (Quantity(row[1], 1, 1), "every")
    assert find_quantities(row[2].replace(row[0], "often"), GENERAL) == ()


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Service it every year.", Quantity("year", 1, 1)),
        ("Service it each week.", Quantity("week", 1, 1)),
        ("Service it every other month.", Quantity("month", 2, 2)),
        ("Service it every second month.", Quantity("month", 2, 2)),
    ],
)
def test_every_unit_is_the_time_between(text: str, want: Quantity) -> None:
    assert only(text).quantity == want


@pytest.mark.parametrize("row", ENDING + SOON, ids=lambda row: row[0])
def test_a_short_time_ends_and_has_no_number(row: tuple[str, str]) -> None:
    assert only(row[1]).quantity == Quantity("day")
    assert find_quantities(row[1].replace(row[0], "well"), GENERAL) == ()


@pytest.mark.parametrize(
    "text", ["It takes a long time.", "Now and then, in a while.", "There is no time."]
)
def test_other_times_are_no_amount(text: str) -> None:
    assert find_quantities(text, GENERAL) == ()
