"""What looks like a claim and was not understood is listed; what says nothing is not."""

import pytest

from .conftest import Check, verdicts


@pytest.mark.parametrize(
    ("sentence", "listed"),
    [
        ("The frames of the panels glitter at night.", True),
        ("Do the frames of the panels glitter at night?", False),
        ("We sell bread.", False),
        ("Solar panels make no noise.", False),
    ],
)
def test_a_statement_on_the_topic_that_gave_no_claim(
    check: Check, sentence: str, listed: bool
) -> None:
    assert bool(verdicts(check(sentence), "not-understood")) is listed


def test_the_account_counts_it(check: Check) -> None:
    account = check("The panels glitter. Solar panels make no noise.").account
    assert (account.sentences, account.claims, account.not_understood) == (2, 1, 1)
    assert account.verdicts == (("supported", 1),)
