"""Words that hang on another matter than they seem to, and their look-alikes that are said."""

import pytest

from tests.extract.reader import read

LASH = "A lash lift is popular. "

NOT_READ = [
    ("Glue for life is a must.", "longevity"),
    ("Every artist took a three hour course with Anna.", "duration"),
    ("It comes off as it is thin and soft, in two visits.", "sessions"),
    ("The lift sounds like it hurts.", "pain"),
    ("My aunt is convinced the lift hurts.", "pain"),
]

READ = [
    ("Every artist took a three hour course of lash lifts.", "+ duration 3–3 hour"),
    ("It comes off. A lash lift takes two visits.", "+ sessions 2–2 session"),
    ("It does not hurt a lot.", "- pain"),
    ("We are convinced the lift hurts.", "+ pain"),
]


@pytest.mark.parametrize(("text", "aspect"), NOT_READ)
def test_what_is_of_another_matter_is_not_read(text: str, aspect: str) -> None:
    assert not any(f" {aspect}" in claim for claim in read(LASH + text))


@pytest.mark.parametrize(("text", "want"), READ)
def test_its_look_alike_is(text: str, want: str) -> None:
    assert want in read(LASH + text)


def test_no_to_only_that_does_not_deny_that() -> None:
    asked = "? Is a lash lift {}suitable for pregnant women?\nNo."
    assert read(asked.format("")) == ["- suits pregnant women"]
    assert read(asked.format("only ")) == []


def test_what_we_do_not_treat_is_no_effect_that_it_lacks() -> None:
    assert read("A lash lift is popular.\nWe do not treat:\n- redness") == []
    assert read("A lash lift does not cause:\n- redness") == ["- side effects redness"]
