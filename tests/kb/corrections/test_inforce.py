from itertools import permutations

import pytest

from extract.model import Span
from kb.corrections.inforce import in_force, left_standing
from kb.corrections.model import Anchor, Correction
from tests.kb.corrections.making import correction, lasts


def at(minute: int, kind: str = "other-value", **rest: object) -> Correction:
    return correction(kind, when=f"2027-01-31T09:{minute:02}:00.000000+00:00", **rest)


def undo(of: Correction, minute: int) -> Correction:
    return at(minute, "undo", undoes=of.id)


FIRST = at(1)


@pytest.mark.parametrize("undos", [0, 1, 2, 3])
def test_an_undo_takes_back_and_is_taken_back(undos: int) -> None:
    lines = [FIRST]
    for n in range(undos):
        lines.append(undo(lines[-1], n + 2))
    for order in permutations(lines):
        assert left_standing(order) == ((FIRST,) if undos % 2 == 0 else ())


def test_the_same_line_twice_counts_once() -> None:
    assert left_standing([FIRST, FIRST]) == (FIRST,)


def test_of_lines_on_one_claim_the_latest_holds_and_the_other_is_kept() -> None:
    ben = at(2, by="Ben", states=lasts(6))
    again = at(3, by="Ana", states=lasts(7))
    for order in permutations([FIRST, ben, again]):
        (held,) = in_force(order)
        assert held.correction == again
        assert held.differing == (ben,)


def test_who_says_the_same_does_not_differ() -> None:
    (held,) = in_force([FIRST, at(2, by="Ben")])
    assert held.differing == ()


def test_times_are_compared_whatever_their_zone() -> None:
    earlier = correction(when="2027-01-31T09:00:00+02:00", states=lasts(6))
    later = correction(when="2027-01-31T08:00:00+00:00", states=lasts(7))
    assert [h.correction for h in in_force([later, earlier])] == [later]


def test_lines_on_other_claims_both_hold() -> None:
    other = at(2, was=lasts(9))
    assert {h.correction for h in in_force([FIRST, other])} == {FIRST, other}


def test_the_same_words_in_two_places_are_two_claims() -> None:
    other = at(2, anchor=Anchor("lasts 3 years", before="Elsewhere it"))
    places = {FIRST.id: Span(0, 13), other.id: Span(50, 63)}
    assert len(in_force([FIRST, other], places)) == 2
    assert len(in_force([FIRST, other], {FIRST.id: Span(0, 13), other.id: Span(2, 13)})) == 1


def test_what_a_reader_proposes_does_not_hold() -> None:
    assert in_force([correction("add", by="", reader="other")]) == ()


def test_lines_that_stand_come_the_oldest_first() -> None:
    later = at(2, was=lasts(9))
    assert left_standing([later, FIRST]) == left_standing([FIRST, later]) == (FIRST, later)
