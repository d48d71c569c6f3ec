"""One finding for each statement, the worst on top, and an account of all."""

from .conftest import Check


def test_lesser_findings_are_folded_under_the_worst(check: Check) -> None:
    (top,) = check("Solar panels are clinically proven to last forever.").findings
    assert top.rule.word == "contradicted"
    assert [f.rule.word for f in top.folded] == ["needs-proof"]


def test_two_statements_of_a_sentence_stay_two(check: Check) -> None:
    found = check("Solar panels last forever and they make no noise.").findings
    assert [f.rule.word for f in found] == ["contradicted", "supported"]


def test_the_account_counts_statements_worst_first(check: Check) -> None:
    text = "Solar panels make no noise. Solar panels last forever. A system costs £20,000."
    assert check(text).account.verdicts == (("contradicted", 2), ("supported", 1))
