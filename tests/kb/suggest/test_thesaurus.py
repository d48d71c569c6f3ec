"""Kinship of words."""

import pytest

from kb.suggest.thesaurus import Sort, kindred
from kb.suggest.trim import OUT


@pytest.mark.parametrize(
    ("known", "word", "sort"),
    [
        (("odour", "NOUN"), "smell", Sort.SAME),
        (("painless", "ADJ"), "painful", Sort.OPPOSITE),
        (("ache", "NOUN"), "pain", Sort.BROADER),
        (("recycling", "NOUN"), "recycle", Sort.DERIVED),
    ],
)
def test_kin(known: tuple[str, str], word: str, sort: Sort) -> None:
    ((lemma, kin),) = kindred({known}, {word})[word]
    assert (lemma, kin.word, kin.sort) == (known[0], word, sort)


def test_strangers_and_other_parts_of_speech_are_none() -> None:
    assert kindred({("pond", "NOUN"), ("odour", "VERB")}, {"smell", "price"}) == {}


def test_a_word_of_many_senses_is_less_sure() -> None:
    (_, clear), (_, vague) = (
        kindred({known}, {word})[word][0]
        for known, word in ((("fragrance", "NOUN"), "perfume"), (("good", "ADJ"), "safe"))
    )
    assert vague.weight < clear.weight


def test_the_table_is_small() -> None:
    assert OUT.stat().st_size < 3_000_000
