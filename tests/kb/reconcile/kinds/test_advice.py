"""Advice: do against don't for the same act, in overlapping time."""

import pytest

from extract.model import Phase
from kb.reconcile.kinds import judge_of
from tests.kb.making import DENY, TOPIC, act, position

JUDGE = judge_of(TOPIC.aspect("airing"))
BEFORE, AFTER = Phase.BEFORE, Phase.AFTER


def do(*days: float | None, phase: Phase | None = None) -> dict:
    return {"value": act("air it", *days, phase=phase)}


def dont(*days: float | None, phase: Phase | None = None) -> dict:
    return {"value": act("air it", *days, phase=phase), "polarity": DENY}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(do(), dont(), "exclude", id="do, don't"),
        pytest.param(do(), do(0, 4), None, id="do, do for four days"),
        pytest.param(do(5, 5), dont(0, 4), "compatible", id="on day 5, not for four days"),
        pytest.param(do(2, 3), dont(0, 4), "exclude", id="on day 2, not for four days"),
        pytest.param(do(2, 3), dont(), "compatible", id="on day 2, don't"),
        pytest.param(do(4, None), dont(phase=AFTER), "compatible", id="from day 5, don't after"),
        pytest.param(do(0, 3), dont(), "exclude", id="for three days, don't"),
        pytest.param(do(4, None), dont(0, 4), "compatible", id="from day 5, not for four days"),
        pytest.param(do(), dont(0, 4), "pull apart", id="do, not for four days"),
        pytest.param(do(phase=BEFORE), dont(phase=AFTER), "compatible", id="before, not after"),
        pytest.param(do(phase=BEFORE), dont(), "compatible", id="before, don't, perhaps after"),
        pytest.param(do(), dont(phase=AFTER), "pull apart", id="do, don't after"),
        pytest.param(dont(0, 4), dont(0, 14), "pull apart", id="not for 4 days, nor for 14"),
        pytest.param(dont(0, 4), dont(None, 4), None, id="four days, worded otherwise"),
        pytest.param(dont(0, 4), dont(), "compatible", id="not for four days, don't"),
        pytest.param(dont(0, 4), dont(None, None), "compatible", id="a window with no end said"),
        pytest.param(
            dont(0, 4, phase=BEFORE), dont(0, 9, phase=AFTER), None, id="other times do not meet"
        ),
        pytest.param(do(), {"value": act("wrap it")}, "exclude", id="opposite acts"),
        pytest.param(
            {"value": act("hang it outside")}, dont(), "pull apart", id="one act within another"
        ),
        pytest.param(
            {"value": act("hang it outside", 9, 12)},
            dont(0, 4),
            "compatible",
            id="one act within another, later",
        ),
        pytest.param(
            do(),
            {"value": act("hang it outside"), "polarity": DENY},
            None,
            id="the wider act leaves the narrower out",
        ),
        pytest.param(
            do(4, None), {"value": act("wrap it")}, "compatible", id="opposite acts, one later"
        ),
        pytest.param(
            do(4, 10), {"value": act("wrap it", 0, 5)}, "compatible", id="opposite, a day shared"
        ),
        pytest.param(
            do(1, 10), {"value": act("wrap it", 0, 5)}, "exclude", id="opposite, four days shared"
        ),
        pytest.param(do(4, 10), dont(0, 5), "compatible", id="on days 5 to 10, not for five"),
        pytest.param(do(0, 1), dont(0, 1), "exclude", id="on the one day, not on it"),
        pytest.param(dont(), {"value": act("wrap it")}, None, id="don't air it, wrap it"),
        pytest.param(
            do(phase=BEFORE),
            {"value": act("wrap it", phase=AFTER)},
            "compatible",
            id="opposite acts at different times",
        ),
    ],
)
def test_pairs(a: dict, b: dict, expected: str | None) -> None:
    one, other = position("airing", **a), position("airing", **b)
    for pair in ((one, other), (other, one)):
        finding = JUDGE.judge(*pair)
        assert (finding and finding.relation.value) == expected
