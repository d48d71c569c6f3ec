"""A new answer where known ones stand."""

from kb.suggest.framed import framed
from kb.suggest.model import TopicPlace
from tests.kb.suggest.conftest import Reader


def test_what_is_caused_beside_what_is_known_to_be(seen_in: Reader) -> None:
    seen, rules = seen_in("The pond can cause mould.")
    (idea,) = framed(seen, rules)
    assert idea.place == TopicPlace("", "harms", "parts", "mould")
    assert dict(idea.row) == {"name": "mould", "words": "mould", "says": "mould"}


def test_what_is_held_by_another_verb_is_none(seen_in: Reader) -> None:
    seen, rules = seen_in("The pond can feed birds.", "The pond can cause damp.")
    assert list(framed(seen, rules)) == []
