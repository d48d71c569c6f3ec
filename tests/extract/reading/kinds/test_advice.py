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
        ("On day five you may oil the pump.", "+ care oiling 4–… day", "after"),
        ("Oil the pump on day five.", "+ care oiling 4–5 day", "after"),
        ("# From day four\n- Do not oil the pump.", "- care oiling", "after"),
        ("Drain the pump the day before.", "+ care draining 0–1 day", "before"),
        ("Drain the pump before winter.", "+ care draining", "before"),
        ("Oil the pump for two weeks after the installation.", "+ care oiling 0–14 day", "after"),
    ],
)
def test_acts_and_their_time(text: str, said: str, phase: str | None) -> None:
    assert read(text, "pump") == [said]
    assert row(text)["value"]["phase"] == phase


LASH = "# Lash lifts\n"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Swimming: not for two weeks", ["- care swimming 0–14 day"]),
        ("Swimming: no", ["- care swimming"]),
        ("Sauna: from day 5", ["+ care sauna 4–… day"]),
        ("Sauna: fine after a week", ["+ care sauna 7–… day"]),
        ("Swimming: once healed", ["+ care swimming"]),
        ("Swimming: avoid for a week", ["- care swimming 0–7 day"]),
        ("Swimming: wait 7 days", ["- care swimming 0–7 day"]),
        ("Sauna - no for 30 days", ["- care sauna 0–30 day"]),
        ("Swimming – after 30 days", ["+ care swimming 30–… day"]),
        ("Sauna - a hot room", []),
        ("Rest for a week, then go swimming.", ["+ care swimming 7–… day"]),
        ("Swimming: 2 weeks", []),
        ("Swimming: a sport for all", []),
        ("Swimming: it can harm the curl", []),
    ],
)
def test_a_label_names_the_act(text: str, said: list[str]) -> None:
    assert [c for c in read(LASH + text) if "care" in c] == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("After lash extensions you must not swim.", []),
        ("Clients with extensions should avoid the sauna.", []),
        ("After a lash lift you must not swim.", ["- care swimming"]),
    ],
)
def test_what_is_told_of_a_rival(text: str, said: list[str]) -> None:
    assert [c for c in read(LASH + text) if "care" in c] == said


@pytest.mark.parametrize(
    "text", ["Gardeners oil the pump.", "Open the pump.", "You need not oil it."]
)
def test_what_is_no_advice_on_it(text: str) -> None:
    assert read(text, "pump") == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("No rubbing, from day 4 swim.", []),
        ("Avoid:\n- Swimming from day 4", ["+ care swimming 3–… day"]),
        ("Avoid:\n- Swimming from day 1 to day 4", ["- care swimming 0–4 day"]),
        ("No swimming until day 4.", ["- care swimming 0–4 day"]),
    ],
)
def test_a_ban_that_begins_on_some_day_is_over_by_then(text: str, said: list[str]) -> None:
    assert [c for c in read(LASH + text) if "care" in c] == said
