"""Clauses that are read together: each rule's own example, and its look-alike."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.clauses import clauses
from extract.grammar.repairs import repaired
from extract.reading.joined import RULES, JoinRule, joined
from tests.extract.reader import pipeline, read


def beside(text: str) -> list[str]:
    tree = repaired(next(parse(pipeline(), [text])))
    words = (joined(tree, clause) for clause in clauses(tree))
    return [tree.text(found) for found in words if found]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.words.__name__)
def test_a_rule_joins_the_clauses_of_its_example(rule: JoinRule) -> None:
    tree = repaired(next(parse(pipeline(), [rule.example])))
    assert any(rule.words(tree, clause) for clause in clauses(tree))


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.words.__name__)
def test_what_only_looks_like_it_stays_apart(rule: JoinRule) -> None:
    assert beside(rule.counter) == []
