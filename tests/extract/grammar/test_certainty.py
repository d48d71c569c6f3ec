"""How sure a sentence is, and of how many cases it speaks."""

import pytest

from tests.extract.reader import row

POSSIBLE = [
    "The pump may leak.",
    "The pump might leak.",
    "The pump could leak.",
    "The pump can leak.",  # what can happen is possible
    "Perhaps the pump leaks.",
    "The pump sometimes leaks.",
    "The pump rarely leaks.",
    "In rare cases the pump leaks.",
    "There is a risk of rust.",
    "It is possible that the pump leaks.",
    "The pump seems loud.",
    "The pump is prone to leaks.",
]
USUAL = [
    "The pump usually leaks.",
    "The pump often leaks.",
    "The pump probably leaks.",
    "The pump tends to leak.",
    "The pump is likely to leak.",
    "In most cases the pump leaks.",
    "As a rule, the pump is silent.",
    "On average, the pump lasts ten years.",
]
ASSERTED = [
    "The pump leaks.",
    "The pump is definitely loud.",
    "The pump cannot leak.",
    "There is no risk of rust.",  # a hedge that is denied hedges nothing
    "The pump is not likely to leak.",
    "The pump never leaks.",
]


@pytest.mark.parametrize(
    ("certainty", "text"),
    [
        *(("possible", text) for text in POSSIBLE),
        *(("usual", text) for text in USUAL),
        *(("asserted", text) for text in ASSERTED),
    ],
)
def test_certainty(certainty: str, text: str) -> None:
    assert row(text)["certainty"] == certainty


@pytest.mark.parametrize(
    ("text", "quantifier"),
    [
        ("All owners of the pump report leaks.", "all"),
        ("The pump is suitable for everyone.", "all"),
        ("Regardless of size, the pump leaks.", "all"),
        ("Most owners of the pump report leaks.", "most"),
        ("Some owners of the pump report leaks.", "some"),
        ("A few owners of the pump report leaks.", "some"),
        ("Nobody reports leaks of the pump.", "none"),
        ("Owners of the pump report leaks.", None),
        ("The pump lasts some years.", None),  # it counts years, not cases
    ],
)
def test_of_how_many(text: str, quantifier: str | None) -> None:
    assert row(text)["quantifier"] == quantifier
