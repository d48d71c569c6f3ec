"""What a cell of the matrix shows of all that a source says on a question."""

from itertools import permutations

import pytest

from extract.model import Value
from kb.knowledge.value import Knowledge
from reports.views.book import open_book
from reports.views.label import short_label
from reports.views.matrix import cell_of
from tests.kb.making import SEVERAL, TOPIC, position, years


def test_the_cell_leads_with_what_the_source_says_most_often(knowledge: Knowledge) -> None:
    book = open_book(knowledge)
    ever, none = (
        next(p for p in knowledge.positions if p.label == label)
        for label in ("for ever", "no side effects")
    )
    assert (len(ever.claims), len(none.claims)) == (2, 1)
    for order in permutations((ever, none)):
        assert cell_of(book, "dreamwell", order).says == "for ever"


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (SEVERAL, "several years"),
        (years(1, 2), "1–2 years"),
        (years(1, low_open=True), "over 1 year"),
        (years(2), "at least 2 years"),
    ],
)
def test_a_vague_amount_is_given_no_figure(value: Value, words: str) -> None:
    lifetime = position("lifetime", value=value)
    assert short_label(TOPIC.aspect("lifetime"), lifetime) == words
