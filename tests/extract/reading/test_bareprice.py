"""A sentence that only names a price, and what looks like one."""

import pytest

from tests.extract.reader import extraction, read

POPULAR = "A lash lift is popular.\n\n"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("From $60 per set.", "cost 60–… USD"),
        ("From $60 per set, up to $90 for a tricky one.", "cost 60–90 USD"),
        ("$60 per eye", "cost 60–60 USD"),
        ("Only $60 each!", "cost 60–60 USD"),
        ("Starting at $60.", "cost 60–… USD"),
    ],
)
def test_an_amount_per_piece_and_no_more_is_the_price(text: str, want: str) -> None:
    (told,) = [c for c in read(POPULAR + text) if "cost" in c]
    assert want in told
    assert extraction(POPULAR + text).claims[-1].qualifiers.grade == "loose"


@pytest.mark.parametrize(
    "text",
    [
        "$60.",
        "$60 per month.",
        "From $60 for a haircut.",
        "From $60 to spare.",
        "$60 per eye in wages.",
        "Tips from $60 per set.",
        "She gave us $60 per set.",
        "Mascara?\nFrom $60 per tube.",
        "# Mascara\nFrom $60 per tube.",
    ],
)
def test_any_other_amount_is_the_price_of_nothing_known(text: str) -> None:
    told = [c for c in extraction(POPULAR + text).claims if c.aspect == "cost"]
    assert not [c for c in told if c.subject == "self"]
