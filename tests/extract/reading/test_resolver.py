"""One decision a field: each rule with a sentence that it decides, and what it overrules."""

import pytest

from extract.grammar.tree import Tree
from extract.model import Polarity, Quantifier, Reason, Scope, ScopeKind
from extract.parse import Parse
from extract.reading import needing
from extract.reading.certain import ATTRIBUTION, CERTAINTY, CONDITION, QUANTIFIER
from extract.reading.degree import DEGREE
from extract.reading.limits import SCOPE
from extract.reading.needing import Askable
from extract.reading.presupposed import STANDING
from extract.reading.resolver import Case, Outcome, Resolved, Resolver
from tests.extract.reader import extraction

FIELDS = (CERTAINTY, QUANTIFIER, CONDITION, ATTRIBUTION, SCOPE, DEGREE, STANDING)
DECIDED = [
    ("certainty", "hedged", "It may hurt.", "may"),
    ("certainty", "in_the_bound", "A lash lift can last six weeks.", "can"),
    ("certainty", "told", "Maybe avoid wetting the lashes for a day.", "Maybe"),
    ("quantifier", "counted", "Some people notice swelling.", "Some"),
    ("condition", "conditional", "With proper care it does not hurt.", "With proper care"),
    ("condition", "in_a_case", "Do not rub your eyes in the dark.", "in the dark"),
    ("scope", "of_brand", "The Silk Wing lift lasts two weeks.", "silk wing"),
    ("scope", "of_kind", "The express lift lasts two weeks.", "express lift"),
    ("scope", "of_people", "For people with oily skin, it hurts.", "people with oily skin,"),
    ("scope", "of_one", "My lift hurt.", "hurt"),
    ("scope", "of_days", "By day four it does not hurt.", "By"),
    ("scope", "of_phase", "During the first session, it hurts.", "During the first session,"),
    ("scope", "of_time", "Once healed, it does not hurt.", "Once"),
    ("scope", "of_later", "It no longer hurts.", "no"),
    ("scope", "of_offer", "Our lash lift costs $40.", "Our"),
    ("scope", "of_offer", "Big salons charge $90.", "Big"),
    ("scope", "of_part", "It costs $40 for one lash.", "one"),
    ("scope", "of_sort", "Sometimes you get a tint that hurts.", "tint"),
    ("scope", "of_yet", "It does not hurt yet.", "yet"),
    ("condition", "if_you_do", "Skip the oil and the lift hurts.", "and"),
    ("degree", "lessened", "The treatment reduces swelling.", "reduces"),
    ("degree", "compared", "It hurts less than waxing.", "less"),
    ("degree", "denied", "The lift is not completely painless.", "not"),
    ("degree", "slight", "There is minimal pain.", "minimal"),
    ("attribution", "said_by", "Experts say it hurts.", "Experts"),
    ("standing", "less_of_it", "The treatment reduces swelling.", "reduces"),
    ("standing", "in_an_if", "When there is swelling, a lash lift lasts six weeks.", "When"),
    ("standing", "without_it", "Without maintenance, it lasts six weeks.", "maintenance"),
    ("standing", "in_command", "Watch the redness.", "Watch"),
    ("standing", "attributed", "A lash lift is new. The permanent tint fits you.", "permanent"),
    ("standing", "granted", "The redness is temporary.", "The"),
]


def reasons(text: str, field: str) -> list[Reason]:
    return [r for c in extraction(text).claims for r in c.why if r.field == field]


@pytest.mark.parametrize(("field", "rule", "text", "words"), DECIDED)
def test_a_rule_decides(field: str, rule: str, text: str, words: str) -> None:
    assert (rule, words) in {(r.rule, r.cue) for r in reasons(text, field)}


def test_a_rule_that_is_not_asked_would_find_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [extraction(text).claims for _, _, text, _ in DECIDED]
    monkeypatch.setattr(needing, "_NEEDED", {})
    for field in FIELDS:
        asked = Askable([(rule, rule) for rule in field.rules])  # which asks every rule
        monkeypatch.setitem(field.__dict__, "_asked", asked)
    assert [extraction(text).claims for _, _, text, _ in DECIDED] == told


def test_what_a_decision_overrules_is_told() -> None:
    (can,) = reasons("A lash lift can last six weeks.", "certainty")
    assert (can.rule, can.overruled) == ("in_the_bound", "hedged “can”")
    text = "For people with oily skin, the express lift may hurt during the first session."
    (scope,) = reasons(text, "scope")
    assert scope.rule == "of_kind"
    assert scope.overruled.startswith("of_people “people with oily skin,”, of_phase")


@pytest.mark.parametrize("text", ["It lasts almost six weeks.", "It hurts.", "It lasts a week."])
def test_no_reason_without_a_decision(text: str) -> None:
    (claim,) = extraction(text).claims
    assert claim.qualifiers.degree is None
    assert {r.field for r in claim.why} == {"aspect"}


def test_what_has_no_word_to_point_at() -> None:
    (suits,) = extraction("A lash lift is popular. There are no restrictions.").claims
    assert suits.qualifiers.quantifier is Quantifier.ALL
    (hurts,) = extraction("# After the appointment\n- It hurts.").claims
    assert hurts.qualifiers.scope == Scope(ScopeKind.PHASE, "After the appointment", "after")


def first(case: Case) -> Outcome[int] | None:
    return Outcome(1)


def second(case: Case) -> Outcome[int] | None:
    return Outcome(2)


def silent(case: Case) -> Outcome[int] | None:
    return None


TREE = Tree(Parse("", (), ()))
CASE = Case(None, None, None, Polarity.AFFIRM, TREE, None, None)  # type: ignore[arg-type]


def test_the_first_rule_that_finds_decides() -> None:
    resolved = Resolver("n", 0, (silent, second, first))(CASE)
    assert resolved == Resolved("n", 2, "second", Outcome(2), (("first", Outcome(1)),))
    assert Resolver("n", 0, (silent,))(CASE) == Resolved("n", 0)


def test_every_rule_has_its_sentence() -> None:
    rules = {(f.field, rule.__name__) for f in FIELDS for rule in f.rules}
    shown = {(field, rule) for field, rule, _, _ in DECIDED}
    assert rules - shown == {
        ("quantifier", "unrestricted"),  # these two have no word of their own to point at
        ("scope", "of_above"),
    }
