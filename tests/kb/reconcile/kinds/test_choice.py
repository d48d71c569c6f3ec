"""Choice: options exclude each other, unless they go together or lie side by side."""

import pytest

from kb.reconcile.kinds import judge_of
from tests.kb.making import DENY, TOPIC, option, position


@pytest.mark.parametrize(
    ("aspect", "x", "y", "expected"),
    [
        ("filling", "wool", "foam", "exclude"),
        ("filling", "wool", "fibre", "compatible"),  # wool is a fibre
        ("filling", "fibre", "foam", "exclude"),
        ("filling", "foam", "foam", None),
        ("firmness", "soft", "medium", "pull apart"),  # neighbours on a scale
        ("firmness", "soft", "firm", "exclude"),
    ],
)
def test_two_options(aspect: str, x: str, y: str, expected: str | None) -> None:
    judge = judge_of(TOPIC.aspect(aspect))
    one, other = position(aspect, value=option(x)), position(aspect, value=option(y))
    for pair in ((one, other), (other, one)):
        finding = judge.judge(*pair)
        assert (finding and finding.relation.value) == expected


@pytest.mark.parametrize(
    ("x", "gone", "expected"), [("wool", "wool", True), ("wool", "foam", False)]
)
def test_an_option_denied_excludes_only_itself(x: str, gone: str, expected: bool) -> None:
    yes, no = position("filling", value=option(x)), position("filling", DENY, value=option(gone))
    finding = judge_of(TOPIC.aspect("filling")).judge(yes, no)
    assert (finding is not None) == expected
