"""Every row of the words around a number is read in its example, and does what it says."""

import pytest

from extract.model import Quantity
from extract.quantity.cues import (
    AFTER,
    APPROXIMATE,
    BEFORE,
    CONNECTORS,
    ENDING,
    NUMBER_AFTER,
    VAGUE,
    Bound,
    Cue,
    cue_at,
    phrase_of,
    phrases,
    table,
)
from extract.quantity.grammar import find_quantities
from extract.quantity.tokens import tokenize
from extract.quantity.units import GENERAL

WANTED = {
    Bound.FROM: Quantity("week", 3, None),
    Bound.ABOVE: Quantity("week", 3, None, low_open=True),
    Bound.UP_TO: Quantity("week", 0, 3, low_open=True),
    Bound.BELOW: Quantity("week", 0, 3, low_open=True, high_open=True),
    Bound.PLAIN: Quantity("week", 3, 3),
}


def only(text: str) -> Quantity:
    (found,) = find_quantities(text, GENERAL)
    return found.quantity


@pytest.mark.parametrize("cue", [*BEFORE, *NUMBER_AFTER, *AFTER], ids=lambda cue: cue.example)
def test_every_bound_is_read_in_its_example(cue: Cue) -> None:
    assert only(cue.example) == WANTED[cue.bound]
    assert only("3 weeks") == WANTED[Bound.PLAIN]


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("no less than 3 weeks", Bound.FROM),
        ("3 weeks or longer", Bound.FROM),
        ("3+ weeks", Bound.FROM),
        ("more than 3 weeks", Bound.ABOVE),
        ("beyond 3 weeks", Bound.ABOVE),
        ("no more than 3 weeks", Bound.UP_TO),
        ("within 3 weeks", Bound.UP_TO),
        ("3 weeks tops", Bound.UP_TO),
        ("less than 3 weeks", Bound.BELOW),
        ("under 3 weeks", Bound.BELOW),
        ("as little as 3 weeks", Bound.PLAIN),
    ],
)
def test_what_the_bounds_of_english_mean(text: str, bound: Bound) -> None:
    assert only(text) == WANTED[bound]


@pytest.mark.parametrize("row", APPROXIMATE, ids=lambda row: row[0])
def test_approximate_words_leave_the_number(row: tuple[str, str]) -> None:
    q = only(row[1])
    assert 3 in (q.low, q.high)
    assert q.unit == "week"
    assert only(f"at least {row[0]} 3 weeks") == WANTED[Bound.FROM]


def whole(text: str) -> str:
    (found,) = find_quantities(text, GENERAL)
    return found.text


@pytest.mark.parametrize("cue", BEFORE, ids=lambda cue: cue.example)
def test_a_bound_before_the_number_is_taken_in_whole(cue: Cue) -> None:
    assert whole(cue.example).lower().replace(".", "").startswith(cue.words)


@pytest.mark.parametrize("row", [*VAGUE, *ENDING], ids=lambda row: row[1])
def test_vague_words_are_taken_in_whole(row: tuple[str, str]) -> None:
    assert whole(row[1]).lower().startswith(row[0])


@pytest.mark.parametrize("row", VAGUE, ids=lambda row: row[0])
def test_vague_words_give_no_number(row: tuple[str, str]) -> None:
    assert only(row[1]) == Quantity("week", 1, None, low_open=True, vague=True)


@pytest.mark.parametrize("row", CONNECTORS, ids=lambda row: row[0])
def test_every_connector_makes_a_range(row: tuple[str, str]) -> None:
    assert only(row[1]) == Quantity("week", 2, 3)


def test_of_two_cues_that_begin_alike_the_longer_is_taken() -> None:
    toks = tokenize("minimum period of 3 weeks")
    assert cue_at(table(BEFORE), toks, 0) == (Bound.FROM, 3)
    assert cue_at(table(BEFORE), toks, 2) is None
    assert phrase_of(phrases(VAGUE), tokenize("a great many tiles"), 0) == ("a great many", 3)
