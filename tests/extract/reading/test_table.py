"""Figures of a table answer what their column's head asks, of the case that their row names."""

import pytest

from tests.extract.reader import brief, extraction

TITLE = "# Lash lift\nA lash lift is popular.\n"
HEAD = "Set | Room | Price\n"


def told(text: str) -> list[str]:
    claims = extraction(TITLE + text).claims
    return [brief(c) for c in claims if c.qualifiers.scope is not None]


def test_each_figure_answers_the_head_of_its_column() -> None:
    assert told(HEAD + "Full set | B | $90\nHalf set | A | from $50") == [
        "+ cost 90–90 USD",
        "+ cost 50–… USD",
    ]


def test_a_row_names_the_case_and_is_read_loosely() -> None:
    claim = extraction(TITLE + HEAD + "Full set | B | $90").claims[-1]
    assert claim.qualifiers.scope is not None
    assert claim.qualifiers.scope.name == "full set"
    assert claim.qualifiers.loose
    assert claim.quote == "Full set | B | $90"


@pytest.mark.parametrize(
    "text",
    [
        "Full set | B | $90",
        "Set | Room | Rent\nFull set | B | $90",
        HEAD + "Full set | $90",
        HEAD + "Mascara | B | $90",
        HEAD + "That is all.\nFull set | B | $90",
        HEAD + "# Rooms\nFull set | B | $90",
        HEAD + "Full set | B | 90 minutes",
    ],
)
def test_what_no_head_asks_of_the_subject_is_not_read(text: str) -> None:
    assert told(text) == []
