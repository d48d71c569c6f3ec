"""Pieces of sentences: what says nothing by itself is not read, what is short and whole is."""

import pytest

from tests.extract.reader import extraction, read

NOTHING = [
    "A lash lift is popular. How deep",
    "A lash lift is popular. How painful",
    "A lash lift is popular. Wash it and off",
    "A lash lift is popular. Wash it and off you go.",
    "# Lash lifts\n# Growth of lashes",
    "# Lash lifts\n# Lash growth",
    "# Lash lifts\n# Pain",
    "# Lash lifts\n# Does it hurt",
    "# Lash lifts\n# Side effects and redness",
    "A lash lift is popular. About pain and swelling",
    "A lash lift is popular. Whether it hurts",
    "A lash lift is popular. What hurts",
]
SAID = [
    ("A lash lift is popular. No pain.", ["- pain"]),
    ("A lash lift is popular. No pain, swelling is rare.", ["- pain", "+ side effects swelling"]),
    ("A lash lift is popular. Never hurts.", ["- pain"]),
    ("A lash lift is popular. Lasts eight weeks.", ["+ longevity 8–8 week"]),
    ("A lash lift is popular. The tint washes off.", ["+ washing off"]),
    ("# Lash lifts\n- Boosts growth", ["+ growth"]),
    ("# Lash lifts\n- No pain", ["- pain"]),
    ("# Lash lifts\n# It hurts", ["+ pain"]),
    ("# Lash lifts\n# Price\n- Silver pack $60", ["+ cost 60–60 USD"]),
    ("A lash lift is popular. dont worry it wont hurt", ["- pain"]),
]


@pytest.mark.parametrize("text", NOTHING)
def test_a_piece_says_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(("text", "said"), SAID)
def test_a_short_sentence_is_read(text: str, said: list[str]) -> None:
    assert sorted(read(text)) == sorted(said)


def test_less_is_no_lot() -> None:
    claims = extraction("A lash lift is popular. It hurts a lot less.").claims
    assert "pain level" not in {c.aspect for c in claims}
    assert [c.qualifiers.degree for c in claims] == ["compared"]
