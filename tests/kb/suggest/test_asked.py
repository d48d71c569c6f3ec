"""Whole questions."""

from kb.suggest.asked import asked
from tests.kb.suggest.conftest import Reader


def test_what_a_text_asks(seen_in: Reader) -> None:
    seen, rules = seen_in("Does a pond need a licence?")
    found = {i.text: dict(i.row)["question"] for i in asked(seen, rules)}
    assert found["licence"] == "Does a pond need a licence?"


def test_what_is_said_twice(seen_in: Reader) -> None:
    seen, rules = seen_in("A pond attracts herons.", "Ponds attract herons in spring.")
    assert [i.text for i in asked(seen, rules)] == ["attract heron"]


def test_once_is_not_enough_and_a_known_question_is_none(seen_in: Reader) -> None:
    seen, rules = seen_in("A pond attracts herons.", "Does a pond smell?")
    assert list(asked(seen, rules)) == []
