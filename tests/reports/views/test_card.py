"""A conflict as a card, and which of two is the sharper."""

from dataclasses import replace

from kb.model import Conflict, Strength
from reports.views.book import Book
from reports.views.card import KINDS, card_of, leads, sharpness


def of(book: Book, *labels: str) -> Conflict:
    """The conflict between the positions so labelled."""
    return next(
        c
        for c in book.conflicts
        if {book.positions[s.position].label for s in (c.a, c.b)} == set(labels)
    )


def test_a_card_shows_both_sides_the_reason_and_no_verdict(book: Book) -> None:
    card = card_of(book, of(book, "turn it over", "don't turn it over"))
    assert {card.a.label, card.b.label} == {"turn it over", "don't turn it over"}
    assert card.explanation == "One says to turn it over, the other not to."
    assert (card.strength_words, card.kind_words) == ("Contradiction", "yes against no")
    assert (card.decision, card.key_verdict) == (None, "none")
    assert card.key_aspect == "care"
    assert set(card.key_source.split()) == {"dreamwell", "consumer-desk"}
    assert [link.label for link in card.within] == ["Sleep better for life"]


def sources_of(book: Book, conflict: Conflict) -> list[str]:
    return [book.claims[i].source for i in leads(book, conflict)]


def test_two_sources_are_set_against_each_other_where_there_are_two(book: Book) -> None:
    conflict = replace(of(book, "turn it over", "don't turn it over"), within_sources=())
    assert set(sources_of(book, conflict)) == {"dreamwell", "consumer-desk"}


def test_a_source_at_odds_with_itself_is_shown_with_its_own_two_sentences(book: Book) -> None:
    conflict = of(book, "turn it over", "don't turn it over")
    assert conflict.within_sources == ("dreamwell",)
    assert sources_of(book, conflict) == ["dreamwell", "dreamwell"]
    card = card_of(book, conflict)
    assert card.torn and card.a.lead.source.label == card.b.lead.source.label
    others = {link.label for side in (card.a, card.b) for link in side.sources}
    assert len(others) == 2  # who else holds a side is still listed
    soft = replace(conflict, strength=Strength.TENSION)
    assert not card_of(book, soft).torn


def test_what_was_decided_is_told_with_who_and_why(book: Book) -> None:
    decision = card_of(book, of(book, "at least $900", "$400 to $1,200")).decision
    assert decision is not None
    assert (decision.words, decision.prefers, decision.reopened) == ("Both hold", "", "")
    (voice,) = decision.voices
    assert (voice.by, voice.when, voice.note) == ("Ada", "1 May 2026", "One model is dearer.")


def test_a_plain_clash_between_sources_is_sharper(book: Book) -> None:
    within = of(book, "turn it over", "don't turn it over")
    limited = of(book, "for ever", "7 years with proper care, usually")
    plain = of(book, "for ever", "8 to 10 years, mostly")
    assert sharpness(book, plain) < sharpness(book, limited) < sharpness(book, within)


def test_every_kind_of_conflict_has_words_of_its_own() -> None:
    assert len(set(KINDS.values())) == 4
