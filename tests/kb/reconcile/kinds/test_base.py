"""What the kinds share: who denies, what a degree leaves standing, what belongs to what."""

import pytest

from extract.model import Degree, Quantifier
from extract.topic.schema import Part
from kb.model import ConflictKind
from kb.reconcile.kinds.base import (
    Finding,
    Relation,
    ancestors,
    denial,
    half_denied,
    named,
    opposed,
    placed,
)
from kb.reconcile.reasons import ReasonCode as R
from tests.kb.making import DENY, part, position

PARTIAL = {"degree": Degree.PARTIAL_DENIAL}
YES, NO = position("recyclable"), position("recyclable", DENY)


@pytest.mark.parametrize(
    ("a", "b", "denier"), [(YES, NO, 1), (NO, YES, 0), (YES, YES, None), (NO, NO, None)]
)
def test_which_side_denies(a, b, denier: int | None) -> None:
    assert opposed(a, b) == denier


@pytest.mark.parametrize(
    ("says", "denies", "relation", "reason"),
    [
        ({}, {}, "exclude", R.YES_AND_NO),  # it can, it cannot
        ({}, PARTIAL, "compatible", R.PARTLY_DENIED),  # not completely
        ({}, {"degree": Degree.COMPARED}, "compatible", R.PARTLY_DENIED),  # not as easily
        ({"quantifier": Quantifier.ALL}, PARTIAL, "pull apart", R.NOT_QUITE),
        ({"degree": Degree.SLIGHT}, {}, "pull apart", R.DEGREE),  # hardly, not
        ({"degree": Degree.LESSENED}, {}, "pull apart", R.DEGREE),
        ({}, {"degree": Degree.SLIGHT}, "pull apart", R.DEGREE),  # it can, hardly
    ],
)
def test_a_denial_and_its_degree(says: dict, denies: dict, relation: str, reason: R) -> None:
    yes, no = position("recyclable", **says), position("recyclable", DENY, **denies)
    finding = denial(yes, no, ConflictKind.POLARITY, R.YES_AND_NO)
    assert (finding.relation.value, finding.reason) == (relation, reason)


def test_the_sentence_speaks_first_of_the_side_with_the_degree() -> None:
    slight = position("recyclable", degree=Degree.SLIGHT)
    assert denial(slight, NO, ConflictKind.POLARITY, R.YES_AND_NO).first == 1
    hardly = position("recyclable", DENY, degree=Degree.SLIGHT)
    assert denial(YES, hardly, ConflictKind.POLARITY, R.YES_AND_NO).first == 0


def test_a_finding_is_turned_to_the_order_of_its_pair() -> None:
    finding = Finding(Relation.EXCLUDE, ConflictKind.POLARITY, R.YES_AND_NO, first=0)
    assert placed(finding, 0).first == 0
    assert placed(finding, 1).first == 1


def test_of_two_denials_one_may_leave_a_part_standing() -> None:
    half = position("recyclable", DENY, **PARTIAL)
    found = half_denied(NO, half)
    assert found is not None
    assert (found.relation, found.first) == (Relation.PULL, 1)
    assert half_denied(NO, NO) is half_denied(half, half) is None


def test_a_part_belongs_to_itself_and_to_all_above_it() -> None:
    tree = (Part(name="roof", parts=(Part(name="tiles"),)), Part(name="walls"))
    assert ancestors(tree) == {
        "roof": {"roof"},
        "tiles": {"roof", "tiles"},
        "walls": {"walls"},
    }


def test_what_a_position_names() -> None:
    assert named(position("faults", value=part("smell"))) == "smell"
    assert named(YES) is None
