"""Each way of denying harm allows its subject in its example, and not in its counter."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.clauses import clauses
from extract.grammar.harmless import ROWS, HarmlessRow, harmless
from extract.grammar.repairs import repaired
from tests.extract.reader import pipeline


def allowed(sentence: str) -> bool:
    tree = repaired(next(parse(pipeline(), [sentence])))
    act = [t.i for t in tree.tokens if t.lower == "swimming"]
    return any(harmless(tree, clause, act) for clause in clauses(tree))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_a_row_holds_in_its_example_and_not_in_its_counter(row: HarmlessRow) -> None:
    assert allowed(row.example)
    assert not allowed(row.counter)


def test_only_the_subject_is_allowed() -> None:
    assert not allowed("A hat does no harm while swimming.")
