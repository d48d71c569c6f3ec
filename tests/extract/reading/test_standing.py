"""Said, or something less: each rule's own example, and its look-alike that is said."""

import pytest

from extract.reading import needing, standing
from extract.reading.spoken import Rulebook, SpokenRule
from extract.reading.standing import RULES
from tests.extract.reader import extraction

BEFORE = "A lash lift is popular. "


def held_back(text: str) -> set[str]:
    return {u.rule for u in extraction(BEFORE + text).unsaid}


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_holds_back_its_example(rule: SpokenRule) -> None:
    assert rule.name in held_back(rule.example)
    aspects = {u.aspect for u in extraction(BEFORE + rule.example).unsaid}
    assert aspects.isdisjoint(c.aspect for c in extraction(BEFORE + rule.example).claims)


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_what_only_looks_like_it_is_said(rule: SpokenRule) -> None:
    assert rule.name not in held_back(rule.counter)
    assert extraction(BEFORE + rule.counter).claims


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.name)
def test_a_rule_that_is_not_asked_would_not_hold(
    rule: SpokenRule, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentences = (BEFORE + rule.example, BEFORE + rule.counter)
    told = [extraction(text).unsaid for text in sentences]
    monkeypatch.setattr(needing, "_NEEDED", {})
    monkeypatch.setattr(standing, "_BOOK", Rulebook(RULES))  # which asks every rule
    assert [extraction(text).unsaid for text in sentences] == told


def test_what_is_held_back_tells_where_and_why() -> None:
    (unsaid,) = extraction(BEFORE + "If it hurts, call us.").unsaid
    text = BEFORE + "If it hurts, call us."
    assert text[unsaid.span.start : unsaid.span.end] == "hurts"
    assert (unsaid.aspect, unsaid.standing, unsaid.rule) == ("pain", "mentioned", "supposed")


def test_what_is_waited_for_may_not_have_come() -> None:
    assert held_back("You can go as soon as it stops hurting.") == {"awaited"}


def test_the_fewest_of_it_is_said_of_everything() -> None:
    assert held_back("It has the fewest side effects.") == {"least_so"}
    assert held_back("It has few side effects.") == set()


def test_a_never_before_a_verb_answers_no_label() -> None:
    assert held_back("There is pain - never glue them.") == set()


def test_what_a_no_closes_is_denied() -> None:
    assert held_back("A fever, swelling that spreads: no.") == {"answered_no"}
    assert held_back("A fever, swelling that spreads: yes.") == set()
