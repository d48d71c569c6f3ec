"""How words are looked up."""

import pytest

from kb.knowledge.searching import DENIES, count, haystack, sought, stem, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It doesn't leak.", ["it", "does", "not", "leak"]),
        ("the pump’s Café", ["the", "pump", "cafe"]),
        ("1–2 years_old", ["1", "2", "years", "old"]),
        ("", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("word", "found"),
    [
        ("hosing", "hos"),
        ("scarring", "scar"),
        ("lasts", "last"),
        ("healed", "heal"),
        ("falling", "fall"),  # a doubled "l" may be the word's own
        ("glass", "glass"),
        ("speed", "speed"),
        ("string", "string"),
        ("bus", "bus"),
    ],
)
def test_endings_are_dropped(word: str, found: str) -> None:
    assert stem(word) == found


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("how long does it last", ("long", "last")),
        ("of our", ("of", "our")),
        ("no leaks", (DENIES, "leak")),
        ('"garden hoses" leaks', ("garden hoses", "leak")),
        ('"', ()),
        ("leak leaks", ("leak",)),
    ],
)
def test_what_is_sought(query: str, terms: tuple[str, ...]) -> None:
    assert sought(query) == terms


def test_a_denial_is_found_by_any_other() -> None:
    assert count(haystack("It does not have a smell"), sought("no smells")) == 2
    assert count(haystack("Several smells"), sought("no smells")) == 1
