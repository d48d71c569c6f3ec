"""Accepted words in the topic file of the solar panels."""

from pathlib import Path

import pytest

from extract.errors import InputError
from extract.topic.load import load_topic
from kb.suggest.accept import accept
from kb.suggest.model import Idea, Proposing, TopicPlace
from tests.kb.conftest import copy_corpus


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return copy_corpus(tmp_path) / "topic.yaml"


def idea(sort: Proposing, place: TopicPlace, text: str, *row: tuple[str, str]) -> Idea:
    return Idea(sort, place, text, "", 1.0, (), row)


PHRASE = idea(Proposing.PHRASE, TopicPlace("says", "noise"), "rattle")


def test_a_phrase_stands_with_the_others_and_nothing_else_changes(file: Path) -> None:
    before = file.read_text(encoding="utf-8")
    assert accept([PHRASE], file) == (PHRASE,)
    old, new = "hum|buzz|whir]", "hum|buzz|whir, rattle]"
    assert file.read_text(encoding="utf-8") == before.replace(old, new)


def test_a_row_of_its_own(file: Path) -> None:
    rows = [
        idea(Proposing.RIVAL, TopicPlace("rivals"), "hedge", ("name", "hedge"), ("names", "hedge")),
        idea(
            Proposing.ANSWER,
            TopicPlace("", "harms", "parts", "rust"),
            "rust",
            *(("name", "rust"), ("words", "rust")),
        ),
        idea(
            Proposing.QUESTION,
            TopicPlace("aspects", "theft"),
            "steal panel",
            *(("id", "theft"), ("label", "Theft"), ("question", "Are they stolen?")),
        ),
    ]
    accept(rows, file)
    topic = load_topic(file)
    assert topic.rivals[-1].names == ("hedge",)
    assert topic.aspect("harms").parts[-1].words == ("rust",)
    assert topic.aspect("theft").says == ("steal panel",)


def test_a_word_of_a_packs_question(file: Path) -> None:
    file.write_text(
        "topic: Ponds\npacks: [claims]\nsubject: {name: pond, names: [pond]}\n", encoding="utf-8"
    )
    accept([idea(Proposing.PHRASE, TopicPlace("denies", "safety"), "thorny")], file)
    assert "aspects: [{id: safety, denies: [thorny]}]" in file.read_text(encoding="utf-8")


def test_what_stands_there_is_not_written_again(file: Path) -> None:
    accept([PHRASE], file)
    before = file.read_bytes()
    assert accept([PHRASE], file) == ()
    assert file.read_bytes() == before


def test_what_would_break_the_file_is_refused(file: Path) -> None:
    before = file.read_bytes()
    with pytest.raises(InputError, match="not changed"):
        accept([PHRASE, idea(Proposing.PHRASE, TopicPlace("says", "noise"), "a|")], file)
    assert file.read_bytes() == before
