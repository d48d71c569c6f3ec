"""Ordinals are places in a row."""

import pytest

from extract.quantity.ordinals import ordinal_at
from extract.quantity.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "place", "width"),
    [
        ("first coat", 1, 1),
        ("twelfth coat", 12, 1),
        ("Twentieth coat", 20, 1),
        ("1st coat", 1, 2),
        ("22nd coat", 22, 2),
        ("103rd coat", 103, 2),
        ("10th coat", 10, 2),
    ],
)
def test_places(text: str, place: int, width: int) -> None:
    assert ordinal_at(tokenize(text), 0) == (place, width)


@pytest.mark.parametrize(
    "text", ["one coat", "10 coats", "10 St Mary", "10m", "12345th coat", "1.5th"]
)
def test_what_is_no_place(text: str) -> None:
    assert ordinal_at(tokenize(text), 0) is None
