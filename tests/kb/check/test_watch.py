"""What a save of a draft has changed, as a person working through the findings counts it."""

from dataclasses import replace

import pytest

from kb.check.model import Checked
from kb.check.watch import progress

from .conftest import Check

FOREVER = "Solar panels last forever."
ALWAYS = "They will last forever."
PRICE = "A system costs £20,000."
FAIR = "Solar panels make no noise."


def told(check: Check, before: str, after: str) -> str:
    return str(progress([check(before)], [check(after)]))


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ((FOREVER, PRICE), (FAIR, PRICE), "1 fixed, 1 left"),
        ((FOREVER,), (FAIR,), "1 fixed, 0 left"),
        ((FOREVER,), (FOREVER, PRICE), "1 new, 2 left"),
        ((FOREVER,), (PRICE,), "1 fixed, 1 new, 1 left"),
        ((FOREVER, FAIR), (FAIR, FOREVER), "nothing new, 1 left"),
        ((FOREVER,), (ALWAYS,), "nothing new, 1 left"),
        ((FAIR,), (FAIR, FAIR), "nothing new, 0 left"),
    ],
)
def test_a_save_in_one_line(
    check: Check, before: tuple[str, ...], after: tuple[str, ...], line: str
) -> None:
    assert told(check, "\n\n".join(before), "\n\n".join(after)) == line


def test_only_what_is_new_or_was_edited_is_shown(check: Check) -> None:
    (draft,) = progress([check(f"{FOREVER}\n\n{PRICE}")], [check(f"{ALWAYS}\n\n{PRICE}")]).shown
    assert [draft.quote(f) for f in draft.findings] == ["They will last forever"]
    assert progress([check(FOREVER)], [check(FOREVER)]).shown == ()


def test_a_draft_that_was_not_there_is_all_new(check: Check) -> None:
    other: Checked = replace(check(FOREVER), name="other.txt")
    assert str(progress([check(FOREVER)], [check(FOREVER), other])) == "1 new, 2 left"
