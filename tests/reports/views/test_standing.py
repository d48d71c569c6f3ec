"""How a claim or position stands to what the other sources say."""

import pytest

from reports.views.book import Book
from reports.views.standing import SIGNS, WORDS, Stance, hardest, of_claim, of_position, standing_of


@pytest.mark.parametrize(
    ("label", "stance"),
    [
        ("for ever", Stance.CONTRADICTED),
        ("no", Stance.CONTRADICTED),  # it smells, and it may smell
        ("possibly", Stance.TENSE),  # it may smell, against no smell
        ("soft", Stance.TENSE),  # two say so; a third says medium
        ("no allergy", Stance.ALONE),
        ("at least $900", Stance.ALONE),  # its tension is settled
    ],
)
def test_positions(book: Book, label: str, stance: Stance) -> None:
    (position,) = (p for p in book.positions.values() if p.label == label)
    assert of_position(book, position) is stance
    assert {of_claim(book, c) for c in position.claims} == {stance}


def test_what_two_sources_say_unopposed_is_shared(book: Book) -> None:
    soft = next(p for p in book.positions.values() if p.label == "soft")
    assert standing_of(book, (), soft) is Stance.SHARED


def test_the_hardest_of_several() -> None:
    assert hardest([Stance.ALONE, Stance.TENSE, Stance.SHARED]) is Stance.TENSE
    assert hardest(Stance) is Stance.CONTRADICTED


def test_every_stance_has_a_sign_of_its_own_and_words() -> None:
    assert len(set(SIGNS.values())) == len(Stance)
    assert set(WORDS) == set(Stance)
