"""The one sentence for a pair: it names both values and quotes the words that decided."""

from pathlib import Path

import pytest

from extract.grammar.conditions import ONE_CASE
from extract.model import Claim, Degree, Scope, ScopeKind
from kb.reconcile import explain
from kb.reconcile.explain import SENTENCES
from kb.reconcile.kinds import rules
from kb.reconcile.ladder import CAPS
from kb.reconcile.pairs import reconcile
from tests.kb.making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    TOPIC,
    claim,
    condition,
    critics,
    option,
    scope,
    years,
)


def why(*claims: Claim) -> str:
    found = reconcile(claims, TOPIC)
    (pair,) = (*found.conflicts, *found.near_misses)
    return pair.explanation


def test_a_contradiction_says_what_excludes_what() -> None:
    endless, short = claim("lifetime", value=ENDLESS), claim("lifetime", value=years(1, 2), at=50)
    assert why(endless, short) == (
        "One says [for life], the other [1 to 2 years]: what comes to an end is not endless."
    )


def test_a_yes_and_a_no_are_read_with_their_question() -> None:
    assert why(claim("recyclable"), claim("recyclable", DENY, at=50)) == (
        "Can it be recycled? One answers [no], the other [yes]: it cannot be both."
    )


def test_one_case_is_named_where_it_has_a_name_and_never_by_a_verb() -> None:
    def of(case: Scope) -> str:
        return why(claim("recyclable", scope=case), claim("recyclable", DENY, at=50))

    assert ", but the first is about one case: " in of(Scope(ScopeKind.BRAND, "went", ONE_CASE))
    assert ", but the first is about one case (Restwell): " in of(scope("brand", "Restwell"))


def test_a_tension_quotes_the_hedge() -> None:
    wool = claim("filling", value=option("wool"))
    foam = claim(
        "filling",
        value=option("foam"),
        certainty=POSSIBLE,
        quote="It May be foam",
        cues={"certainty": "may be"},
        at=50,
    )
    assert why(wool, foam) == (
        "One says [foam, possibly], the other [wool], but the first is hedged (“May be”): "
        "they differ, and both can still be true."
    )


def test_it_is_the_qualified_side_that_speaks_of_a_degree() -> None:
    slight = claim("recyclable", degree=Degree.SLIGHT, at=50)
    assert "One says [yes, slightly], the other [no], but the first speaks of" in why(
        claim("recyclable", DENY), slight
    )
    assert "One says [yes, slightly], the other [no], but the first speaks of" in why(
        slight, claim("recyclable", DENY)
    )


def test_a_condition_is_named() -> None:
    said = why(claim("recyclable", condition=condition("if dry")), claim("recyclable", DENY, at=50))
    assert said.startswith("One says [yes, if dry], the other [no], but the first holds only under")


def test_a_near_miss_names_who_reports() -> None:
    reported = claim(
        "recyclable",
        DENY,
        attribution=critics(),
        quote="critics claim that it is waste",
        cues={"attribution": "critics claim"},
        at=50,
    )
    assert "only reported (“critics claim”)" in why(claim("recyclable"), reported)


def test_what_does_not_stand_in_the_passage_is_not_quoted() -> None:
    reported = claim(
        "recyclable", DENY, attribution=critics(), cues={"attribution": "critics claim"}, at=50
    )
    assert "only reported ([critics claim])" in why(claim("recyclable"), reported)
    unmarked = claim("recyclable", DENY, attribution=critics(), at=50)
    assert "only reported ([critics])" in why(claim("recyclable"), unmarked)


def test_brackets_of_a_text_do_not_end_a_label() -> None:
    said = why(
        claim("recyclable", condition=condition("if [sic] dry")), claim("recyclable", DENY, at=50)
    )
    assert said.startswith("One says [yes, if (sic) dry], the other [no]")


def test_a_rival_is_told_from_the_subject() -> None:
    said = why(claim("recyclable"), claim("recyclable", DENY, subject="futon", at=50))
    assert "[yes] is said of mattress, [no] of futon" in said


@pytest.mark.parametrize(
    ("row", "instead", "error"),
    [
        pytest.param(
            'R.NONE_AT_ALL: SAYS + ": none is not some.",', "", "no sentence for none-at-all",
            id="a reason without a sentence",
        ),
        pytest.param("R.NONE_AT_ALL:", "R.NOT_AT_ALL:", "NOT_AT_ALL", id="no such reason"),
    ],
)  # fmt: skip
def test_reasons_and_sentences_that_do_not_match_fail_at_import(
    row: str, instead: str, error: str
) -> None:
    code = Path(explain.__file__).read_text(encoding="utf-8")
    assert row in code
    with pytest.raises((ValueError, AttributeError), match=error):
        exec(code.replace(row, instead), {"__name__": "mismatched"})


def test_every_sentence_ends_and_names_both_sides() -> None:
    for reason, sentence in SENTENCES.items():
        assert sentence.endswith("."), reason
        assert "{a}" in sentence or "{cue}" in sentence or "{part}" in sentence, reason
        assert "{b}" in sentence, reason
    assert CAPS and rules()
