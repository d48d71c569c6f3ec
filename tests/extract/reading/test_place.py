"""Where words stand in their clause, and whether they hang together."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.repairs import repaired
from extract.reading.place import place
from tests.extract.reader import pipeline


def found(text: str, *words: str):
    (parsed,) = parse(pipeline(), [text])
    tree = repaired(parsed)
    root = next(t.i for t in tree.tokens if t.head == t.i)
    return place(tree, root, [next(t.i for t in tree.tokens if t.text == w) for w in words])


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("The pump leaks.", ["leaks"], ""),
        ("The pump leaks.", ["pump"], "nsubj"),
        ("The pump makes noise.", ["noise"], "obj"),
        ("The pump makes noise and dust.", ["dust"], "obj"),
        ("The price of the pump has risen.", ["pump"], "nsubj"),
    ],
)
def test_the_role_is_that_of_the_phrase_which_holds_the_words(text, words, role) -> None:
    assert found(text, *words).role == role


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The pump makes noise.", ["makes", "noise"]),
        ("The pump gives a feeling of safety.", ["gives", "safety"]),
        ("The pump makes dust and noise.", ["makes", "noise"]),
        ("The pump suits people with gardens.", ["suits", "gardens"]),
    ],
)
def test_words_hang_together_through_light_words(text: str, words: list[str]) -> None:
    assert found(text, *words).together


def test_a_word_of_weight_parts_them() -> None:
    assert not found("The pump makes a report about noise.", "makes", "noise").together
