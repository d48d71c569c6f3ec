"""What a lead-in tells of the items under it: each row by its example, and what tells nothing."""

import pytest

from extract.grammar.leadin import ENDING, NAMING, Opening, Order
from tests.extract.reader import read


def told(lead: str, *items: str) -> list[str]:
    claims = read("# Lash lifts\n" + lead + "".join(f"\n- {item}" for item in items))
    return [c.split(" 0–")[0].split(" 7–")[0] for c in claims if "care" in c]


@pytest.mark.parametrize("row", ENDING, ids=lambda r: r.words)
def test_what_ends_a_lead_in(row: Opening) -> None:
    lead = row.example if row.example.endswith(":") else f"# {row.example}"
    want = {Order.DO: ["+ care swimming", "+ care sauna"], Order.NOTHING: []}
    dont = ["- care swimming", "- care sauna"]
    assert told(lead, "Swim", "Use the sauna") == want.get(row.told, dont)


@pytest.mark.parametrize("row", NAMING, ids=lambda r: r.words)
def test_what_names_the_items(row: Opening) -> None:
    lead = row.example if row.example.endswith(":") else f"# {row.example}"
    sign = "+" if row.told is Order.DO else "-"
    assert told(lead, "Swimming", "The sauna") == [f"{sign} care swimming", f"{sign} care sauna"]


@pytest.mark.parametrize(
    ("lead", "item", "claims"),
    [
        ("# Avoid the sun", "Swimming", []),
        ("# What is allowed and what is forbidden", "Swimming", []),
        ("# Can you swim?", "Swimming", []),
        ("# Saunas are forbidden", "Swimming", ["- care sauna"]),
        ("Things that harm the curl:", "Steam room", []),
        ("Your set contains:", "Oil based cleanser", []),
        ("# DON'Ts", "Rub your lashes", ["- care rubbing"]),
        ("# Donts", "Swim", ["- care swimming"]),
        ("# Do's and Don'ts", "Use the sauna", ["+ care sauna"]),
        ("Avoid:", "Swimming can harm the curl", []),
        ("Avoid:", "Keep your lashes away from steam rooms", ["- care sauna"]),
        ("Do not:", "Always wash your lashes first", ["+ care wetting"]),
        ("Do not:", "Only wash your face when you must", ["+ care wetting"]),
    ],
)
def test_what_tells_nothing_of_the_item(lead: str, item: str, claims: list[str]) -> None:
    assert told(lead, item) == claims
