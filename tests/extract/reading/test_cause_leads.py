"""What a lead-in denies, or says of another, holds for each of its items."""

import pytest

from tests.extract.reader import read

CARRIED = [
    ("A lash lift is not suitable for:\n- pregnant women", ["- suits pregnant women"]),
    ("A lash lift is unsuitable for:\n- pregnant women", ["- suits pregnant women"]),
    (
        "# Lash lift\n# Who is not a candidate?\n- pregnant women\n- sensitive eyes",
        ["- suits pregnant women", "- suits sensitive eyes"],
    ),
    ("A lash lift does not cause:\n- redness", ["- side effects redness"]),
    ("A lash lift will not lead to:\n- itching", ["- side effects itching"]),
    ("A lash lift has no side effects:\n- redness", ["- side effects", "- side effects redness"]),
    (
        "Lash extensions are suitable for:\n- pregnant women",
        ["(lash extensions) + suits pregnant women"],
    ),
    ("Lash extensions can cause:\n- redness", ["(lash extensions) + side effects redness"]),
]

NOT_TURNED = [
    ("A lash lift is suitable for:\n- pregnant women", ["+ suits pregnant women"]),
    ("A lash lift can cause:\n- redness", ["+ side effects redness"]),
    (
        "A lash lift is not suitable for:\n- pregnant women\n\nIt is suitable for short lashes.",
        ["- suits pregnant women", "+ suits short lashes"],
    ),
    ("It is not a perm, but a lash lift can cause:\n- redness", ["+ side effects redness"]),
    (
        "A lash lift is not suitable for:\n- it does suit sensitive eyes",
        ["+ suits sensitive eyes"],
    ),
    (
        "Compared with lash extensions, a lash lift can cause:\n- redness",
        ["+ side effects redness"],
    ),
    (
        "A lash lift is not suitable for:\n- pregnant women\n# Side effects\n- redness",
        ["- suits pregnant women", "+ side effects redness"],
    ),
    ("A lash lift can not only cause:\n- redness", ["+ side effects redness"]),
]


@pytest.mark.parametrize(("text", "want"), CARRIED)
def test_a_lead_in_is_carried_to_its_items(text: str, want: list[str]) -> None:
    assert read(text) == want


@pytest.mark.parametrize(("text", "want"), NOT_TURNED)
def test_what_the_lead_in_does_not_deny_stands(text: str, want: list[str]) -> None:
    assert read(text) == want
