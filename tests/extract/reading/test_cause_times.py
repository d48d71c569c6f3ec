"""Times are carried into the claim, from its own words and from the heading or lead-in above."""

import pytest

from extract.model import ScopeKind
from tests.extract.reader import extraction, read


def care(text: str) -> list[str]:
    claims = read("# Lash lifts\n" + text)
    return [c.replace("care ", "") for c in claims if "care" in c]


def scopes(text: str) -> list[str]:
    claims = extraction("# Lash lifts\n" + text).claims
    found = [(c.polarity, c.qualifiers.scope) for c in claims]
    return [
        f"{'+' if polarity == 'affirm' else '-'} {scope.name if scope else 'always'}"
        for polarity, scope in found
        if scope is None or scope.kind is ScopeKind.PHASE
    ]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("By day four you can swim.", ["+ swimming 3–… day"]),
        ("By day (4) four, you can swim.", ["+ swimming 3–… day"]),
        ("You can swim as of day 5.", ["+ swimming 4–… day"]),
        ("You can swim two days after your visit.", ["+ swimming 2–… day"]),
        ("Do not swim for two days after your visit.", ["- swimming 0–2 day"]),
        ("After each visit, do not swim for four days.", ["- swimming 0–4 day"]),
        ("Don't swim until day 10.", ["- swimming 0–10 day"]),
        ("On day 4 you may swim.", ["+ swimming 3–… day"]),
        (
            "# The first 3 days:\n- Do not swim.\n- No sauna",
            ["- swimming 0–3 day", "- sauna 0–3 day"],
        ),
        ("# Days 4 to 10\nAvoid the sauna.", ["- sauna 3–10 day"]),
        ("From day 11:\n- You can swim.", ["+ swimming 10–… day"]),
        ("From day 11:\n- You can swim.\nAvoid the sauna.", ["+ swimming 10–… day", "- sauna"]),
        ("# Day 4\n- You can swim from day 7 on.", ["+ swimming 6–… day"]),
        ("# Before and after your visit\n- Do not swim.", ["- swimming"]),
        ("# What may I do in the first 3 days?\n- Do not swim.", ["- swimming"]),
        (
            "# The first 3 days\n- Do not swim.\n# Upkeep\n- Avoid oil and the sauna.",
            ["- swimming 0–3 day", "- sauna"],
        ),
    ],
)
def test_the_window_is_part_of_the_advice(text: str, claims: list[str]) -> None:
    assert care(text) == claims


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("There is no redness after a week.", ["- after later"]),
        ("By day four there is no redness.", ["- after later"]),
        ("For the first three days there is redness.", ["+ after early"]),
        ("Once it has healed there is no redness.", ["- after later"]),
        ("There is no longer any redness.", ["- after later"]),
        ("The lift hurts no longer.", ["- after later"]),
        ("It does not hurt any more.", ["- after later"]),
        ("After your session you won't have any more pain.", ["- after"]),
        ("# The first 3 days\nThere is no redness.", ["- after early"]),
        ("There is never any redness.", ["- always"]),
        ("It does not hurt any more than a pinch.", ["- always"]),
        ("There is no redness.", ["- always"]),
        ("There is no redness with a lift, says a study of 200 hours of work.", ["- always"]),
        ("# Redness\nThere is no redness.", ["- always"]),
    ],
)
def test_the_time_limits_the_statement(text: str, found: list[str]) -> None:
    assert scopes(text) == found
