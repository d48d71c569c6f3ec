"""The second corpus is told by its packs: its own topic file stays short."""

import json
from pathlib import Path

import pytest

from extract.topic.load import load_topic

HERE = Path(__file__).parent
LONGEST, WIDEST = 150, 140


def test_the_topic_file_says_only_what_is_its_own() -> None:
    lines = (HERE / "topic.yaml").read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST
    assert max(map(len, lines)) <= WIDEST
    assert "packs: [treatment]" in lines


def test_the_pack_brings_most_of_its_questions() -> None:
    assert len(load_topic(HERE / "topic.yaml").aspects) >= 90


@pytest.mark.parametrize("name", ["claims", "not_claims"])
def test_a_quote_stands_once_in_its_text(name: str) -> None:
    rows = (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    for row in map(json.loads, rows):
        text = (HERE / "texts" / f"{row['source']}.txt").read_text(encoding="utf-8")
        assert text.count(row["quote"]) == 1
