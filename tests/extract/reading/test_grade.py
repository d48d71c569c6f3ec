"""Plain or loose: each rule's own example, and its look-alike that is plain."""

import pytest

from extract.reading.grade import RULES
from extract.reading.spoken import SpokenRule
from tests.extract.reader import extraction

BEFORE = "A lash lift is popular. "


def loose(text: str) -> list[bool]:
    return [c.qualifiers.loose for c in extraction(text).claims]


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_finds_its_example_loose(rule: SpokenRule) -> None:
    claims = extraction(rule.example).claims
    assert {r.rule for c in claims for r in c.why if r.field == "grade"} == {rule.name}
    assert all(c.qualifiers.loose for c in claims)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_what_only_looks_like_it_is_plain(rule: SpokenRule) -> None:
    assert loose(rule.counter)
    assert not any(loose(rule.counter))


ANSWERS = ["Does it hurt? No pain at all.", "Are there risks? Redness and swelling."]


@pytest.mark.parametrize("text", ANSWERS)
def test_a_short_answer_is_plain(text: str) -> None:
    assert loose(BEFORE + text)
    assert not any(loose(BEFORE + text))


VERBS = [
    "- They hurt for a while",
    "- Lashes need not be permed for it to hurt",
    "- Will hurt a bit",
]


@pytest.mark.parametrize("row", VERBS)
def test_a_row_with_a_verb_is_plain(row: str) -> None:
    assert loose("# Lash lifts\n" + row) == [False]
