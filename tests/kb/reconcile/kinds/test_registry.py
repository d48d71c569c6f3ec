"""Every kind of the topic file has its rule."""

from extract.topic.schema import Kind
from kb.reconcile.kinds import rules


def test_every_kind_has_a_rule() -> None:
    assert set(rules()) == set(Kind)
