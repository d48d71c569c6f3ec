"""Verbs and predicates of leaving, where they govern the act and where they do not."""

import pytest

from tests.extract.reader import read


def care(text: str) -> list[str]:
    return [c for c in read("# Lash lifts\n" + text) if "care" in c]


@pytest.mark.parametrize(
    "text",
    [
        "Going to the sauna is forbidden.",
        "Using a steam room is banned for now.",
        "You must be off the sauna by then.",
        "The sauna is a no-no.",
        "The sauna is off the menu.",
        "The sauna will have to wait.",
        "We recommend that clients wait before going back to the sauna.",
        "The hot tub and the sauna need to be stopped.",
        "Keep away from the sauna.",
        "A week off the sauna.",
        "Two weeks out of the hot sauna.",
        "For the short term avoid the sauna.",
    ],
)
def test_what_tells_to_leave(text: str) -> None:
    assert care(text) == ["- care sauna"]


@pytest.mark.parametrize(
    "text",
    [
        "She gave up the sauna.",
        "A week off the sauna did her good.",
        "A way out of the sauna.",
        "One client avoids the sauna.",
        "You may skip the sauna.",
        "It took her a week to stop using the sauna.",
        "The lift is off the sauna list.",
        "You might think that the sauna is forbidden.",
    ],
)
def test_what_tells_nobody_to_leave(text: str) -> None:
    assert care(text) == []
