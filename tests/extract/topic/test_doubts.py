"""Phrases that are hardly meant so, seen without any text."""

import pytest

from extract.topic.doubts import covers, holds_not, parts_in_wholes, shadowed, unused_lists
from extract.topic.schema import Topic
from extract.topic.slots import CompiledPhrase, compile_phrase


def compiled(text: str) -> CompiledPhrase:
    return compile_phrase(text, {})


@pytest.mark.parametrize(
    ("phrase", "word"),
    [("not-fade", "not"), ("don't fade", "n't"), ("never|ever fade", "never"), ("fade", None)],
)
def test_a_not_in_a_phrase(phrase: str, word: str | None) -> None:
    assert holds_not(compiled(phrase)) == word


@pytest.mark.parametrize(
    ("wide", "narrow", "does"),
    [
        ("sag", "sag year", True),
        ("sag|droop", "sag year", True),
        ("year sag", "sag year within", True),  # in any order
        ("sag", "sag:verb", True),
        ("sag:verb", "sag", False),
        ("sag", "sag|droop year", False),  # it droops
        ("sag sag", "sag year", False),  # two words
        ("sag year", "sag", False),
    ],
)
def test_what_finds_all_that_another_finds(wide: str, narrow: str, does: bool) -> None:
    assert covers(compiled(wide), compiled(narrow)) is does


def test_of_two_that_find_the_same_the_later_is_not_needed() -> None:
    same = [compiled(text) for text in ("sag|droop", "droop|sag", "sag year", "crack")]
    found = [(narrow.text, wide.text) for narrow, wide in shadowed(same)]
    assert found == [("droop|sag", "sag|droop"), ("sag year", "sag|droop")]


HARMS = {
    "id": "harms",
    "label": "Harm",
    "question": "Which?",
    "kind": "any-of",
    "parts": [
        {"name": "pain", "words": ["pain|ache"], "says": ["cause pain"]},
        {"name": "allergy", "says": ["allergy"]},
    ],
}


def test_a_word_of_a_part_under_whole() -> None:
    whole = ["health-risk", "risk|ache", "cause harm", "allergy"]
    found = parts_in_wholes(Topic.sample(aspects=[{**HARMS, "whole": whole}]))
    assert [(f.phrase, f.part) for f in found] == [("risk|ache", "pain"), ("allergy", "allergy")]


def test_a_list_that_no_phrase_names() -> None:
    says = {"id": "a", "label": "A", "question": "Is it?", "kind": "yesno", "says": ["<last> year"]}
    words = {"last": ("last",), "idle": ("nap",)}
    assert unused_lists(Topic.sample(words=words, aspects=[says]), words) == ["idle"]
