"""Advice is told by known ways only: what to do, what to leave, and what tells neither."""

import pytest

from tests.extract.reader import read


def care(text: str) -> list[str]:
    claims = read("# Lash lifts\n" + text)
    return [c.replace("care ", "") for c in claims if "care" in c]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Put off swimming for a week.", ["- swimming 0–7 day"]),
        ("Keep the steam room off your list for 14 days.", ["- sauna 0–14 day"]),
        ("Keep the sauna away from your lashes, 14 days long.", ["- sauna 0–14 day"]),
        ("Resist the urge to rub your lashes.", ["- rubbing"]),
        ("You should refrain from rubbing.", ["- rubbing"]),
        ("Wait two days before swimming.", ["- swimming 0–2 day"]),
        ("Wait a while before you can swim.", ["- swimming"]),
        ("Be careful not to rub your lashes.", ["- rubbing"]),
        ("Don't forget to wash your lashes.", ["+ wetting"]),
        ("It is best not to swim.", ["- swimming"]),
        ("We strongly advise against swimming lessons.", ["- swimming"]),
        ("Keep off anything that makes you swim.", ["- swimming"]),
        ("Stop swimming for a week.", ["- swimming 0–7 day"]),
        ("Make sure that you do not rub your lashes.", ["- rubbing"]),
        ("It is important to wash your lashes daily.", ["+ wetting"]),
        ("You are welcome to use the sauna.", ["+ sauna"]),
        ("Go swimming as usual.", ["+ swimming"]),
        ("If the sauna can't be avoided, wash your lashes.", ["+ wetting"]),
        ("Wash your lashes, and you can use the sauna.", ["+ wetting", "+ sauna"]),
        ("Swimming can be resumed after four days.", ["+ swimming 4–… day"]),
        ("Going to the sauna is fine after a week.", ["+ sauna 7–… day"]),
        ("You are good to go swimming.", ["+ swimming"]),
        ("Rubbing is strictly forbidden.", ["- rubbing"]),
        ("Rubbing and other friction need to be avoided.", ["- rubbing"]),
        ("No sauna 24h before your visit.", ["- sauna 0–1 day"]),
        ("No sauna for a week, it can harm the curl.", ["- sauna 0–7 day"]),
        ("Our advice is to shower daily.", ["+ wetting"]),
        ("Apply a thin layer of coconut oil product.", ["+ oil"]),
        ("After ten days swim, shower and rest.", ["+ swimming 10–… day", "+ wetting 10–… day"]),
        ("Pls dont rub your lashes.", ["- rubbing"]),
        ("Make sure your face is washed first.", ["+ wetting"]),
        ("Shower only when you must.", ["+ wetting"]),
        ("You may shower but no sauna yet.", ["+ wetting", "- sauna"]),
    ],
)
def test_what_is_told(text: str, claims: list[str]) -> None:
    assert care(text) == claims


@pytest.mark.parametrize(
    "text",
    [
        "Wet them and off you go.",
        "Wash your lashes and you are done.",
        "You may have a strong desire to rub your lashes.",
        "How to wash your lashes",
        "You might have to swim twice a week.",
        "You could shower.",
        "You want to swim.",
        "Can I swim?",
        "Save the sauna for next month.",
        "Book a swim with us.",
        "Use goggles for swimming.",
        "Instead of the sauna, use the bath.",
        "Rather than rubbing your lashes, leave them.",
        "You may skip the sauna.",
        "You don't have to avoid the sauna.",
        "Steam helps to avoid the sauna.",
        "One client stopped swimming.",
        "Swimming can interfere with the glue.",
        "You can expect to swim a lot.",
        "Be careful when you swim.",
        "You might think that swimming is forbidden.",
        "A steam room can be bought online.",
        "Do not swim without goggles.",
        "Never shower without wearing goggles.",
        "Your technician will comb your hair and wash your face.",
        "Ask your technician when you can go swimming.",
        "Should you swim, be quick.",
        "I have been careful not to swim or rub my lashes.",
        "We try not to rub your lashes.",
        "Nothing but steam should rub your lashes.",
        "It took her a week to stop rubbing.",
        "The oil product we sell is perfume free.",
        "After lash extensions, do not swim.",
        "Extension wearers must not use the sauna.",
        "There is no need to avoid the sauna.",
    ],
)
def test_what_tells_nothing(text: str) -> None:
    assert care(text) == []


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Avoid:\n- Swimming\n- The sauna", ["- swimming", "- sauna"]),
        ("You should:\n- Do not swim", ["- swimming"]),
        (
            "For a week do not:\n- Take a shower\n- Go to the sauna",
            ["- wetting 0–7 day", "- sauna 0–7 day"],
        ),
        ("Do not:\n- Keep your lashes away from steam rooms", ["- sauna"]),
        ("From day 8 you may:\n- Swim", ["+ swimming 7–… day"]),
        ("# What not to do\n- The sauna", ["- sauna"]),
        ("Find out about care:\n- Wash your lashes", ["+ wetting"]),
        ("# Avoid the sun\n- Wash your lashes", ["+ wetting"]),
        ("# What to avoid\nThe sauna does damage to the curl.", []),
    ],
)
def test_what_a_lead_in_tells_of_its_items(text: str, claims: list[str]) -> None:
    assert care(text) == claims


def test_a_fragment_of_another_phrase_says_nothing() -> None:
    assert read("A lash lift is popular. Wash the lash and off you go.") == []
