"""A noun that neither the question nor the passage has is a matter of its own."""

from kb.check.words import Words, beside_the_point, in_text, known, known_words

from ..making import TOPIC
from .conftest import draft


def test_forms_of_a_word_are_one_word() -> None:
    assert beside_the_point({"coating"}, in_text("It is coated twice.")) == frozenset()
    assert beside_the_point({"color"}, known(["colour"])) == frozenset()
    assert beside_the_point({"remove"}, known(["removal"])) == frozenset()
    assert beside_the_point({"storm"}, in_text("It stores power.")) == {"storm"}


def test_the_question_s_own_words_are_known() -> None:
    own = known_words(TOPIC, "faults")
    assert own.has("smells")
    assert not own.has("scanner")


def test_without_a_parse_there_are_no_words() -> None:
    document = draft("Solar panels last.").document
    assert Words(document).sentences == ()
