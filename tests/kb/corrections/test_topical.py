"""Whether the topic file still asks what a correction answers."""

from dataclasses import replace

import pytest

from extract.model import Quantity, Value, ValueKind
from kb.corrections.fit import fit
from kb.corrections.topical import misfit
from tests.kb.corrections.test_fit import TOPIC

FITTING = [
    ("recyclable", ""),
    ("faults", ""),
    ("faults", "mould"),
    ("suits", "children"),
    ("firmness", "soft"),
    ("lifetime", "8 months"),
    ("lifetime", "forever"),
    ("layers", "3 layers"),
    ("turning", "twice a year"),
    ("price", "$900"),
    ("price", "£250 to £400"),  # another currency is money, too
    ("care", "wash the cover for 4 days"),
]


@pytest.mark.parametrize(("aspect", "text"), FITTING)
def test_what_fits_its_question_is_put_into_effect(aspect: str, text: str) -> None:
    assert misfit(TOPIC, fit(TOPIC, aspect, "affirm", text)) == ""


GONE = [
    ("lifetime", Quantity("USD", 300), "lifetime takes no amount in USD"),
    ("price", Quantity("year", 3), "price takes no amount in year"),
]


@pytest.mark.parametrize(("aspect", "amount", "why"), GONE)
def test_an_amount_of_another_sort_fits_no_more(aspect: str, amount: Quantity, why: str) -> None:
    was = fit(TOPIC, "lifetime", "affirm", "8 months")
    value = Value(ValueKind.QUANTITY, "so much", None, amount)
    assert misfit(TOPIC, replace(was, aspect=aspect, value=value)) == why


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"aspect": "smell"}, "the topic file asks no smell any more"),
        ({"subject": "hammock"}, "the topic file has no hammock any more"),
        ({"aspect": "recyclable"}, "recyclable is asked in another way now"),
        (
            {"value": Value(ValueKind.PART, "rust", "rust"), "aspect": "faults"},
            "faults has no answer rust any more",
        ),
    ],
)
def test_what_the_topic_file_asks_no_more_is_told(change: dict[str, object], why: str) -> None:
    assert misfit(TOPIC, replace(fit(TOPIC, "price", "affirm", "$900"), **change)) == why
