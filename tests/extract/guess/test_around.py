"""What stands for the subject, what belongs to it, and people."""

from extract.guess.around import belongings, people, stand_ins

from .texts import ROBOTS, evidence, words

NAMES = words("robot vacuum", "robot")


def test_a_general_noun_that_is_pointed_at_stands_in() -> None:
    assert "device" in [g.name for g in stand_ins(evidence(*ROBOTS), NAMES)]


def test_what_is_pointed_at_in_several_texts_belongs_to_it() -> None:
    found = [g.name for g in belongings(evidence(*ROBOTS), NAMES, ())]
    assert "brush" in found
    assert "sofa" not in found


def test_what_is_taken_otherwise_does_not_belong_to_it() -> None:
    assert "brush" not in [g.name for g in belongings(evidence(*ROBOTS), NAMES, {"brush"})]


def test_people_are_named_by_words_for_people() -> None:
    told = "The owner is glad. An owner is sad. I am the owner. The shelf is old."
    assert [g.name for g in people(evidence(told))] == ["owner"]
