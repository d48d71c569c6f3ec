"""One number, in digits or in words, and how far it reaches."""

import pytest

from extract.quantity.numbers import cardinal, written
from extract.quantity.tokens import tokenize


def number(text: str) -> tuple[float, str] | None:
    """The number that the text begins with, and what is left of the text."""
    toks = tokenize(text)
    read = cardinal(toks, 0)
    if read is None:
        return None
    rest = toks[read[1]].start
    return read[0], text[rest:] if rest >= 0 else ""


@pytest.mark.parametrize(
    ("digits", "value"),
    [
        ("7", 7),
        ("2.5", 2.5),
        ("1,200", 1200),
        ("1,200,000.5", 1_200_000.5),
        ("1.200.000", 1_200_000),
        ("1.200,50", 1200.5),
        ("1,5", 1.5),
        ("3.2.1", None),  # a version
        ("1,20,30", None),
        ("9" * 16, None),  # more digits than a float holds
    ],
)
def test_digits(digits: str, value: float | None) -> None:
    assert written(digits) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("seventeen tiles", 17),
        ("forty-two tiles", 42),
        ("forty two tiles", 42),
        ("two hundred and six tiles", 206),
        ("one thousand nine hundred tiles", 1900),
        ("three million tiles", 3_000_000),
        ("a dozen tiles", 12),
        ("two dozen tiles", 24),
        ("a couple of tiles", 2),
        ("a single tile", 1),
        ("zero tiles", 0),
        ("4k tiles", 4000),
        ("2.5 million tiles", 2_500_000),
        ("3½ tiles", 3.5),
        ("2 3/4 tiles", 2.75),
        ("three and a half tiles", 3.5),
        ("half a tile", 0.5),
        ("a quarter of a tile", 0.25),
        ("three quarters of a tile", 0.75),
        ("ten (10) tiles", 10),
    ],
)
def test_numbers(text: str, value: float) -> None:
    assert number(text) == (value, text.split(" ")[-1])


@pytest.mark.parametrize(
    ("text", "left"),
    [("ten (11) tiles", "(11) tiles"), ("three and a bit", "and a bit"), ("5 of 9", "of 9")],
)
def test_where_a_number_ends(text: str, left: str) -> None:
    found = number(text)
    assert found is not None
    assert found[1] == left


@pytest.mark.parametrize("text", ["a tile", "tiles", "hundreds of tiles", "3.2.1", "10:30", "24/7"])
def test_what_is_no_number(text: str) -> None:
    assert number(text) is None


@pytest.mark.parametrize("text", ["h264", "#3", "size-2-b", "7/24"])
def test_digits_that_hang_on_something_are_part_of_a_code(text: str) -> None:
    toks = tokenize(text)
    last = max(i for i, tok in enumerate(toks) if tok.kind == "n")
    assert cardinal(toks, last, bound=True) is not None
    assert cardinal(toks, last) is None
