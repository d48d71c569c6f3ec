"""All of: the whole affirmed affirms every part; a part denied denies the whole."""

import pytest

from extract.model import Degree, Quantifier
from kb.reconcile.kinds import judge_of
from tests.kb.making import DENY, TOPIC, part, position

JUDGE = judge_of(TOPIC.aspect("suits"))
ANYONE = {"quantifier": Quantifier.ALL}
MOST = {"quantifier": Quantifier.MOST}
SUITS_CHILDREN = {"value": part("children")}
NOT_CHILDREN = {"polarity": DENY, "value": part("children")}
NOT_BABIES = {"polarity": DENY, "value": part("babies")}
NOT_EVERYONE = {"polarity": DENY, "degree": Degree.PARTIAL_DENIAL}
NOBODY = {"polarity": DENY, "quantifier": Quantifier.NONE}


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(ANYONE, NOT_CHILDREN, "exclude", id="anyone, not for children"),
        pytest.param(ANYONE, MOST, "pull apart", id="anyone, most"),
        pytest.param(MOST, NOT_CHILDREN, "compatible", id="most leaves room for children"),
        pytest.param(SUITS_CHILDREN, NOT_CHILDREN, "exclude", id="children, not children"),
        pytest.param(SUITS_CHILDREN, NOT_BABIES, "exclude", id="children, not babies"),
        pytest.param(
            {"value": part("heavy sleepers")}, NOT_CHILDREN, None, id="other groups do not meet"
        ),
        pytest.param(ANYONE, NOT_EVERYONE, "exclude", id="anyone, not everyone"),
        pytest.param(SUITS_CHILDREN, NOT_EVERYONE, "compatible", id="children, not everyone"),
        pytest.param(SUITS_CHILDREN, NOBODY, "exclude", id="children, nobody"),
        pytest.param({}, NOT_EVERYONE, "compatible", id="suitable, but not for everyone"),
        pytest.param(SUITS_CHILDREN, ANYONE, None, id="children are among anyone"),
        pytest.param(NOT_CHILDREN, NOT_BABIES, None, id="two groups left out"),
    ],
)
def test_pairs(a: dict, b: dict, expected: str | None) -> None:
    one, other = position("suits", **a), position("suits", **b)
    for pair in ((one, other), (other, one)):
        finding = JUDGE.judge(*pair)
        assert (finding and finding.relation.value) == expected


def test_a_group_is_a_case_of_the_whole() -> None:
    babies, children = (position("suits", value=part(p)) for p in ("babies", "children"))
    assert JUDGE.narrower(babies, children)
    assert not JUDGE.narrower(children, babies)
    assert JUDGE.narrower(children, position("suits"))
