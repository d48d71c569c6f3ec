"""The topic file that is written from guesses."""

from dataclasses import replace
from pathlib import Path

from extract.guess.draft import sources_text, topic_text
from extract.guess.evidence import Seen
from extract.guess.guess import guess_of
from extract.guess.subject import Guessed
from extract.topic.load import topic_of
from extract.topic.tree import YamlFile, tree_of

from .texts import ROBOTS, read


def test_it_can_be_loaded_as_it_is() -> None:
    topic = topic_of(topic_text(guess_of(read(*ROBOTS)), ["claims"]), Path("topic.yaml"))
    assert topic.topic == "Robot vacuum"
    assert topic.packs == ("claims",)
    assert {"robot-vacuum", "robot", "rv"} <= set(topic.subject.names)
    assert "upright vacuum" in [rival.name for rival in topic.rivals]
    assert "cost" in [aspect.id for aspect in topic.aspects]


def test_each_guess_says_how_sure_it_is() -> None:
    lines = topic_text(guess_of(read(*ROBOTS)), ["claims"]).splitlines()
    (row,) = [line for line in lines if line.strip().startswith("- brush")]
    assert row.endswith("# 3 times in 3 texts")


def test_the_same_texts_give_the_same_file() -> None:
    assert topic_text(guess_of(read(*ROBOTS)), []) == topic_text(guess_of(read(*ROBOTS)), [])


def test_any_name_can_be_written() -> None:
    odd = (Guessed("café", ("café",), Seen(2, 1)), Guessed("cafe", ("true",), Seen(2, 1)))
    guess = replace(guess_of(read(*ROBOTS)), rivals=odd)
    (rival,) = topic_of(topic_text(guess, ["claims"]), Path("topic.yaml")).rivals
    assert (rival.name, rival.names) == ("cafe", ("café",))


def test_words_that_no_phrase_can_hold_are_not_guessed() -> None:
    guess = guess_of(read('The pump_2 is old. The pump_2 is loud. A "c++" hums. I like the c++.'))
    assert topic_of(topic_text(guess, ["claims"]), Path("topic.yaml")).packs == ("claims",)


def test_sources_have_their_titles() -> None:
    text = sources_text({"b": "A: B", "a": "cut of…"})
    rows = tree_of(Path("sources.yaml"), text, YamlFile("KB203", "KB203")).plain()
    assert rows == {"a": None, "b": {"title": "A: B"}}
