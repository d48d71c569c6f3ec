"""Kinds of source on the pages."""

import pytest

from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book
from reports.views.conflicts import conflicts_views
from reports.views.dispute import DisputeCard, dispute_cards
from reports.views.kinds import first_of_other_kinds, key, who_choices, who_keys
from tests.reports.mattress import with_kinds


@pytest.fixture(scope="module")
def told(knowledge: Knowledge) -> Book:
    return open_book(with_kinds(knowledge))


def card(book: Book, question: str) -> DisputeCard:
    return next(d for d in dispute_cards(book) if d.question == question)


def test_a_link_to_a_source_says_its_kind(told: Book) -> None:
    assert told.source_link("sleep-clinic").kind == "medical body"
    assert told.source_link("consumer-desk").kind == "kind unknown"


def test_where_no_kind_is_known_none_is_said(book: Book) -> None:
    assert book.source_link("sleep-clinic").kind == ""
    assert not list(who_choices(book))
    assert who_keys(book, book.sources) == ""
    assert not any(side.others for d in dispute_cards(book) for side in d.sides)


def test_the_filter_offers_the_kinds_there_are(told: Book) -> None:
    assert list(who_choices(told)) == [
        ("kind-unknown", "kind unknown"),
        ("medical-body", "medical body"),
        ("seller", "seller"),
    ]
    ((_, page),) = conflicts_views(told)
    (said_by,) = (f for f in page.filters if f.name == "who")
    assert [c.label for c in said_by.choices] == ["kind unknown", "medical body", "seller"]


def test_a_card_carries_the_kinds_of_all_who_take_part(told: Book) -> None:
    assert card(told, "How firm is it?").key_who == "medical-body seller"
    assert key("medical body") == "medical-body"


def test_a_side_has_a_passage_of_each_kind(told: Book) -> None:
    for dispute in dispute_cards(told):
        for side in dispute.sides:
            shown = [side.lead.source.kind, *(p.source.kind for p in side.others)]
            assert sorted(shown) == sorted({link.kind for link in (*side.sources, *side.torn)})


def test_the_other_kinds_are_one_passage_each_and_not_the_leads(told: Book) -> None:
    held = [c for c in told.claims.values() if c.aspect == "lifespan" and c.subject == "self"]
    lead = next(c.id for c in held if c.source == "dreamwell")
    found = [told.claims[i].source for i in first_of_other_kinds(told, lead, (c.id for c in held))]
    assert sorted(found) == ["consumer-desk", "sleep-clinic"]


def test_a_dispute_that_parts_by_kind_says_so(told: Book) -> None:
    firm = card(told, "How firm is it?").by_kind
    assert {(side.who, side.says) for side in firm} == {
        ("the two sellers", "soft"),
        ("the one medical body", "medium"),
    }
    assert card(told, "How long does it last?").by_kind == ()
