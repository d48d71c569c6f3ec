import pytest

from extract.model import Quantity
from extract.quantity import UnitTable, find_quantities, same_dimension, to_base
from extract.quantity.units import ROWS, UnitRow, plural


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_is_read_in_its_example(row: UnitRow) -> None:
    (found,) = find_quantities(row.example, UnitTable.build())
    assert found.quantity.unit == row.name


@pytest.mark.parametrize(
    ("one", "many"),
    [
        ("visit", "visits"),
        ("box", "boxes"),
        ("delivery", "deliveries"),
        ("day", "days"),
        ("wash", "washes"),
        ("foot", "feet"),
        ("century", "centuries"),
    ],
)
def test_plurals(one: str, many: str) -> None:
    assert plural(one) == many


@pytest.mark.parametrize(
    ("given", "base"),
    [
        (Quantity("week", 1, 2), Quantity("day", 7, 14)),
        (Quantity("month", 2, 2), Quantity("day", 60.875, 60.875)),
        (Quantity("year", 1, None, low_open=True), Quantity("day", 365.25, None, low_open=True)),
        (Quantity("hour", 12, 36), Quantity("day", 0.5, 1.5)),
        (Quantity("fahrenheit", 212, 212), Quantity("celsius", 100, 100)),
        (Quantity("cent", 50, 50), Quantity("USD", 0.5, 0.5)),
        (Quantity("visit", 3, 4), Quantity("visit", 3, 4)),
    ],
)
def test_to_base(given: Quantity, base: Quantity) -> None:
    assert to_base(given) == base


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("year", "hour", True),
        ("USD", "EUR", False),
        ("USD", "cent", True),
        ("visit", "visit", True),
        ("visit", "day", False),
        ("visit", "cup", False),
    ],
)
def test_same_dimension(a: str, b: str, same: bool) -> None:
    assert same_dimension(Quantity(a, 1, 1), Quantity(b, 1, 1)) is same


def test_a_topic_brings_its_own_units() -> None:
    units = UnitTable.build((("visit", ("visit:noun", "house|site call")),))
    (found,) = find_quantities("It takes two site calls.", units)
    assert found.quantity == Quantity("visit", 2, 2)
    assert find_quantities("It takes two site calls.", UnitTable.build()) == ()


def test_a_topic_may_add_phrases_to_a_general_unit() -> None:
    units = UnitTable.build((("week", ("work week",)),))
    (found,) = find_quantities("It takes two work weeks.", units)
    assert to_base(found.quantity) == Quantity("day", 14, 14)
