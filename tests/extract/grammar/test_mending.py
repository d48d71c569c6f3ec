"""What no repair of words touches: sound sentences stay as they were parsed."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.repairs import repaired
from extract.grammar.tree import Tree
from tests.extract.reader import pipeline

SOUND = [
    "The pump leaks and the motor hums.",
    "It makes no noise and saves water.",
    "The oils used in the process are safe.",
    "They tell guests about smoke.",
    "You need three visits.",
]


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_tree_is_left_alone(text: str) -> None:
    given = next(parse(pipeline(), [text]))
    assert repaired(given).tokens == Tree(given).tokens
