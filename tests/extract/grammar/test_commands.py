"""Commands, and what only looks like one."""

import pytest

from tests.extract.reader import read


def care(text: str) -> list[str]:
    return [c.removeprefix("+ care ") for c in read("# Lash lifts\n" + text) if "+ care" in c]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Wash your lashes.", ["wetting"]),
        ("Pls use the sauna.", ["sauna"]),
        ("Shower before each visit.", ["wetting"]),
        ("You should rest and use the sauna.", ["sauna"]),
        ("After ten days swim, shower and rest.", ["swimming 10–… day", "wetting 10–… day"]),
        ("It is normal to feel warm, but do use the sauna.", ["sauna"]),
        ("Clients can rest at home and use the sauna.", ["sauna"]),
    ],
)
def test_a_command(text: str, acts: list[str]) -> None:
    assert care(text) == acts


@pytest.mark.parametrize(
    "text",
    [
        "Sauna and steam room",
        "# Sauna",
        "Swimming in salt water",
        "The technician will comb and wash your lashes.",
        "Wet them and off you go.",
        "There is steam on the lashes that they wash.",
    ],
)
def test_no_command(text: str) -> None:
    assert care(text) == []
