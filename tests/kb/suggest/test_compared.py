"""Rivals and names."""

import pytest

from kb.suggest.compared import compared
from kb.suggest.model import Proposing
from tests.kb.suggest.conftest import Reader


@pytest.mark.parametrize(
    "sentence",
    [
        "Unlike swimming pools, ponds are alive.",
        "A pond is cheaper than a swimming pool.",
        "Ponds are an alternative to swimming pools.",
    ],
)
def test_what_the_subject_is_set_against(seen_in: Reader, sentence: str) -> None:
    seen, rules = seen_in(sentence)
    assert {i.text for i in compared(seen, rules)} == {"swimming-pool"}


def test_a_part_of_what_is_spoken_of_is_no_rival(seen_in: Reader) -> None:
    seen, rules = seen_in("The pond is deeper than the root.")
    assert list(compared(seen, rules)) == []


def test_an_abbreviation_of_the_subject(seen_in: Reader) -> None:
    seen, rules = seen_in("A garden pond (GP) pleases birds.")
    found = [(i.sort, i.text) for i in compared(seen, rules)]
    assert found == [(Proposing.NAME, "gp")]
