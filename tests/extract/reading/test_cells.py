"""A table's cells answer what the heads of their row and column ask, about what these name."""

import pytest

from tests.extract.reader import brief, extraction

TITLE = "# Lash lift\nA lash lift is popular.\n"
SIDES = "# │ Lash lift │ Lash extensions │ Dermaplaning\n"
ASKED = "# Set │ Room │ Price\n"


def told(text: str) -> list[str]:
    return [brief(c) for c in extraction(TITLE + text).claims]


@pytest.mark.parametrize(
    ("row", "claims"),
    [
        (
            "Lasts │ 6 weeks │ 3 weeks │ 2 weeks",
            ["+ longevity 6–6 week", "(lash extensions) + longevity 3–3 week"],
        ),
        ("How long it lasts │ 6 weeks │ │", ["+ longevity 6–6 week"]),
        ("Does it hurt? │ No │ Yes │ Yes", ["- pain", "(lash extensions) + pain"]),
        ("Painful? │ Mostly │ Not at all │ n/a", ["+ pain", "(lash extensions) - pain"]),
        ("Pain │ │ │ Yes", []),
        ("Side effects │ none │ Redness │ Swelling", None),
        ("Painless │ n/a │ – │ Yes", []),
        ("Price vs mascara │ $90 │ $60 │ $50", []),
        ("Price │ $90 │ $60", []),
        (
            "Dermaplaning │ A lash lift hurts │ No │ No\n- Lasts │ A lash lift lasts 6 weeks │ │",
            ["+ pain", "+ longevity 6–6 week"],  # sentences say it, whatever their row names
        ),
        ("Brushes │ Two │ One │ None", []),
    ],
)
def test_columns_name_and_the_row_asks(row: str, claims: list[str] | None) -> None:
    found = told(f"{SIDES}- {row}")
    if claims is None:
        assert "(lash extensions) + side effects redness" in found
        assert not any("swelling" in c for c in found)
    else:
        assert found == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (ASKED + "- Full set │ B │ $90", ["+ cost 90–90 USD"]),
        (ASKED + "- Mascara │ B │ $90", ["(mascara) + cost 90–90 USD"]),
        (ASKED + "- Mascara │ A │ $9\n- Brow tint │ B │ $90", ["(mascara) + cost 9–9 USD"]),
        (ASKED + "- Lash lift and mascara │ B │ $90", []),
        ("# Small │ Middle │ Large\n- Price │ $50 │ $90", []),
        ("- Price │ $50 │ $90", []),
        ("# Thing │ Opinion │ Note\n- Pain │ Yes │ often", []),
        (
            "# Thing │ Opinion │ Note\n- Swelling │ A lash lift lasts 3 weeks. │ No",
            ["+ longevity 3–3 week"],
        ),
    ],
)
def test_columns_ask_and_the_row_names_the_case(text: str, claims: list[str]) -> None:
    assert told(text) == claims


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("- Price │ $90\n- Does it hurt? │ No", ["+ cost 90–90 USD", "- pain"]),
        ("# Detail │ Answer\n- Lasts │ 6 weeks", ["+ longevity 6–6 week"]),
        ("# Detail │ Lash extensions\n- Pain │ Yes", ["(lash extensions) + pain"]),
        ("- │ Lash lift\n- Pain │ Yes", ["+ pain"]),
        ("- Room │ B", []),
    ],
)
def test_a_table_of_two_columns_is_a_list_of_labels(text: str, claims: list[str]) -> None:
    assert told(text) == claims


def test_the_columns_end_with_the_table() -> None:
    text = SIDES + "- Pain │ No │ Yes │ No\n- All of them ship.\n- Lasts │ 6 weeks │ 3 weeks │ 2"
    assert told(text)[2:] == ["+ longevity 6–6 week", "(lash extensions) + longevity 3–3 week"]
    text = SIDES + "- Pain │ No │ Yes │ No\nWe are here.\n- Lasts │ 6 weeks │ 3 weeks │ 2 weeks"
    assert told(text)[2:] == []


def test_a_claim_quotes_its_cell_and_stands_in_its_row() -> None:
    found = extraction(f"{TITLE}{SIDES}- Lasts │ 6 weeks │ 3 weeks │ 2 weeks")
    own, rival = found.claims
    assert (own.quote, rival.quote) == ("6 weeks", "3 weeks")
    assert own.sentence == rival.sentence
    case = extraction(TITLE + ASKED + "- Full set │ B │ $90").claims[-1].qualifiers.scope
    assert case is not None and case.name == "full set"
