"""A dispute as a card: its question, its sides with their best passages, all its pairs."""

from dataclasses import replace

import pytest

from kb.knowledge.value import Knowledge
from kb.model import State, Strength
from kb.readers.opinions import Opinion, OpinionAnswer
from reports.views import dispute
from reports.views.book import Book, open_book
from reports.views.dispute import (
    DisputeCard,
    brief_of,
    dispute_cards,
    disputes_view,
    lead_of,
    tally_of,
    who_of,
)


def of(book: Book, question: str) -> DisputeCard:
    return next(d for d in dispute_cards(book) if d.question == question)


def test_every_pair_is_named_in_one_card(book: Book) -> None:
    linked = [p.href for d in dispute_cards(book) for p in d.pairs]
    shown = {book.conflict_link(c) for c in book.conflicts if book.is_open(c)}
    assert shown <= set(linked)
    assert len(linked) == len(set(linked))


def test_a_side_says_who_holds_it_in_which_words(book: Book) -> None:
    card = of(book, "How long does it last?")
    side = next(s for s in card.sides if s.labels[0].label == "for ever")
    assert side.lead.source.label in {link.label for link in side.sources}
    assert side.who == "one source"
    assert side.labels[0].href.startswith("aspect-lifespan.html#p-")


def test_the_evidence_counts_both_strengths(book: Book) -> None:
    card = of(book, "How long does it last?")
    hard = sum(p.strength is Strength.CONTRADICTION for p in card.pairs)
    assert card.strength is Strength.CONTRADICTION
    assert card.strength_words == "Contradiction"
    assert str(hard) in card.evidence
    assert [p.strength for p in card.pairs] == sorted(p.strength for p in card.pairs)


def test_what_people_settled_stands_beneath(knowledge: Knowledge) -> None:
    (ruling,) = (r for r in knowledge.standings.values() if r.state is State.SETTLED)
    all_settled = {
        c.id: replace(ruling, conflict=c.id) for c in knowledge.conflicts if c.aspect == "smell"
    }
    view = disputes_view(
        open_book(replace(knowledge, standings={**knowledge.standings, **all_settled}))
    )
    assert "Does it smell when new?" in {d.question for d in view.settled}
    assert "Does it smell when new?" not in {d.question for d in view.open}


def test_the_lead_counts_open_questions(book: Book, knowledge: Knowledge) -> None:
    assert lead_of(book, ()) == "On no question do the sources disagree."
    one = open_book(replace(knowledge, sources=knowledge.sources[:1]))
    assert lead_of(one, dispute_cards(book)[:1]).startswith("One source disagrees with itself")


def test_what_is_only_worth_a_look_says_so(knowledge: Knowledge) -> None:
    soft = tuple(replace(c, strength=Strength.TENSION, look=True) for c in knowledge.conflicts)
    cards = dispute_cards(open_book(replace(knowledge, conflicts=soft, standings={})))
    assert {d.strength_words for d in cards} == {"Worth a look"}


def test_a_question_of_how_much_has_a_line_with_the_sides_and_any_other_a_meter(
    book: Book,
) -> None:
    long, smell = of(book, "How long does it last?"), of(book, "Does it smell when new?")
    assert long.line is not None and long.meter is None
    assert {r.side for r in long.line.rows} == {s.letter for s in long.sides} - {""}
    assert smell.line is None and smell.meter is not None
    assert {s.letter for s in smell.sides} == {""}  # yes and no need no letters


def test_a_source_that_also_says_otherwise_is_counted_apart(book: Book) -> None:
    card = of(book, "What should be done with it?")
    who = {s.labels[0].label: (s.who, [link.label for link in s.torn]) for s in card.sides}
    mine = ["Sleep better for life"]
    assert who["turn it over"] == ("one source, which also says otherwise", mine)
    assert who["don't turn it over"] == ("one source, and one that also says otherwise", mine)


def test_what_answers_another_question_names_it(knowledge: Knowledge) -> None:
    long = tuple(
        replace(d, aspects=("smell", *d.aspects)) if d.aspects[0] == "firmness" else d
        for d in knowledge.disputes
    )
    cards = dispute_cards(open_book(replace(knowledge, disputes=long)))
    labels = {label.label for d in cards for s in d.sides for label in s.labels}
    assert {"Firmness: soft", "Firmness: medium"} <= labels


def test_what_is_worth_a_look_is_counted_apart(book: Book) -> None:
    hard = [c for c in book.conflicts if c.strength is Strength.CONTRADICTION][:2]
    soft = [c for c in book.conflicts if c.strength is Strength.TENSION][:2]
    pairs = [*hard, soft[0], replace(soft[1], look=True)]
    assert tally_of(pairs) == "2 contradictions, 1 tension and 1 pair worth a look"
    assert tally_of(hard) == "2 contradictions"


def test_in_brief_a_line_keeps_a_row_of_each_side(
    book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = of(book, "How long does it last?")
    monkeypatch.setattr(dispute, "BRIEF_ROWS", 2)
    short, whole = brief_of(book, card).line, card.line
    assert short is not None and whole is not None
    assert len(short.rows) == 2 < len(whole.rows)
    assert len({r.side for r in short.rows}) == 2


def test_a_side_leads_with_a_source_that_does_not_contradict_itself(book: Book) -> None:
    card = next(c for c in dispute_cards(book) if c.aspects[0].label == "Care")
    leave = next(s for s in card.sides if s.labels[0].label == "don't turn it over")
    assert [s.label for s in leave.torn] == ["Sleep better for life"]
    assert leave.lead.source.label == leave.sources[0].label


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ((2, 0, 0), "two sources"),
        ((2, 1, 0), "one source, and one that also says otherwise"),
        ((2, 2, 0), "two sources, which also say otherwise"),
        ((2, 0, 1), "one source, and one only on a related question"),
        ((1, 0, 1), "one source only on a related question"),
        ((3, 1, 1), "one source, one that also says otherwise, and one only on a related question"),
    ],
)
def test_who_holds_a_side_is_counted_apart(counts: tuple[int, int, int], told: str) -> None:
    assert who_of(*counts) == told


def test_a_second_opinion_is_marked_as_another_readers_word(knowledge: Knowledge) -> None:
    first, second = knowledge.disputes[:2]
    said = Opinion(first.id, "on", "asked", "tiny", OpinionAnswer.CANT_SAY, "Too short.", "now")
    plain = {d.id: d for d in dispute_cards(open_book(knowledge))}
    cards = {d.id: d for d in dispute_cards(open_book(replace(knowledge, opinions=(said,))))}
    (shown,) = cards[first.id].opinions
    assert (shown.reader, shown.says) == ("tiny", "can’t say whether the dispute stands")
    assert replace(cards[first.id], opinions=()) == plain[first.id]
    assert cards[second.id] == plain[second.id]
