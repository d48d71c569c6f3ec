"""Yes or no: affirmed here, denied there."""

import pytest

from extract.model import Degree, Quantifier
from kb.reconcile.kinds import judge_of
from tests.kb.making import DENY, TOPIC, position

JUDGE = judge_of(TOPIC.aspect("recyclable"))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param({}, {}, None, id="yes and yes agree"),
        pytest.param({}, {"polarity": DENY}, "exclude", id="yes and no"),
        pytest.param(
            {},
            {"polarity": DENY, "degree": Degree.PARTIAL_DENIAL},
            "compatible",
            id="not completely leaves room for yes",
        ),
        pytest.param(
            {"quantifier": Quantifier.ALL},
            {"polarity": DENY, "degree": Degree.PARTIAL_DENIAL},
            "pull apart",
            id="not always against always",
        ),
        pytest.param(
            {"polarity": DENY},
            {"polarity": DENY, "degree": Degree.PARTIAL_DENIAL},
            "pull apart",
            id="not completely still grants some, against not at all",
        ),
        pytest.param(
            {"degree": Degree.SLIGHT}, {"polarity": DENY}, "pull apart", id="hardly against not"
        ),
        pytest.param(
            {"degree": Degree.COMPARED}, {}, None, id="less than others goes with some of it"
        ),
        pytest.param(
            {"degree": Degree.COMPARED}, {"polarity": DENY}, "pull apart", id="less against none"
        ),
    ],
)
def test_pairs(a: dict, b: dict, expected: str | None) -> None:
    one, other = position("recyclable", **a), position("recyclable", **b)
    for pair in ((one, other), (other, one)):
        finding = JUDGE.judge(*pair)
        assert (finding and finding.relation.value) == expected


def test_the_denial_is_spoken_of_first() -> None:
    yes, no = position("recyclable"), position("recyclable", DENY)
    assert JUDGE.judge(yes, no).first == 1
    assert JUDGE.judge(no, yes).first == 0
