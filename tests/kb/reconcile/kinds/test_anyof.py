"""Any of: a part affirmed affirms the whole; the whole denied denies every part."""

import pytest

from extract.model import Value
from kb.reconcile.kinds import judge_of
from tests.kb.making import DENY, TOPIC, part, position

JUDGE = judge_of(TOPIC.aspect("faults"))


@pytest.mark.parametrize(
    ("there", "gone", "expected"),
    [
        pytest.param(None, None, "exclude", id="faults, no faults"),
        pytest.param(part("smell"), None, "exclude", id="smells, no faults"),
        pytest.param(part("hollow"), None, "exclude", id="a hollow, no faults"),
        pytest.param(part("smell"), part("smell"), "exclude", id="smells, no smell"),
        pytest.param(part("lint"), None, "pull apart", id="lint, no faults: is it one?"),
        pytest.param(part("lint"), part("lint"), "exclude", id="lint, no lint"),
        pytest.param(part("hollow"), part("sagging"), "exclude", id="a hollow, no sagging"),
        pytest.param(part("sagging"), part("hollow"), "compatible", id="sags, but no hollow"),
        pytest.param(None, part("smell"), "compatible", id="faults, but no smell"),
        pytest.param(part("smell"), part("sagging"), None, id="smells, no sagging: do not meet"),
        pytest.param(part("squeak"), None, "exclude", id="a part the topic does not list"),
    ],
)
def test_affirmed_against_denied(
    there: Value | None, gone: Value | None, expected: str | None
) -> None:
    yes, no = position("faults", value=there), position("faults", DENY, value=gone)
    for pair in ((yes, no), (no, yes)):
        finding = JUDGE.judge(*pair)
        assert (finding and finding.relation.value) == expected


def test_two_parts_that_occur_do_not_meet() -> None:
    assert JUDGE.judge(position("faults", value=part("smell")), position("faults")) is None


def test_a_part_that_occurs_is_a_case_of_the_whole() -> None:
    smell, faults = position("faults", value=part("smell")), position("faults")
    assert JUDGE.narrower(smell, faults)
    assert not JUDGE.narrower(faults, smell)


def test_no_faults_says_more_than_no_smell() -> None:
    none, no_smell = position("faults", DENY), position("faults", DENY, value=part("smell"))
    assert JUDGE.narrower(none, no_smell)
    assert not JUDGE.narrower(no_smell, none)
