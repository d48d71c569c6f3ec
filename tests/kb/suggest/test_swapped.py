"""A word of the texts in the place of a kindred one of a phrase."""

from kb.suggest.swapped import swapped
from tests.kb.suggest.conftest import Reader


def test_a_word_of_the_same_meaning(seen_in: Reader) -> None:
    seen, rules = seen_in("A pond wants maintenance, and ponds need maintenance in spring.")
    found = {(i.place.aspect, i.place.key, i.text) for i in swapped(seen, rules)}
    assert ("smell", "says", "need maintenance") in found


def test_the_other_words_of_the_phrase_must_stand_there(seen_in: Reader) -> None:
    seen, rules = seen_in("Maintenance is dear.")
    assert [i for i in swapped(seen, rules) if "maintenance" in i.text] == []


def test_nothing_where_the_question_is_answered(seen_in: Reader) -> None:
    seen, rules = seen_in("The pond smells of an odour.")
    assert [i for i in swapped(seen, rules) if i.place.aspect == "smell"] == []
