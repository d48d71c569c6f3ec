"""Nothing that is contested passes as green: on the example's corpus, and on a made-up one."""

import pytest

from kb.check.checker import Checker
from kb.check.model import Checked, Severity

from .conftest import Check, draft

QUIET = {"supported"}


def words(checked: Checked) -> list[str]:
    return [f.rule.word for f in checked.findings]


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("SMP is 100% painless.", "supported-with-tension"),
        ("SMP regrows hair in most men.", "disputed"),
        ("SMP does not make hair grow back.", "disputed"),
        ("Wash your hair the evening of the treatment.", "contradicted"),
        ("We use FDA-approved pigments for scalp micropigmentation.", "needs-proof"),
        ("SMP is guaranteed to be effective.", "needs-proof"),
        ("Scalp micropigmentation is for men only.", "contradicted"),
        ("Scalp micropigmentation boosts your confidence.", "supported"),
    ],
)
def test_the_example_s_corpus(five: Checker, said: str, verdict: str) -> None:
    checked = five.check(draft(said))
    worst = checked.findings[0]
    assert verdict in (worst.rule.word, *(f.rule.word for f in worst.folded))
    assert (worst.rule.word in QUIET) is (verdict in QUIET)


@pytest.mark.parametrize(
    "said",
    [
        "Take blood thinners as usual.",
        "Drink coffee and alcohol before your session.",
        "Zero downtime: go back to work the same day.",
        "Nobody will notice.",
    ],
)
def test_nothing_is_made_of_what_is_not_said(five: Checker, said: str) -> None:
    checked = five.check(draft(said))
    assert not {"supported", "contradicted"} & set(words(checked))


def test_an_answer_and_the_sentence_after_it_get_the_same_verdict(five: Checker) -> None:
    text = "Does SMP regrow hair?\n\nYes. SMP regrows hair in most men."
    assert words(five.check(draft(text))) == ["disputed", "disputed"]


def test_the_fair_wording_of_a_true_denial_has_both_sides_and_their_can(five: Checker) -> None:
    (found,) = five.check(draft("SMP does not make hair grow back.")).findings
    assert "it can make hair grow" in str(found.fair)
    assert "it does not make hair grow" in str(found.fair)
    assert len(found.basis) >= 2


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("Solar panels are 100% silent.", "supported"),  # and in need of proof
        ("Solar panels never need maintenance.", "disputed"),
        ("Solar panels work in winter in most houses.", "disputed"),
        ("Solar panels do not work in winter.", "disputed"),
        ("The panels are FDA-approved.", "needs-proof"),
        ("Solar panels are suitable for slate roofs only.", "contradicted"),
        ("Rinse the panels in full sun.", "supported-with-tension"),
        ("Walk on the panels as usual.", "contradicted"),
        ("Solar panels make no noise.", "supported"),
    ],
)
def test_the_made_up_corpus(check: Check, said: str, verdict: str) -> None:
    worst = check(said).findings[0]
    assert verdict in (worst.rule.word, *(f.rule.word for f in worst.folded))


def test_words_that_need_proof_are_above_a_green_mark(check: Check) -> None:
    (found,) = check("Solar panels are 100% silent.").findings
    assert (found.rule.word, found.rule.severity) == ("needs-proof", Severity.WARNING)


@pytest.mark.parametrize("place", ["# {}", "- {}", "Is it so? {}", "{}\n\n{}"])
def test_the_same_claim_gets_the_same_verdict_wherever_it_stands(check: Check, place: str) -> None:
    said = "Solar panels work in winter."
    found = {f.rule.word for f in check(place.format(said, said), ".md").findings}
    assert found == {"disputed"}


PACKAGES = """# Solar panels: what we charge

| Package | Price | Lifetime |
|---|---|---|
| Basic | £5,000 | 20 years |
| Premium | £12,000 | 40 years |

A basic system costs £5,000. A premium system costs £12,000.
"""


def test_the_prices_of_two_packages_are_no_self_contradiction(check: Check) -> None:
    found = check(PACKAGES, ".md").findings
    told = [f for top in found for f in (top, *top.folded)]
    assert "self-contradicted" not in [f.rule.word for f in told]
    assert any("£5,000" in top.message for top in found)


def test_two_prices_of_one_thing_are_one(check: Check) -> None:
    (_, second) = check("A system costs £5,000. In fact, a system costs £12,000.").findings
    assert "self-contradicted" in (second.rule.word, *(f.rule.word for f in second.folded))
