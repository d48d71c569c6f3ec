"""Groups that an if-clause names, taken or sent away by a verdict: each row, and look-alikes."""

import pytest

from extract.reading.verdict import VERDICTS, Taking
from tests.extract.reader import brief, extraction

TITLE = "A lash lift is popular. "


def told(text: str) -> list[str]:
    return [c for c in map(brief, extraction(TITLE + text).claims) if "suits" in c]


@pytest.mark.parametrize("row", VERDICTS, ids=lambda r: r.words)
def test_a_verdict_is_said_of_those_whom_the_if_names(row: Taking) -> None:
    sign = "+" if row.polarity == "affirm" else "-"
    assert told(row.example) == [f"{sign} suits sensitive eyes"]


@pytest.mark.parametrize(
    "text",
    [
        "If you have sensitive eyes, have a cup of tea.",
        "If you have an opinion, please don't.",
        "If you don't have sensitive eyes, that's fine.",
        "If the nurse has sensitive eyes, that's fine.",
        "If you have sensitive eyes, we don't use the lamp.",
    ],
)
def test_what_is_no_verdict_on_the_reader_says_nothing(text: str) -> None:
    assert told(text) == []
