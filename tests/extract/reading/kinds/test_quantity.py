"""Quantities: the amounts that answer the question, in its unit or another of its kind."""

import pytest

from tests.extract.reader import read


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("The pump lasts ten years.", ["+ lifetime 10–10 year"]),
        ("The pump lasts 18 months.", ["+ lifetime 18–18 month"]),
        ("The pump lasts five to eight years.", ["+ lifetime 5–8 year"]),
        ("The pump lasts at least ten years.", ["+ lifetime 10–… year"]),
        ("The pump lasts over five years.", ["+ lifetime >5–… year"]),
        ("The pump lasts up to ten years.", ["+ lifetime >0–10 year"]),
        ("The pump lasts several years.", ["+ lifetime"]),
        ("The pump lasts for life.", ["+ lifetime for life"]),
        ("The pump does not last forever.", ["- lifetime for life"]),
        ("The pump does not last ten years.", ["- lifetime 10–10 year"]),
        ("How long does the pump last? Ten years.", ["+ lifetime 10–10 year"]),
        ("The pump costs $90.", ["+ price 90–90 USD"]),
        ("The pump costs between $60 and $120.", ["+ price 60–120 USD"]),
        ("The price of the pump is €90.", ["+ price 90–90 EUR"]),
        ("The pump lasts ten years and costs $90.", ["+ lifetime 10–10 year", "+ price 90–90 USD"]),
        ("The pump lasts 400 years.", []),  # nobody means that of a pump
        ("The pump was built in 2019 and lasts.", []),  # a date
        ("The pump costs 90 pence.", ["+ price 90–90 pence"]),
        ("The pump weighs ten kilos and lasts.", []),
        ("The pump is ten years old.", []),
    ],
)
def test_readings(text: str, said: list[str]) -> None:
    assert read(text, "pump") == said
