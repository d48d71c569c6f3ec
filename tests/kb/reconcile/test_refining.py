"""A position refines the more general ones of its question: it says as much, and more."""

from kb.model import Position
from kb.reconcile.bounds import UNBOUNDED, Support
from kb.reconcile.kinds import judge_of
from kb.reconcile.refining import refined
from tests.kb.making import DENY, TOPIC, position, years

LIFETIME = next(a for a in TOPIC.aspects if a.id == "lifetime")


def refines(*positions: Position) -> dict[str, tuple[str, ...]]:
    known, _ = refined(positions, judge_of(LIFETIME), Support({}), UNBOUNDED)
    return {p.id: p.refines for p in known}


def test_a_narrower_range_refines_the_wider_one() -> None:
    narrow = position("lifetime", value=years(6, 7))
    wide = position("lifetime", value=years(5, 8))
    assert refines(narrow, wide) == {narrow.id: (wide.id,), wide.id: ()}


def test_ranges_that_only_overlap_refine_nothing() -> None:
    one, other = position("lifetime", value=years(5, 8)), position("lifetime", value=years(6, 9))
    assert not any(refines(one, other).values())


def test_a_denial_refines_no_affirmation() -> None:
    narrow = position("lifetime", polarity=DENY, value=years(6, 7))
    wide = position("lifetime", value=years(5, 8))
    assert not any(refines(narrow, wide).values())
