"""What stands in one list with what is known."""

from kb.suggest.listed import listed
from kb.suggest.model import Proposing
from tests.kb.suggest.conftest import Reader


def test_an_answer_beside_answers(seen_in: Reader) -> None:
    seen, rules = seen_in("People fear midges, frogs and damp.")
    answers = {i.text for i in listed(seen, rules) if i.sort is Proposing.ANSWER}
    assert answers == {"frog"}


def test_a_rival_beside_rivals(seen_in: Reader) -> None:
    seen, rules = seen_in("Gardeners buy fountains, statues and sundials.")
    rivals = {i.text for i in listed(seen, rules) if i.sort is Proposing.RIVAL}
    assert rivals == {"statue", "sundial"}


def test_a_list_of_strangers_gives_nothing(seen_in: Reader) -> None:
    seen, rules = seen_in("Gardeners buy spades, rakes and hoes.")
    assert list(listed(seen, rules)) == []
