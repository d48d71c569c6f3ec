from dataclasses import replace

import pytest

from extract.model import Qualifiers, Span, Standing
from reports.teach.wording import LENGTH, cited, cut, says
from reports.views.book import Book


def position(book: Book, label: str) -> str:
    return next(p.id for p in book.positions.values() if p.label == label)


@pytest.mark.parametrize(
    ("label", "home", "told"),
    [
        ("soft", "firmness", "soft"),
        ("soft", "smell", "Firmness: soft"),  # "soft" alone answers nothing
        ("several years", "smell", "Lifespan: several years"),
        ("turn it over", "smell", "turn it over"),
        ("no side effects", "smell", "no side effects"),
        ("not heavy sleepers", "smell", "Suits: not heavy sleepers"),
        ("20 years", "lifespan", "latex mattress: 20 years"),
    ],
)
def test_an_answer_is_led_by_its_question_only_where_it_needs_it(
    book: Book, label: str, home: str, told: str
) -> None:
    assert says(book, position(book, label), home) == told


def test_what_is_taken_for_granted_is_said_to_be_that(book: Book) -> None:
    id = position(book, "yes")
    taken = replace(
        book.positions[id],
        label="it smells, implied",
        qualifiers=Qualifiers(standing=Standing.PRESUPPOSED),
    )
    two = replace(book, positions={**book.positions, id: taken})
    assert says(two, id, "smell") == "it smells (not said outright)"


@pytest.mark.parametrize(
    ("words", "limit", "short"),
    [
        ("open (on Sundays)", 20, "open (on Sundays)"),
        ("open every day (but for the last week of the year)", 30, "open every day (…)"),
        ("open every day of the year (but for one)", 20, "open every day of…"),
        ("open (but for the last week", 20, "open…"),
        ("open – the owner’s own instructions", 25, "open – the owner’s own…"),
    ],
)
def test_a_label_is_never_cut_within_a_bracket(words: str, limit: int, short: str) -> None:
    assert cut(words, limit) == short


def test_a_passage_stands_in_its_source(book: Book) -> None:
    for claim in book.claims.values():
        found = cited(book, claim.id)
        bare = found.words.strip("…").strip()
        assert bare in " ".join(book.documents[claim.source].text.split())
        assert len(found.words) <= LENGTH + 2


def test_a_short_answer_is_shown_with_what_it_answers(book: Book) -> None:
    claim = next(c for c in book.claims.values() if c.quote == "Air it first for two days")
    end = claim.start + len("Air it")
    short = replace(claim, end=end, quote="Air it", sentence=Span(claim.start, end))
    two = replace(book, claims={short.id: short})
    assert cited(two, short.id).words == "Latex mattresses last 20 years. Air it"
