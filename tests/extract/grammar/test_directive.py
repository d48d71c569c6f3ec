"""Whether a sentence tells somebody to do something or to leave it."""

import pytest

from tests.extract.reader import read

DO = [
    "Oil the pump.",
    "Please oil the pump.",
    "Always oil the pump.",
    "You should oil the pump.",
    "You will need to oil the pump.",
    "The pump should be oiled.",
    "We recommend oiling the pump.",
    "Remember to oil the pump.",
    "You can oil the pump.",
    "Don't fail to oil the pump.",
]
DONT = [
    "Do not oil the pump.",
    "Never oil the pump.",
    "You must not oil the pump.",
    "Owners should not oil the pump.",
    "The pump should not be oiled.",
    "Avoid oiling the pump.",
    "No oiling the pump.",
]
NEITHER = [
    "You do not have to oil the pump.",
    "You need not oil the pump.",
    "There is no need to oil the pump.",
    "Gardeners oil the pump.",
    "I oiled the pump.",
    "Should you oil the pump?",
]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        *((text, ["+ care oiling"]) for text in DO),
        *((text, ["- care oiling"]) for text in DONT),
        *((text, []) for text in NEITHER),
        ("Avoid:\n- Oiling it\n- Covering it", ["- care oiling", "- care covering"]),
        ("# Do\n- Oil it\n- Drain it", ["+ care oiling", "+ care draining"]),
        ("Oil the pump or cover it.", ["+ care oiling", "+ care covering"]),
    ],
)
def test_advice(text: str, told: list[str]) -> None:
    assert read(text, "pump") == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Saunas can do harm.", []),
        ("Saunas and swimming can do the same thing.", []),
        ("Saunas can be used again.", ["+ care sauna"]),
        ("Swimming can take place after a day.", ["+ care swimming 1–… day"]),
    ],
)
def test_what_a_thing_can_bring_about_is_not_allowed(text: str, told: list[str]) -> None:
    assert read("A lash lift is popular. " + text) == told
