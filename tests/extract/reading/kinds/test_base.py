"""What the readers of all kinds share: which of several matching phrases counts."""

import pytest

from extract.reading.kinds.base import Found, answers, found_in, longest, raising, saying_of
from extract.rules import Meaning, Mention, Role, Saying
from extract.topic.match import PhraseMatch
from tests.extract.reader import read


def match(role: Role, *words: int, answer: str | None = None, slots: int = 1) -> PhraseMatch:
    return PhraseMatch(Saying("casing", role, answer, "phrase"), words, slots)


STEEL = match(Role.ANSWER_WORDS, 3, answer="steel")
STAINLESS = match(Role.ANSWER_SAYS, 2, 3, answer="stainless steel")


def test_matches_are_sorted_by_aspect_and_role() -> None:
    says = match(Role.SAYS, 1)
    other = PhraseMatch(Meaning(Mention.SELF, "self"), (0,), 1)
    found = found_in([says, STEEL, other, match(Role.ANSWER_UNLESS, 4, answer="plastic")])
    assert list(found) == ["casing"]
    assert found["casing"].says == [says]
    assert found["casing"].answers == [STEEL]
    assert found["casing"].blocked == {"plastic"}


def test_of_two_answers_the_one_that_holds_the_other_counts() -> None:
    assert answers(Found(answers=[STEEL, STAINLESS]), raised=True) == [STAINLESS]


def test_of_two_matches_of_one_answer_the_fuller_counts() -> None:
    fuller = match(Role.ANSWER_SAYS, 3, 4, answer="steel")
    assert answers(Found(answers=[STEEL, fuller]), raised=True) == [fuller]


def test_mere_words_answer_only_where_the_question_is_raised() -> None:
    assert answers(Found(answers=[STEEL]), raised=False) == []
    assert answers(Found(answers=[STAINLESS]), raised=False) == [STAINLESS]


def test_a_blocked_answer_does_not_count() -> None:
    assert answers(Found(answers=[STEEL], blocked={"steel"}), raised=True) == []


def test_most_slots_win_then_most_words() -> None:
    one, two, wide = match(Role.SAYS, 1), match(Role.SAYS, 1, 2), match(Role.SAYS, 5, slots=2)
    assert longest([one, two]) is two
    assert longest([two, wide]) is wide
    assert longest([]) is None
    assert raising(Found(says=[one, two])) == (1, 2)
    assert raising(Found()) == ()


def test_a_mention_is_no_saying() -> None:
    with pytest.raises(TypeError, match="no saying"):
        saying_of(PhraseMatch(Meaning(Mention.SELF, "self"), (0,), 1))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is steel.", ["+ casing steel"]),
        ("It came from an old town of steel and iron.", []),
    ],
)
def test_only_a_short_answer_leans_on_its_question(text: str, said: list[str]) -> None:
    assert read(f"# Garden pumps\n? What is the casing?\n{text}", "pump") == said
