"""Every rule that lets a candidate go can be told in plain words."""

import pytest

from extract.reading.standing import OF_OTHERS, RULES
from extract.reading.watch import Drop
from extract.rules import Mention, Role
from kb.trace.wording import DOES, DROPPED, NAMES, dropped_words, lacks_words


def test_every_rule_role_and_name_has_its_words() -> None:
    assert (set(DROPPED), set(DOES), set(NAMES)) == (set(Drop), set(Role), set(Mention))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_of_standing_is_told_with_its_example_and_the_word_it_saw(rule) -> None:
    told = dropped_words(rule.name, "maybe")
    assert told.endswith(f"(“maybe”), as in: {rule.example}")


def test_words_of_others_need_no_example() -> None:
    assert dropped_words(OF_OTHERS.rule, "") == "the text quotes it or calls it a myth"


def test_what_a_phrase_lacks() -> None:
    assert lacks_words("very|quite", False) == "lacks [very|quite]"
    assert lacks_words("very|quite", True) == "[very|quite] stands in another clause"
    assert lacks_words("", False) == "its words stand too far apart"
    assert len(lacks_words("word|" * 50, False)) < 80
