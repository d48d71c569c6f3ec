"""A noun with the words right before it."""

import pytest

from extract.guess.nouns import noun_phrases

from .texts import read


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The garden pump is old.", ["garden pump"]),
        ("Waxing hurts the legs.", ["waxing", "leg"]),
        ("It is so.", []),
    ],
)
def test_noun_phrases(text: str, found: list[str]) -> None:
    ((_, (parse,)),) = read(text)
    phrases = [" ".join(p.words) for p in noun_phrases(parse)]
    assert phrases == found


def test_every_ending_of_a_phrase_counts() -> None:
    ((_, (parse,)),) = read("The old garden pump is loud.")
    (phrase,) = noun_phrases(parse)
    assert [" ".join(e.words) for e in phrase.endings()] == [
        "old garden pump",
        "garden pump",
        "pump",
    ]
