"""Her own sentence with the sources' hedge; what would take another sentence is let be."""

import pytest

from kb.check.checker import Checker

from .conftest import Check, draft


@pytest.mark.parametrize(
    ("said", "fair"),
    [
        ("Solar panels always cause glare.", "Solar panels can cause glare."),
        ("Solar panels will definitely cause glare.", "Solar panels can cause glare."),
        ("Every panel causes glare.", "One source calls glare possible."),
    ],
)
def test_a_hedge_that_was_dropped_is_put_back(check: Check, said: str, fair: str) -> None:
    (found,) = check(said).findings
    assert (found.rule.word, found.fair) == ("stronger", fair)
    assert found.basis == ("A Sceptic on the Roof",)


def test_both_sides_stay_and_their_can_with_them(check: Check) -> None:
    (found,) = check("Solar panels never cause leaks.").findings
    assert found.rule.word == "disputed"
    assert "leak possible" in str(found.fair)
    assert "no leak" in str(found.fair)


@pytest.mark.parametrize(
    ("said", "fair"),
    [
        ("You need only one session.", "You need at least 2 sessions."),
        (
            "Scalp micropigmentation takes just one session.",
            "Scalp micropigmentation takes at least 2 sessions.",
        ),
    ],
)
def test_the_amount_that_holds_all_others_stands_in_her_sentence(
    five: Checker, said: str, fair: str
) -> None:
    found = next(f for f in five.check(draft(said)).findings if f.rule.word == "contradicted")
    assert found.fair == fair
