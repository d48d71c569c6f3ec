"""What texts are about, and its names."""

from extract.guess.subject import names_of, subject_of

from .texts import ROBOTS, evidence


def names(*texts: str) -> list[str]:
    found = evidence(*texts)
    return [each.name for each in names_of(found, subject_of(found))]


def test_the_subject_recurs_in_all_texts_and_their_titles() -> None:
    assert subject_of(evidence(*ROBOTS)) == ("robot", "vacuum")


def test_what_is_common_in_one_text_only_is_not_the_subject() -> None:
    one = "The hose is green. The hose is long. The hose is old. The hose is new. A pump hums."
    assert subject_of(evidence(one, "# Pumps\nA pump leaks.", "# Pumps\nThe pump hums.")) == (
        "pump",
    )


def test_the_beginning_of_its_name_can_stand_for_it() -> None:
    assert "robot" in names(*ROBOTS)


def test_letters_that_its_words_begin_with_are_a_name() -> None:
    assert "rv" in names(*ROBOTS)


def test_a_rival_of_the_same_noun_is_no_name() -> None:
    assert "upright-vacuum" not in names(*ROBOTS)


def test_other_spellings_are_names() -> None:
    text = "Heat pumps hum. A heat pump is dear. A heatpump is loud. The heatpump froze."
    assert "heatpump" in names(text)


def test_texts_without_a_noun_have_some_subject() -> None:
    assert subject_of(evidence("It is so.")) == ("subject",)
