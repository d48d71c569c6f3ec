"""Fair wording: every position that takes part, the most widely held first, and nothing else."""

from kb.check.wording import fair, who
from kb.model import Position

from ..making import DENY, ENDLESS, POSSIBLE, TOPIC, act, option, part, position, years


def said(*rows: tuple[Position, str]) -> str:
    return fair([(p, frozenset(sources.split())) for p, sources in rows], TOPIC)


def test_figures_together_and_a_named_amount_apart() -> None:
    assert (
        said(
            (position("lifetime", value=years(1, 2)), "a b"),
            (position("lifetime", value=ENDLESS), "c"),
        )
        == "Sources give 1 to 2 years; one calls it for life."
    )


def test_parts_are_named_together_and_what_may_be_is_called_possible() -> None:
    assert (
        said(
            (position("faults", value=part("smell")), "a b"),
            (position("faults", value=part("hollow")), "b"),
            (position("faults", value=part("soft edge"), certainty=POSSIBLE), "c"),
            (position("faults", DENY), "d e"),
        )
        == "Sources name smell and hollow; two say: no faults; one calls soft edge possible."
    )


def test_yes_and_no_stand_with_their_question() -> None:
    assert said((position("recyclable"), "a"), (position("recyclable", DENY), "b c")) == (
        "Can it be recycled? Sources say: no; one says: yes."
    )


def test_options_and_acts() -> None:
    assert said((position("firmness", value=option("soft")), "a")) == "One source says: soft."
    assert said((position("airing", value=act("air it")), "a b")) == "Sources advise: air it."


def test_who_says_it() -> None:
    assert who(["A"]) == "A"
    assert who(["A", "B", "A"]) == "A and one other"
    assert who(["A", "B", "C"]) == "A and two others"
