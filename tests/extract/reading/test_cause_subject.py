"""Whom a sentence is about: the subject, a rival, or neither; across sentences and headings."""

import pytest

from tests.extract.reader import read

ABOUT = "A lash lift is popular.\n"

OWN = [
    ("Extensions are glued on. The lift does not hurt.", "- pain"),
    ("Unlike mascara, which lasts a day, a lash lift lasts six weeks.", "+ longevity 6–6 week"),
    ("Extensions hurt, but a lash lift does not.", "- pain"),
    ("Extensions do not hurt. A lash lift does.", "+ pain"),
    ("As with extensions, there is a risk of infection.", "+ side effects infection"),
    ("The artist lifts every lash. Once she stops, they hold for two weeks.",
     "+ longevity 2–2 week"),
    ("I had a lash lift. It hurts.", "+ pain"),
    ("I never wore extensions. It hurts.", "+ pain"),
    ("# Lash extensions\nThey hurt.\n# How long does it last?\nSix weeks.", "+ longevity 6–6 week"),
    ("# Lash extensions or a lash lift\nThe treatment is painless.", "- pain"),
    ("Clients who have a lash lift often have an infection.", "+ side effects infection"),
    ("Side effects:\n- redness", "+ side effects redness"),
    ("A lash lift, now that hurts.", "+ pain"),
    ("Years ago, that hurt. It hurts.", "+ pain"),
    ("How long the results last depends on you. It hurts.", "+ pain"),
]  # fmt: skip

NOT_OWN = [
    "# Lash extensions\nThe procedure is painful.",
    "# Lash extensions\nThey last three weeks.",
    "Clients who wear extensions often have an infection.",
    "Clients with extensions have an infection.",
    "Before my appointment I wore extensions. They hurt.",
    "My friend is odd. She uses mascara. It comes off.",
    "Extensions hurt. My friend does not.",
    "Other treatments are waxes, tints, lash loss sprays, or other oils. These methods hurt.",
    "Extensions of the brow hurt. Nobody does.",
    "? Do extensions hurt?\nYes.",
    "Side effects of extensions:\n- redness",
    "Before extensions, avoid:\n- swimming\n- oil-based makeup",
    "With extensions, there is a risk of infection.",
    "What extensions can cause:\n- redness",
    "Extensions, well, they hurt.",
    "An extension, now that hurts.",
]


@pytest.mark.parametrize(("text", "want"), OWN)
def test_the_subject_is_meant(text: str, want: str) -> None:
    assert want in read(ABOUT + text)


@pytest.mark.parametrize("text", NOT_OWN)
def test_the_subject_is_not_meant(text: str) -> None:
    assert not [c for c in read(ABOUT + text) if c[0] != "("]


def test_a_title_that_names_a_rival_alone_is_of_a_text_on_that() -> None:
    text = "# All about lash extensions\nThe procedure is painful.\n# Price\nIt costs $80."
    assert {c.split()[0] for c in read(text)} == {"(lash"}


def test_a_title_that_names_a_rival_among_others_sets_nothing() -> None:
    text = "# Tired of lash extensions and their price\nThe procedure is painful."
    assert read(text) == ["+ pain"]


def test_a_heading_that_names_the_subject_ends_a_text_on_a_rival() -> None:
    text = "# Lash extensions\nThey hurt.\n# Lash lifts\nThey hurt.\n# Price\nIt costs $80."
    assert read(text) == ["(lash extensions) + pain", "+ pain", "+ cost 80–80 USD"]
