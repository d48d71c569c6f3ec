"""The pairs that people decided about are found again by what their lines say of either side."""

from dataclasses import replace

import pytest

from kb.model import Verdict, VerdictKind
from kb.reconcile.decided import Decided, conflict_id
from tests.kb.making import position, years

ONE = replace(position("lifetime", value=years(5, 5)), label="5 years", claims=())
OTHER = replace(position("lifetime", value=years(9, 9)), label="9 years", claims=())
THIRD = replace(position("lifetime", value=years(20, 20)), label="20 years", claims=())
ID = conflict_id("lifetime", ONE, OTHER)


def decided(**line: object) -> Decided:
    verdict = Verdict(ID, VerdictKind.REAL, "Ada", "2026-01-01", **line)  # type: ignore[arg-type]
    return Decided([verdict], {})


def found(known: Decided) -> set[frozenset[str]]:
    bare = [ONE, OTHER, THIRD]
    pairs = known.pairs("lifetime", frozenset({ID}), bare, bare)
    return {frozenset({a.id, b.id}) for a, b in pairs}


def test_a_conflict_has_one_id_whichever_side_comes_first() -> None:
    assert conflict_id("lifetime", OTHER, ONE) == ID


@pytest.mark.parametrize("line", [{"position": ONE.id}, {"says": ("9 years", "gone")}])
def test_one_side_is_enough_to_find_the_pair(line: dict[str, object]) -> None:
    assert found(decided(**line)) == {frozenset({ONE.id, OTHER.id})}


def test_a_line_that_names_neither_side_finds_nothing() -> None:
    assert found(decided(says=("gone", "gone too"))) == set()


def test_a_verdict_counts_for_its_own_question() -> None:
    assert decided(aspect="lifetime").on("lifetime") == {ID}
    assert decided(aspect="price").on("lifetime") == frozenset()
    assert decided().on("lifetime") == {ID}
