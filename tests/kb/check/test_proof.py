"""Words that need proof in any topic: every row holds in its example, and not in its counter."""

import pytest

from kb.check.checker import Checker
from kb.check.proof import ROWS, ProofRow, found_in

from .conftest import Check, draft


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.example)
def test_a_row_holds_in_its_example_and_not_in_its_counter(row: ProofRow) -> None:
    assert row in [r for _, r in found_in(row.example)]
    assert row not in [r for _, r in found_in(row.counter)]


def test_the_finding_stands_on_the_words_and_says_what_would_be_proof(check: Check) -> None:
    (found,) = check("Our panels are FDA-approved.").findings
    assert (found.rule.code, found.start, found.end) == ("KB513", 15, 27)
    assert "name the authority" in found.message


def test_a_question_needs_no_proof(check: Check) -> None:
    assert check("Are the panels clinically proven?").findings == ()


def test_one_setting_switches_it_off(checker: Checker) -> None:
    quiet = Checker(checker.knowledge, proof=False)
    words = [f.rule.word for f in quiet.check(draft("The panels are clinically proven.")).findings]
    assert words == ["not-understood"]
