"""opinions.jsonl: what other readers say of disputes, bounded, and only while they stand so."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError
from kb.readers.opinions import (
    LONGEST,
    Opinion,
    OpinionAnswer,
    answer_of,
    append_opinions,
    bounded,
    holding,
    opinion_from,
    opinion_line,
    read_opinions,
)

EARLY, LATE = "2027-01-31T09:30:00+00:00", "2027-02-01T09:30:00+00:00"
ONE = Opinion("d1", "as-it-was", "a", "tiny", OpinionAnswer.STANDS, "So it is.", EARLY)


def test_a_line_comes_back_as_it_was(tmp_path: Path) -> None:
    append_opinions(tmp_path / "o", ONE)
    append_opinions(tmp_path / "o", replace(ONE, reason=""))
    assert read_opinions(tmp_path / "o") == (ONE, replace(ONE, reason=""))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"answer": "maybe"}, "maybe is no answer; there are stands, does-not-stand, cant-say"),
        ({"when": "soon"}, "when must be a time"),
        ({"reader": ""}, "reader is missing"),
        ({"reason": 7}, "reason is missing, or is no text"),
        ({"score": "1"}, "score is not a known key"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, change: dict[str, Any], told: str) -> None:
    (tmp_path / "o").write_text(json.dumps({**asdict(ONE), **change}), encoding="utf-8")
    with pytest.raises(InputError) as error:
        read_opinions(tmp_path / "o")
    assert str(error.value).startswith(f"KB703 {tmp_path / 'o'}:1: {told}")


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ("stands", OpinionAnswer.STANDS),
        ("Does not stand.", OpinionAnswer.DOES_NOT_STAND),
        ("does_not_stand", OpinionAnswer.DOES_NOT_STAND),
        ("can't say", OpinionAnswer.CANT_SAY),
        ("Can’t say", OpinionAnswer.CANT_SAY),
        ("cannot say", OpinionAnswer.CANT_SAY),
        ("it stands and falls", None),
        (None, None),
        (["stands"], None),
    ],
)
def test_an_answer_is_one_of_three(said: object, answer: OpinionAnswer | None) -> None:
    assert answer_of(said) is answer


def test_a_reason_is_short_and_can_be_printed(tmp_path: Path) -> None:
    long = bounded("a\x1b[2J\nb " + "word " * 999)
    assert len(long) <= LONGEST and long.isprintable() and long.startswith("a [2J b word")
    kept = opinion_from(opinion_line(replace(ONE, reason="x" * 9_999)))
    assert len(kept.reason) == LONGEST


def test_a_reason_can_not_pass_for_a_texts_own_words() -> None:
    assert bounded('They say "never" and “always”.') == "They say 'never' and ‘always’."


def test_each_readers_latest_counts_in_any_order() -> None:
    later = replace(ONE, answer=OpinionAnswer.CANT_SAY, when=LATE)
    other = replace(ONE, reader="large")
    for lines in ((ONE, later, other), (other, later, ONE), (later, ONE, other, ONE)):
        assert holding(lines, {"d1": "as-it-was"}) == (other, later)


def test_what_was_said_of_another_state_is_not_shown() -> None:
    assert holding([ONE], {"d1": "as-it-is-now"}) == ()
    assert holding([ONE], {}) == ()
