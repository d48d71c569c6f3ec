""" "It is painful to cry": said of what one does, and not of the subject."""

import pytest

from tests.extract.reader import extraction

OF_AN_ACT = [
    ("It is painful to rub your eyes.", "pain"),
    ("It is not painful to say goodbye.", "pain"),
    ("It won't hurt to book a room.", "pain"),
    ("It doesn't hurt to ask.", "pain"),
    ("It is painful to say that a lash lift is popular.", "pain"),
    ("Once it has set, it is painful to cry.", "pain"),
]
OF_THE_SUBJECT = [
    ("It is painful to wear.", "pain"),
    ("It is painful to undergo the procedure.", "pain"),
    ("A lash lift hurts to some extent.", "pain"),
    ("It hurts and starts to fade.", "pain"),
]


@pytest.mark.parametrize(("text", "aspect"), OF_AN_ACT)
def test_what_is_said_of_an_act(text: str, aspect: str) -> None:
    assert aspect not in {c.aspect for c in extraction("A lash lift is popular. " + text).claims}


@pytest.mark.parametrize(("text", "aspect"), OF_THE_SUBJECT)
def test_what_is_said_of_the_subject(text: str, aspect: str) -> None:
    assert aspect in {c.aspect for c in extraction("A lash lift is popular. " + text).claims}
