"""Fair wording: every position that takes part, the most widely held first, and nothing else."""

import pytest

from extract.model import Phase, Value
from kb.check.wording import fair, who
from kb.model import Position

from ..making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    TOPIC,
    act,
    condition,
    option,
    part,
    position,
    years,
)

DRY = condition("If dry")


def said(*rows: tuple[Position, str]) -> str | None:
    return fair([(p, frozenset(sources.split())) for p, sources in rows], TOPIC)


def test_figures_together_and_a_named_amount_apart() -> None:
    assert (
        said(
            (position("lifetime", value=years(1, 2)), "a b"),
            (position("lifetime", value=ENDLESS), "c"),
        )
        == "Two sources give 1 to 2 years; one calls it for life."
    )


def test_parts_are_named_together_and_what_may_be_is_called_possible() -> None:
    assert (
        said(
            (position("faults", value=part("smell")), "a b"),
            (position("faults", value=part("hollow")), "b"),
            (position("faults", value=part("soft edge"), certainty=POSSIBLE), "c"),
            (position("faults", DENY), "d e"),
        )
        == "Two sources name smell and hollow; two say that there are no faults; "
        "one calls soft edge possible."
    )


def test_yes_and_no_are_told_with_their_question() -> None:
    assert said((position("recyclable"), "a"), (position("recyclable", DENY), "b c")) == (
        "Sources differ on whether it can be recycled: two say no, one says yes."
    )


def test_an_act_is_told_with_its_time() -> None:
    assert said((position("airing", value=act("air it")), "a b")) == "Sources advise: air it."
    two_days = act("air it", 0, 2, phase=Phase.AFTER)
    assert said((position("airing", DENY, value=two_days), "a")) == (
        "One source advises: don't air it for 2 days afterwards."
    )


def test_who_says_it_with_reservations_is_counted() -> None:
    rows = (position("faults", DENY), "a b"), (position("faults", DENY, condition=DRY), "c")
    assert said(*rows) == "Sources say that there are no faults, one of them with reservations."


@pytest.mark.parametrize(
    ("amounts", "told"),
    [
        ([years(1, 2), years(5, 5)], "1 to 2 years or 5 years"),
        ([years(5, 5), years(1, 2), years(9, 9), years(3, 3)], "figures from 1 to 9 years"),
        ([years(5, 5), years(1, 2), years(9, None), years(3, 3)], "figures from 1 year upwards"),
    ],
)
def test_many_figures_are_told_by_their_span(amounts: list[Value], told: str) -> None:
    rows = [(position("lifetime", value=v), name) for v, name in zip(amounts, "abcd", strict=False)]
    assert said(*rows) == f"Sources give {told}."


def test_a_condition_stands_before_its_figure() -> None:
    dry = position("lifetime", value=years(0, 9), condition=DRY)
    assert said((position("lifetime", value=years(1, 2)), "a"), (dry, "b")) == (
        "Sources give 1 to 2 years or, if dry, up to 9 years."
    )


@pytest.mark.parametrize(
    "stiff",
    [
        position("firmness", value=option("soft")),
        position("suits", DENY, value=part("children")),
        position("recyclable"),
        position("airing", value=act("air it before", 0, 2, phase=Phase.AFTER)),
    ],
)
def test_what_fits_no_sentence_is_not_proposed(stiff: Position) -> None:
    assert said((stiff, "a")) is None


def test_who_says_it() -> None:
    assert who(["A"]) == "‘A’"
    assert who(["A", "B", "A"]) == "‘A’ and one other"
    assert who(["A", "B", "C"]) == "‘A’ and two others"
