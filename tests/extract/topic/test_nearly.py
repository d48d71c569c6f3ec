"""Phrases that are nearly found, the best first."""

from extract.topic.nearly import NearIndex, NearMatch
from extract.topic.slots import compile_phrase

from .test_match import tokens

PHRASES = ("brew cold", "brew cold night", "serve|pour cold", "brew", "the cold")


def nearly(text: str, *found: str, beside: str = "") -> list[NearMatch]:
    index = NearIndex((text, compile_phrase(text, {})) for text in PHRASES)
    return index.nearly(tokens(text), found, (), tokens(beside))


def test_what_lacks_one_word_and_which() -> None:
    (near,) = nearly("tea brew__VERB quickly")
    assert near[:4] == ("brew cold", "cold", (1,), False)


def test_more_words_of_weight_come_first_and_what_is_found_is_not_near() -> None:
    found = nearly("brew__VERB it cold__ADJ", "brew cold")
    assert [(n.key, n.lacks) for n in found] == [
        ("brew cold night", "night"),
        ("serve|pour cold", "serve|pour"),
        ("the cold", "the"),
    ]


def test_all_words_too_far_apart_lack_none() -> None:
    (near,) = (n for n in nearly(f"brew__VERB {'a ' * 9}cold__ADJ") if n.key == "brew cold")
    assert near.lacks == "" and near.token_indices == (0, 10)


def test_a_word_of_another_clause_is_known_to_be_there() -> None:
    (near,) = nearly("brew__VERB it", beside="brew it and it is cold")
    assert (near.key, near.lacks, near.elsewhere) == ("brew cold", "cold", True)


def test_words_without_weight_bring_nothing_near() -> None:
    assert nearly("the__DET tea") == []
