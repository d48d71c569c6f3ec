"""Advice: acts told to be done or left, each in its time."""

import pytest

from tests.extract.reader import read, row


@pytest.mark.parametrize(
    ("text", "said", "phase"),
    [
        ("Oil the pump.", "+ care oiling", None),
        ("Do not oil the pump.", "- care oiling", None),
        ("Oil the pump after two weeks.", "+ care oiling 14–… day", "after"),
        ("Do not oil the pump for two weeks.", "- care oiling 0–14 day", "after"),
        ("Do not cover the pump until day ten.", "- care covering 0–10 day", "after"),
        ("Drain the pump the day before.", "+ care draining 0–1 day", "before"),
        ("Drain the pump before winter.", "+ care draining", "before"),
        ("Oil the pump for two weeks after the installation.", "+ care oiling 0–14 day", "after"),
    ],
)
def test_acts_and_their_time(text: str, said: str, phase: str | None) -> None:
    assert read(text, "pump") == [said]
    assert row(text)["value"]["phase"] == phase


@pytest.mark.parametrize(
    "text", ["Gardeners oil the pump.", "Open the pump.", "You need not oil it."]
)
def test_what_is_no_advice_on_it(text: str) -> None:
    assert read(text, "pump") == []
