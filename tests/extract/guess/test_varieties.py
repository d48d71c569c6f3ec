"""Kinds of the subject, where it is done, what is brought there."""

from extract.guess.varieties import materials, sites, subtypes

from .texts import ROBOTS, evidence, words


def test_a_word_before_the_name_that_recurs_makes_a_kind() -> None:
    found = subtypes(evidence(*ROBOTS), words("robot vacuum", "robot"))
    assert [g.name for g in found] == ["mini"]
    assert "mini-robot-vacuum" in found[0].names


def test_praise_makes_no_kind() -> None:
    text = "The best pump hums. The best pump leaks. The best pump is dear."
    assert subtypes(evidence(text), words("pump")) == ()


def test_places_stand_after_on_the() -> None:
    texts = ("It is put on the lid.", "Rub it into your lid.", "It stands on a shelf.")
    assert [g.name for g in sites(evidence(*texts), ())] == ["lid"]


def test_what_is_applied_is_a_material() -> None:
    texts = ("They apply the glue.", "Glue is applied first.", "They sell the cloth.")
    assert [g.name for g in materials(evidence(*texts), ())] == ["glue"]
