import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Phase
from extract.quantity import UnitTable, Window, find_quantities, find_windows, onwards

UNITS = UnitTable.build((("visit", ("visit",)),))


def windows(text: str) -> tuple[Window, ...]:
    return find_windows(text, find_quantities(text, UNITS))


def said(text: str) -> str:
    (w,) = windows(text)
    if w.vague or w.low is None:
        return f"{w.phase} vague" if w.vague else str(w.phase)
    left = "(" if w.low_open else "["
    high = "∞)" if w.high is None else f"{w.high:g}{')' if w.high_open else ']'}"
    return f"{w.phase} {left}{w.low:g}, {high}"


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Do not wash it for four days after each visit.", "after [0, 4]"),
        ("Avoid the sun for the first four days.", "after [0, 4]"),
        ("Avoid the sun for the next four days.", "after [0, 4]"),
        ("Keep it dry in the first week.", "after [0, 7]"),
        ("Rest during the first 48 hours.", "after [0, 2]"),
        ("No rain until day ten.", "after [0, 10]"),
        ("No rain until the tenth day.", "after [0, 10]"),
        ("No rain until 3 days after the visit.", "after [0, 3]"),
        ("Water it from the fifth day on.", "after [4, ∞)"),
        ("Water it from day 5 onwards.", "after [4, ∞)"),
        ("Water it on the fifth day.", "after [4, 5]"),
        ("Water it on the 5th day after the installation.", "after [4, 5]"),
        ("Days 3 to 5 are hard.", "after [2, 5]"),
        ("Rest between day 3 and day 5.", "after [2, 5]"),
        ("After the first week, water it.", "after [7, ∞)"),
        ("Rest from day 5 to day 10.", "after [4, 10]"),
        ("Water it on day 5 and beyond.", "after [4, ∞)"),
        ("Day 5+ is easy.", "after [4, ∞)"),
        ("Rest until you reach day 30.", "after [0, 30]"),
        ("Rest for like 5 days.", "after [0, 5]"),
        ("Oil it when it has dried.", "after vague"),
        ("Oil it as soon as the paint has dried.", "after vague"),
        ("Oil it after all the leaves have fallen.", "after vague"),
        ("After day 5 water it.", "after [5, ∞)"),
        ("After 3 days you may run it.", "after [3, ∞)"),
        ("After the two-year period it fades.", "after [730.5, ∞)"),
        ("More than 3 days after the visit, oil it.", "after (3, ∞)"),
        ("Less than 3 days after the visit, do not oil it.", "after [0, 3)"),
        ("Do not drive within 24 hours of the visit.", "after [0, 1]"),
        ("Shield it for up to 30 days after.", "after [0, 30]"),
        ("Oil it 48 hours post-installation.", "after [0, 2]"),
        ("Oil it 3 days post op.", "after [0, 3]"),
        ("Drink none 24 hours before.", "before [0, 1]"),
        ("Drink none for at least a week to ten days before the visit.", "before [0, 7]"),
        ("Drink none for a week to ten days before the visit.", "before [0, 10]"),
        ("Stop at least 3 days prior to surgery.", "before [0, 3]"),
        ("Clear the roof the day before.", "before [0, 1]"),
        ("Clear the roof the week before your visit.", "before [0, 7]"),
        ("Clear the roof before each visit.", "before vague"),
        ("Clear the roof before starting the work.", "before vague"),
        ("Clear the roof beforehand.", "before vague"),
        ("Oil it after the installation.", "after vague"),
        ("Oil it immediately after.", "after vague"),
        ("Oil it for the first few days after the visit.", "after vague"),
        ("No sauna between visits.", "after vague"),
        ("Sit still during the visit.", "during vague"),
        ("Sit still on the day of your visit.", "during vague"),
    ],
)
def test_windows(text: str, want: str) -> None:
    assert said(text) == want


@pytest.mark.parametrize(
    "text",
    [
        "The following steps help.",
        "Read the post about coffee.",
        "After all, it works.",
        "It will be gone before long.",
        "Look at the before and after photos.",
        "Before it rains, wait.",
        "Stir for 10 minutes.",
        "Two visits are held.",
        "It weighs two kilos.",
        "It takes between two and five hours.",
        "",
    ],
)
def test_what_is_no_window(text: str) -> None:
    assert windows(text) == ()


def test_before_and_after() -> None:
    one, other = windows("Drink water before and after the visit.")
    assert (one.phase, other.phase) == (Phase.BEFORE, Phase.AFTER)


def test_a_time_without_an_event_is_taken_as_after() -> None:
    (w,) = windows("Avoid swimming for two weeks.")
    assert (w.phase, w.high) == (Phase.AFTER, 14)


def test_a_distance_may_mean_from_then_on() -> None:
    (w,) = windows("You can swim two days after the visit.")
    assert w.begins == 2
    assert onwards(w) == (2, None)
    (w,) = windows("Do not swim for two days after the visit.")
    assert (w.low, w.high) == (0, 2)


WORDS = st.sampled_from(
    """for the first second four 4 days day week after before during between each visit until
    ten from on in of post - pre prior to , . following immediately and 10th within""".split()
)


@given(st.one_of(st.text(), st.lists(WORDS, max_size=14).map(" ".join)))
def test_every_window_is_what_stands_in_the_text(text: str) -> None:
    end = 0
    for w in windows(text):
        assert end <= w.start < w.end <= len(text)
        assert text[w.start : w.end] == w.text
        assert w.low is None or w.high is None or w.low <= w.high
        end = w.end
