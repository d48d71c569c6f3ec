"""Quotes in a text: word for word, or mended where only spaces, quote marks or dashes differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.readers.quotes import QuotePlace, Quotes

TEXT = "It isn’t loud,\n  says “Ann” – for 3–4 hours… a day. Louder still."


def find_quote(text: str, quote: str) -> QuotePlace | None:
    return Quotes(text).find(quote)


@pytest.mark.parametrize("quote", ["It isn’t loud", "“Ann” – for 3–4 hours… a day."])
def test_words_that_stand_there_are_found_as_they_are(quote: str) -> None:
    found = find_quote(TEXT, quote)
    assert found is not None and not found.mended
    assert TEXT[slice(*found.span)] == quote


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("It isn't loud", "It isn’t loud"),
        ("loud, says", "loud,\n  says"),
        ("  isn’t   loud ", "isn’t loud"),
        ('says "Ann" - for 3-4 hours… a day', "says “Ann” – for 3–4 hours… a day"),
        ("“It isn’t loud", "It isn’t loud"),
        ("It isn`t loud", "It isn’t loud"),
    ],
)
def test_other_spaces_and_marks_are_mended_to_the_texts_own(quote: str, words: str) -> None:
    found = find_quote(TEXT, quote)
    assert found is not None and found.mended
    assert TEXT[slice(*found.span)] == words


@pytest.mark.parametrize(
    "quote", ["It is loud", "it isn’t loud", "It isn’t … a day", "sn’t loud", "isn’t lou",
              "34 hours", "", "“”"],
)  # fmt: skip
def test_other_words_are_not_found(quote: str) -> None:
    assert find_quote(TEXT, quote) is None


def test_a_word_is_not_found_within_another() -> None:
    found = find_quote("louder, but loud", "loud")
    assert found == ((12, 16), False)


@given(st.text(max_size=40), st.text(max_size=8))
def test_what_is_found_has_the_same_letters(text: str, quote: str) -> None:
    found = find_quote(text, quote)
    if found is not None:
        there = "".join(filter(str.isalnum, text[slice(*found.span)]))
        assert there == "".join(filter(str.isalnum, quote))
