"""Every word that sets a time against an event is read in its example."""

import pytest

from extract.model import Phase
from extract.quantity import find_quantities, find_windows
from extract.quantity.events import ALONE, EVENTS, OVER
from extract.quantity.units import GENERAL


def phases(text: str) -> list[Phase]:
    return [w.phase for w in find_windows(text, find_quantities(text, GENERAL))]


@pytest.mark.parametrize("row", EVENTS, ids=lambda row: row[2])
def test_every_event_word(row: tuple[str, Phase, str]) -> None:
    _, phase, example = row
    whole = "two days" in example or phase is Phase.DURING or "between" in example
    text = example if whole else f"two days {example}"
    assert phases(text) == [phase]
    (window,) = find_windows(text, find_quantities(text, GENERAL))
    assert window.text == text


@pytest.mark.parametrize("row", ALONE, ids=lambda row: row[2])
def test_every_lone_word(row: tuple[str, Phase, str]) -> None:
    assert phases(row[2]) == [row[1]]


def test_what_the_words_of_english_mean() -> None:
    before = {words for words, phase, _ in (*EVENTS, *ALONE) if phase is Phase.BEFORE}
    assert before == {
        *("before", "prior to", "ahead of", "in advance of", "leading up to", "pre"),
        *("preceding", "beforehand", "in advance", "prior"),
    }
    assert [words for words, phase, _ in EVENTS if phase is Phase.DURING] == [
        "during",
        "throughout",
    ]


@pytest.mark.parametrize("words", OVER, ids=" ".join)
def test_what_must_be_over_first(words: tuple[str, ...]) -> None:
    text = f"Paint it once five days {' '.join(words)}."
    (window,) = find_windows(text, find_quantities(text, GENERAL))
    assert (window.phase, window.low, window.high) == (Phase.AFTER, 5, None)
