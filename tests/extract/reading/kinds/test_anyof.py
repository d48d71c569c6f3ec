"""Any-of: the parts that are named, or the whole."""

import pytest

from tests.extract.reader import read, row


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The pump leaks.", ["+ faults leaks"]),
        ("The pump leaks and rusts.", ["+ faults leaks", "+ faults rust"]),
        ("The pump has faults.", ["+ faults"]),
        ("The pump has no faults.", ["- faults"]),
        ("The pump does not leak or rust.", ["- faults leaks", "- faults rust"]),
        ("The pump neither leaks nor rusts.", ["- faults leaks", "- faults rust"]),
        ("The faults of the pump are leaks and rust.", ["+ faults leaks", "+ faults rust"]),
        ("The pump is free of rust.", ["- faults rust"]),
        ("A pump without leaks is a good pump.", ["- faults leaks"]),
        (
            "The pump has no faults such as leaks or rust.",  # the whole, with examples
            ["- faults", "- faults leaks", "- faults rust"],
        ),
        ("The pump is heavy.", []),
    ],
)
def test_readings(text: str, said: list[str]) -> None:
    assert read(text, "pump") == said


def test_a_denial_for_one_place_leaves_the_rest_open() -> None:
    assert row("The pump has no faults on the lid.")["degree"] == "partial-denial"
    assert row("The pump has no faults.")["degree"] is None
