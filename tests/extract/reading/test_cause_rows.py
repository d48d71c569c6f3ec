"""Figures of a list or table are of the thing their row names, and of no other."""

import pytest

from tests.extract.reader import extraction

PRICES = "# Lash lift\n# Prices\n"
LASTS = "# Lash lift\n# How long it lasts\n"
VERSIONS = "A lash lift comes in two versions, temporary and permanent. "


def scopes(text: str) -> list[tuple[str, str] | None]:
    """The scope of each claim with a figure, in order."""
    found = [c.qualifiers.scope for c in extraction(text).claims if c.value and c.value.quantity]
    return [scope and (str(scope.kind), scope.name) for scope in found]


CASES = [
    (PRICES + "- Full set: $90\n- Half set: $50", [("row", "full set"), ("row", "half set")]),
    (PRICES + "- Silver pack – $50", [("row", "silver pack")]),
    (PRICES + "- Silver pack $60", [("row", "silver pack")]),
    (PRICES + "- Price of a half set: $60", [("row", "half set")]),
    (PRICES + "Full set\n$90\nHalf set\n$50", [("row", "full set"), ("row", "half set")]),
    (LASTS + "- Model B: up to a year and a half", [("row", "model b")]),
    (LASTS + "- Express lift: three weeks", [("subtype", "express lift")]),
    ("A lash lift is popular. The gold pack of the lash lift costs $90.", [("row", "gold pack")]),
    (VERSIONS + "It lasts.\n\nA temporary treatment lasts 6 weeks.", [("row", "temporary")] * 2),
]

PLAIN = [
    PRICES + "- Price: $90",
    PRICES + "- Average cost: $90",
    PRICES + "- Lash lift: $90",
    PRICES + "- It costs $90",
    PRICES + "$90",
    "A lash lift costs $90.",
    "The price of a lash lift is $90.",
    "A temporary treatment lasts 6 weeks.",
    LASTS + "- Average: six weeks",
    "# Lash lift\n# How long it takes\n- Plan on 45 minutes",
]


@pytest.mark.parametrize(("text", "want"), CASES)
def test_a_figure_is_of_its_row(text: str, want: list[tuple[str, str]]) -> None:
    assert scopes(text)[-len(want) :] == want


@pytest.mark.parametrize("text", PLAIN)
def test_what_names_no_case_limits_nothing(text: str) -> None:
    assert scopes(text)
    assert set(scopes(text)) == {None}


def test_a_rivals_row_is_not_the_subjects() -> None:
    claims = extraction(LASTS + "- Mascara: it lasts four days").claims
    assert {c.subject for c in claims} == {"mascara"}
