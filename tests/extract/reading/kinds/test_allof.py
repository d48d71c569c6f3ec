"""All-of: the groups that it suits or does not, and everybody."""

import pytest

from tests.extract.reader import read, row


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The pump is suitable for beginners.", ["+ suits beginners"]),
        ("The pump suits small ponds and beginners.", ["+ suits small ponds", "+ suits beginners"]),
        ("The pump is not suitable for small ponds.", ["- suits small ponds"]),
        ("The pump is unsuitable for beginners.", ["- suits beginners"]),
        ("Beginners should not use the pump.", ["- suits beginners"]),
        ("Beginners should avoid the pump.", ["- suits beginners"]),
        ("The pump is suitable for everyone.", ["+ suits"]),
        ("The pump is suitable.", []),  # for whom is not said
        ("Beginners love ponds.", []),
        ("Everyone can buy the pump.", []),
        ("The pump does not suit you if you have a small pond.", ["- suits small ponds"]),
        ("If you are a beginner, the pump suits you.", ["+ suits beginners"]),
        ("The pump suits you if you have a friend.", []),
        ("The pump does not suit you if it is for a beginner.", []),
    ],
)
def test_readings(text: str, said: list[str]) -> None:
    assert read(text, "pump") == said


def test_everybody_is_all() -> None:
    assert row("The pump is suitable for everyone.")["quantifier"] == "all"
    assert row("The pump is suitable for beginners.")["quantifier"] is None
