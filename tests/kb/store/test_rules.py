"""Compiled phrases are kept beside the store, and only for the topic and program they are of."""

import json
from pathlib import Path

import pytest

from extract.rules import Rules
from extract.topic.load import load_topic
from extract.topic.schema import Topic
from kb.store.rules import FILE, HeldRules, kept_rules

from ..conftest import OTHER


@pytest.fixture(scope="module")
def topic() -> Topic:
    return load_topic(OTHER / "topic.yaml")


def test_what_is_kept_is_what_was_compiled(topic: Topic, tmp_path: Path) -> None:
    compiled = Rules(topic).to_row()
    assert kept_rules(tmp_path, topic).to_row() == compiled
    first = (tmp_path / FILE).read_bytes()
    read = kept_rules(tmp_path, topic)
    assert json.dumps(read.to_row()) == json.dumps(compiled)
    assert (tmp_path / FILE).read_bytes() == first


def test_another_topic_s_are_not_taken(topic: Topic, tmp_path: Path) -> None:
    kept_rules(tmp_path, topic)
    other = Topic.sample()
    assert kept_rules(tmp_path, other).to_row() == Rules(other).to_row()


@pytest.mark.parametrize("broken", [b"", b"{}", b"[1]", b'{"key": 1, "rules": {}}', b"\xff"])
def test_a_broken_file_is_made_anew(topic: Topic, tmp_path: Path, broken: bytes) -> None:
    (tmp_path / FILE).write_bytes(broken)
    assert kept_rules(tmp_path, topic).to_row() == Rules(topic).to_row()
    assert json.loads((tmp_path / FILE).read_bytes())[1]["key"]


def test_phrases_that_were_edited_are_compiled_anew(topic: Topic, tmp_path: Path) -> None:
    kept_rules(tmp_path, topic)
    good = (tmp_path / FILE).read_bytes()
    assert b'"last' in good
    (tmp_path / FILE).write_bytes(good.replace(b'"last', b'"lest'))
    assert kept_rules(tmp_path, topic).to_row() == Rules(topic).to_row()
    assert (tmp_path / FILE).read_bytes() == good


def test_a_folder_that_can_not_be_written_to_does_no_harm(topic: Topic, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    assert kept_rules(tmp_path / "file", topic).to_row() == Rules(topic).to_row()


def test_held_in_memory_they_are_compiled_once_for_a_topic(topic: Topic, tmp_path: Path) -> None:
    held = HeldRules()
    first = held(tmp_path, topic)
    (tmp_path / FILE).unlink()
    assert held(tmp_path, topic.model_copy()) is first
    other = held(tmp_path, Topic.sample())
    assert other.to_row() == Rules(Topic.sample()).to_row()
    relabelled = topic.model_copy(update={"topic": "Another name"})
    assert held(tmp_path, relabelled).topic.topic == "Another name"
