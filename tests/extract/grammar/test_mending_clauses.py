"""What no repair of clauses touches: sound sentences stay as they were parsed."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.repairs import repaired
from extract.grammar.tree import Tree
from tests.extract.reader import pipeline

SOUND = [
    "If it drips, turn the tap.",
    "The way it dries depends on the wood.",
    "They say that the stove is safe.",
    "It has a lid you can open.",
    "It is important to clean the brush.",
    "Dogs that shed and cats that scratch are welcome.",
    "What it costs depends on the size.",
]


@pytest.mark.parametrize("text", SOUND)
def test_a_sound_tree_is_left_alone(text: str) -> None:
    given = next(parse(pipeline(), [text]))
    assert repaired(given).tokens == Tree(given).tokens
