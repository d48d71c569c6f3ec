"""A claim as it is quoted: in its sentence, with the words that decide."""

from dataclasses import replace

import pytest

from kb.knowledge.value import Knowledge
from reports.views.book import Book
from reports.views.passage import Weight, best, bits_of, deciding, merged, passage_of
from tests.kb.making import DENY, POSSIBLE, claim, option


def id_of(book: Book, quote: str) -> str:
    return next(c.id for c in book.claims.values() if c.quote == quote)


def test_a_passage_is_its_sentence_with_the_claim_and_the_figure_marked(book: Book) -> None:
    quote = "usually lasts 7 years with proper care"
    claim = book.claims[id_of(book, quote)]
    bits = [(b.text, b.weight) for b in bits_of(book, claim)]
    assert bits[0] == ("Memory foam ", Weight.CONTEXT)
    assert bits[-1] == (".", Weight.CONTEXT)
    assert "".join(text for text, weight in bits if weight is not Weight.CONTEXT) == quote


def test_a_passage_says_where_it_stands(book: Book) -> None:
    passage = passage_of(book, id_of(book, "for life"))
    assert (passage.where, passage.publisher, passage.date) == (
        "in a heading",
        "Dreamwell",
        "7 March 2024",
    )
    assert passage_of(book, id_of(book, "It suits anyone")).where == ""


def test_a_long_sentence_is_cut_around_the_claim(book: Book) -> None:
    passage = passage_of(book, id_of(book, "for life"), context=8)
    assert "".join(b.text for b in passage.bits) == "…better for life"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"quote": "it is never wool", "value": option("wool"), "polarity": DENY,
          "cues": {"polarity": "never"}}, ["never", "wool"]),
        ({"quote": "it may be wool", "value": option("wool"), "cues": {"certainty": "may"}},
         ["may", "wool"]),
        ({"quote": "it is wool", "value": option("wool"), "cues": {"aspect": "is"}}, ["wool"]),
        ({"quote": "it cannot be told", "cues": {"polarity": "elsewhere"}}, []),
    ],
)  # fmt: skip
def test_which_words_decide(more: dict, words: list[str]) -> None:
    one = claim("filling", **more)
    assert [one.quote[start:end] for start, end in deciding(one)] == words


@pytest.mark.parametrize(
    ("spans", "joined"),
    [
        ([(4, 6), (0, 2)], [(0, 2), (4, 6)]),
        ([(0, 2), (2, 4)], [(0, 4)]),
        ([(0, 9), (2, 4)], [(0, 9)]),
        ([], []),
    ],
)
def test_spans_that_touch_are_one(spans: list, joined: list) -> None:
    assert merged(spans) == joined


def test_the_strongest_passage_comes_first_and_every_source_before_a_second(
    knowledge: Knowledge, book: Book
) -> None:
    ever = next(p for p in knowledge.positions if p.label == "for ever")
    quotes = [book.claims[i].quote for i in best(book, ever.claims)]
    assert quotes == ["lasts for ever", "for life"]  # the text before its heading
    ids = tuple(c.id for c in knowledge.claims)
    sources = [book.claims[i].source for i in best(book, ids)]
    assert set(sources[:4]) == set(book.sources)
    assert best(book, ids, 2) == best(book, ids)[:2]


def test_a_plain_statement_is_stronger_than_a_hedge(book: Book) -> None:
    plain, hedged = claim("smell", quote="it smells"), claim("smell", certainty=POSSIBLE)
    with_both = replace(book, claims={c.id: c for c in (plain, hedged)})
    assert best(with_both, (hedged.id, plain.id))[0] == plain.id
