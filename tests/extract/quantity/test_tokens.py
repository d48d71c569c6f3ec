"""Text into numbers, words and marks, each with its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.quantity.tokens import END, phrase_at, tokenize


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two coats of paint.", ["two", "coats", "of", "paint", "."]),
        ("$1,250.50 a roof", ["$", "1,250.50", "a", "roof"]),
        ("a 3-year-old pump", ["a", "3", "-", "year", "-", "old", "pump"]),
        ("6months", ["6", "months"]),
        ("it doesn’t leak", ["it", "doesn't", "leak"]),
        ("4, then 5.", ["4", ",", "then", "5", "."]),
        ("snake_case", ["snake", "_", "case"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert [t.low for t in tokenize(text)[:-3]] == words


def test_kinds_and_what_touches() -> None:
    found = tokenize("a 6m roof")
    assert [(t.low, t.kind, t.glued) for t in found[:3]] == [
        ("a", "w", False),
        ("6", "n", False),
        ("m", "w", True),
    ]


def test_three_ends_let_rules_look_ahead() -> None:
    assert tokenize("paint")[1:] == [END, END, END]


def test_a_phrase_stands_side_by_side_and_never_past_the_end() -> None:
    toks = tokenize("Wait at least an hour")
    assert phrase_at(toks, 1, ("at", "least"))
    assert not phrase_at(toks, 1, ("least",))
    assert not phrase_at(toks, len(toks) - 1, ("", ""))


@given(st.text())
def test_places_are_those_of_the_text(text: str) -> None:
    for tok in tokenize(text)[:-3]:
        assert text[tok.start : tok.end].lower().replace("’", "'") == tok.low
