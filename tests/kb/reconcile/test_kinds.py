"""Every kind of the topic file has its rule, and is found by itself."""

import pytest

from extract.topic.schema import Kind
from kb.reconcile.kinds import judge_of, rules
from tests.kb.making import TOPIC


def test_every_kind_has_a_rule() -> None:
    assert set(rules()) == set(Kind)


@pytest.mark.parametrize("aspect", TOPIC.aspects, ids=lambda aspect: aspect.id)
def test_an_aspect_is_judged_by_the_rule_of_its_kind(aspect) -> None:
    judge = judge_of(aspect)
    assert type(judge) is type(rules()[aspect.kind].judge(aspect))
    assert judge.aspect is aspect
