"""How many independent sources answer a disputed question how."""

from dataclasses import replace

from extract.model import Attribution, Certainty, Polarity, Qualifiers
from extract.topic.schema import Kind
from kb.knowledge.value import Knowledge
from kb.model import Dispute
from reports.views.book import Book, open_book
from reports.views.meter import Meter, lettered, meter_of
from tests.reports.mattress import with_conflicts


def on(book: Book, aspect: str) -> Dispute:
    return next(d for d in book.disputes if d.aspects[0] == aspect)


def tally(meter: Meter) -> dict[str, int]:
    return {s.kind: s.count for s in meter.shares}


def test_a_yes_a_no_a_maybe_and_a_silent_source_are_told_apart(book: Book) -> None:
    meter = meter_of(book, on(book, "smell"))
    assert tally(meter) == {"yes": 1, "ifs": 1, "no": 1, "silent": 1}
    assert meter.words == "1 yes · 1 with ifs · 1 no · 1 says nothing"
    assert {s.kind: s.sources[0].label for s in meter.shares}["no"] == "Sleep better for life"
    assert not meter.by_side and not meter.torn


def test_the_shares_fill_the_picture_from_left_to_right(book: Book) -> None:
    shares = meter_of(book, on(book, "smell")).shares
    assert [s.x for s in shares] == [0, 25, 50, 75]
    assert sum(s.width for s in shares) == 100


def test_a_part_affirmed_is_a_yes_and_a_part_denied_only_an_if(book: Book) -> None:
    assert tally(meter_of(book, on(book, "harms"))) == {"yes": 2, "ifs": 1, "no": 1}


def test_whom_it_suits_is_answered_by_all_or_not_all(book: Book) -> None:
    meter = meter_of(book, on(book, "suits"))
    assert meter.words == "1 all · 1 with ifs · 1 not all · 1 says nothing"


def test_a_source_that_says_both_is_no_support_for_either(knowledge: Knowledge) -> None:
    smells = next(p for p in knowledge.positions if p.aspect == "smell" and p.label == "yes")
    torn = replace(smells, sources=("consumer-desk", "dreamwell"))
    conflicts = tuple(
        replace(c, within_sources=("dreamwell",))
        if smells.id in (c.a.position, c.b.position)
        else c
        for c in knowledge.conflicts
    )
    positions = tuple(torn if p.id == smells.id else p for p in knowledge.positions)
    book = open_book(with_conflicts(replace(knowledge, positions=positions), conflicts))
    meter = meter_of(book, on(book, "smell"))
    assert tally(meter) == {"yes": 1, "ifs": 1, "both": 1, "silent": 1}
    assert meter.torn == {"dreamwell"}


def test_two_statements_with_ifs_that_leave_room_for_each_other_are_not_both(
    knowledge: Knowledge,
) -> None:
    may = Qualifiers(Certainty.POSSIBLE)
    hedged = tuple(replace(p, qualifiers=may) for p in knowledge.positions)
    said = tuple(replace(p, sources=("dreamwell",)) if p.aspect == "smell" else p for p in hedged)
    conflicts = tuple(
        replace(c, within_sources=("dreamwell",)) if c.aspect == "smell" else c
        for c in knowledge.conflicts
    )
    book = open_book(with_conflicts(replace(knowledge, positions=said), conflicts))
    assert tally(meter_of(book, on(book, "smell"))) == {"ifs": 1, "silent": 3}


def test_a_copy_counts_with_its_original(knowledge: Knowledge) -> None:
    sources = tuple(
        replace(s, copy_of="dreamwell") if s.id == "bed-blog" else s for s in knowledge.sources
    )
    book = open_book(replace(knowledge, sources=sources))
    meter = meter_of(book, on(book, "firmness"))
    assert sum(s.count for s in meter.shares) == 3
    assert tally(meter)["A"] == 1


def test_options_are_counted_by_side_with_the_letter_of_each(book: Book) -> None:
    dispute = on(book, "firmness")
    meter = meter_of(book, dispute)
    assert book.aspects["firmness"].kind is Kind.CHOICE
    assert meter.by_side
    assert meter.words == "2 soft · 1 medium · 1 says nothing"
    assert [s.kind for s in meter.shares[:2]] == list(
        dict.fromkeys(dict(lettered(dispute)).values())
    )


def test_a_source_on_several_sides_is_counted_apart(book: Book) -> None:
    meter = meter_of(book, on(book, "care"))
    named = {s.kind: [link.label for link in s.sources] for s in meter.shares}
    assert named["several"] == ["Sleep better for life"]
    assert "dreamwell" in meter.torn
    assert named["other"] == ["Choosing a mattress"]  # airs it, and is in no dispute


def test_who_answers_only_a_related_question_is_told_from_the_silent(knowledge: Knowledge) -> None:
    book = open_book(knowledge)
    both = replace(on(book, "smell"), aspects=("smell", "firmness"))
    assert tally(meter_of(book, both)) == {"yes": 1, "ifs": 1, "no": 1, "tied": 1}


def test_what_is_only_reported_is_no_answer(knowledge: Knowledge) -> None:
    told = Qualifiers(attribution=Attribution("critics", endorsed=False))
    positions = tuple(
        replace(p, qualifiers=told) if p.aspect == "smell" and p.polarity is Polarity.DENY else p
        for p in knowledge.positions
    )
    book = open_book(replace(knowledge, positions=positions))
    assert tally(meter_of(book, on(book, "smell"))) == {"yes": 1, "ifs": 1, "silent": 2}
