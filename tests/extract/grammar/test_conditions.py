"""On what a sentence depends, and to which cases or phases it is limited."""

import pytest

from tests.extract.reader import read, row

CONDITIONS = [
    ("The pump leaks if it freezes.", "if it freezes", False),
    ("If it freezes, the pump leaks.", "If it freezes", False),
    ("The pump leaks unless you drain it.", "unless you drain it", False),
    ("Provided that it is clean, the pump is silent.", "Provided that it is clean", False),
    ("The pump is silent when it is new.", "when it is new", False),
    ("Without a filter, the pump clogs.", "Without a filter", False),
    ("Only if it freezes, the pump leaks.", "Only if it freezes", False),
    ("The pump lasts five years, depending on the water.", "depending on the water", False),
    ("The pump lasts ten years with proper care.", "with proper care", True),
    ("If properly oiled, the pump lasts ten years.", "If properly oiled", True),
    ("Under good conditions the pump lasts ten years.", "Under good conditions", True),
    ("Without proper care, the pump leaks.", "Without proper care", False),
    ("If it freezes, drain the pump.", "If it freezes", False),
    ("The pump lasts four to eight years, less if it freezes.", "less if it freezes", False),
]


@pytest.mark.parametrize(("text", "words", "favourable"), CONDITIONS)
def test_conditions(text: str, words: str, favourable: bool) -> None:
    found = row(text)
    assert (found["condition"], found["condition_favourable"]) == (words, favourable)


@pytest.mark.parametrize(
    "text",
    [
        "The pump leaks.",
        "Even if it freezes, the pump is silent.",  # it holds either way
        "The pump lasts ten years with a warranty.",
        "The loud pump causes problems with the quality of the water.",
        "Because it is old, the pump leaks.",
    ],
)
def test_no_condition(text: str) -> None:
    assert row(text)["condition"] is None


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The solar pump lasts two years.", "subtype", "solar pump"),
        ("During the first year, the pump leaks.", "phase", "after early"),
        ("After the first winter, the pump leaks.", "phase", "after first"),
        ("For people with small gardens, the pump is loud.", "population", "small garden"),
        ("My pump leaked.", "brand", "one case"),  # a story told of one
        ("The pump leaks.", None, None),
    ],
)
def test_cases_and_phases(text: str, kind: str | None, name: str | None) -> None:
    found = row(text)
    assert (found["scope_kind"], found["scope_name"]) == (kind, name)


def test_what_is_supposed_is_not_said() -> None:
    assert read("If the pump leaks, call us.", "pump") == []
