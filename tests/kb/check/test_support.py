"""Who backs whom, and who says more than whom."""

from typing import Any

import pytest

from extract.model import Degree, Polarity, Quantifier
from kb.check.support import ABSOLUTE, HEDGED, PLAIN, USUAL, backs, falls_short, force, says_more
from kb.model import Position
from kb.reconcile.kinds import judge_of

from ..making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    TOPIC,
    critics,
    part,
    position,
    years,
)
from ..making import (
    USUAL as USUALLY,
)

AFFIRM = Polarity.AFFIRM


def backed(p: Position, q: Position) -> tuple[bool, bool]:
    aspect = TOPIC.aspect(p.aspect)
    judge = judge_of(aspect)
    return backs(p, q, aspect, judge), falls_short(p, q, aspect, judge)


def lasts(*given: Any, **more: Any) -> Position:
    return position("lifetime", value=years(*given), **more)


@pytest.mark.parametrize(
    ("draft", "source", "is_backed"),
    [
        (lasts(1, 3), lasts(1, 2), True),
        (lasts(2, 2), lasts(1, 2), True),
        (lasts(2, 2), lasts(None, 9), False),  # "up to nine" does not say two
        (lasts(2, 2), lasts(4, 5), False),
        (lasts(2, 2), lasts(2, 2, certainty=POSSIBLE), True),
        (lasts(2, 2), lasts(2, 2, attribution=critics()), False),
        (position("recyclable"), position("recyclable"), True),
        (position("recyclable"), position("recyclable", DENY), False),
        (position("faults"), position("faults", value=part("smell")), True),
        (position("faults", value=part("smell")), position("faults"), False),
        (position("suits", value=part("babies")), position("suits"), True),
        (position("recyclable"), position("recyclable", degree=Degree.SLIGHT), False),
    ],
)
def test_who_backs_a_draft(draft: Position, source: Position, is_backed: bool) -> None:
    assert backed(draft, source)[0] is is_backed


def test_everybody_is_backed_by_everybody_only() -> None:
    everybody = position("suits", quantifier=Quantifier.ALL)
    assert backed(everybody, position("suits", value=part("children"))) == (False, True)
    assert backed(everybody, position("suits")) == (False, True)
    assert backed(everybody, position("suits", quantifier=Quantifier.ALL))[0]


def test_no_harm_says_more_than_no_smell() -> None:
    none, no_smell = position("faults", DENY), position("faults", DENY, value=part("smell"))
    assert backed(none, no_smell) == (False, True)
    assert backed(no_smell, none) == (True, False)


def test_how_strongly_a_position_is_put() -> None:
    assert force(position("recyclable", certainty=POSSIBLE)) == HEDGED
    assert force(position("recyclable", certainty=USUALLY)) == USUAL
    assert force(position("recyclable")) == PLAIN
    assert force(position("recyclable", DENY)) == ABSOLUTE
    assert force(position("lifetime", value=ENDLESS)) == ABSOLUTE


def test_usual_counts_as_plain_but_not_against_the_absolute() -> None:
    assert not says_more(PLAIN, USUAL)
    assert says_more(ABSOLUTE, USUAL)
    assert says_more(PLAIN, HEDGED)
    assert not says_more(HEDGED, HEDGED)
