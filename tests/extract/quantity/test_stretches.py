"""The event that a time is counted from, in tokens."""

import pytest

from extract.model import Phase
from extract.quantity.stretches import cue_with_event, relation_at
from extract.quantity.tokens import tokenize


@pytest.mark.parametrize(
    ("text", "phase", "words"),
    [
        ("before each visit", Phase.BEFORE, 3),
        ("following surgery", Phase.AFTER, 2),
        ("prior to the installation", Phase.BEFORE, 4),
        ("during the visit", Phase.DURING, 3),
    ],
)
def test_a_cue_with_its_event(text: str, phase: Phase, words: int) -> None:
    assert cue_with_event(tokenize(text), 0) == (phase, words)


@pytest.mark.parametrize("text", ["before you", "after that it rained", "visit the house"])
def test_no_event(text: str) -> None:
    assert cue_with_event(tokenize(text), 0) is None


@pytest.mark.parametrize(
    ("text", "phase"), [("later", Phase.AFTER), ("post", Phase.AFTER), ("prior", Phase.BEFORE)]
)
def test_words_that_need_no_event(text: str, phase: Phase) -> None:
    assert relation_at(tokenize(text), 0) == (phase, 1)
