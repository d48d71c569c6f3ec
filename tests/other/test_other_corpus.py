"""The made-up corpus hangs together: its topic file is good, its gold points into its texts."""

import json
from pathlib import Path
from typing import Any

import pytest

from extract.topic.load import load_topic
from extract.topic.schema import Kind, Topic

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, Any]]:
    lines = (HERE / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def topic() -> Topic:
    return load_topic(HERE / "topic.yaml")


def test_every_part_of_a_topic_file_is_used(topic: Topic) -> None:
    assert {a.kind for a in topic.aspects} == set(Kind)
    assert topic.rivals
    assert topic.by_products
    assert topic.ties


@pytest.mark.parametrize("name", ["claims", "not_claims"])
def test_a_quote_stands_once_in_its_text(name: str) -> None:
    for row in rows(name):
        text = (HERE / "texts" / row["source"]).read_text(encoding="utf-8")
        assert text.count(row["quote"]) == 1


def test_gold_speaks_of_the_topics_aspects(topic: Topic) -> None:
    assert {row["aspect"] for row in rows("claims")} == {a.id for a in topic.aspects}


def test_conflicts_are_between_annotated_claims() -> None:
    aspects = {row["id"]: row["aspect"] for row in rows("claims")}
    for row in rows("conflicts"):
        assert row["aspect"] == "|".join(sorted({aspects[row["a"]], aspects[row["b"]]}))
