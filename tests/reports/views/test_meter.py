"""How many independent sources answer a disputed question how."""

from dataclasses import replace

import pytest

from extract.model import (
    Attribution,
    Certainty,
    Condition,
    Degree,
    Grade,
    Polarity,
    Qualifiers,
    Quantifier,
    Scope,
    ScopeKind,
    Standing,
)
from extract.topic.schema import Kind
from kb.knowledge.value import Knowledge
from kb.model import Dispute, Strength
from reports.views.book import Book, open_book
from reports.views.dispute import letters_of
from reports.views.meter import Meter, calm_meter, counted_as, is_plain, meter_of
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
    assert meter.torn == ("dreamwell",)


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
    assert [s.kind for s in meter.shares[:2]] == list(dict.fromkeys(letters_of(dispute).values()))


def test_a_source_on_several_sides_is_counted_apart(book: Book) -> None:
    meter = meter_of(book, on(book, "care"))
    named = {s.kind: [link.label for link in s.sources] for s in meter.shares}
    assert named["several"] == ["Sleep better for life"]
    assert "dreamwell" in meter.torn
    assert named["other"] == ["Choosing a mattress"]  # airs it, and is in no dispute


def test_a_source_with_two_answers_on_one_side_is_counted_apart(knowledge: Knowledge) -> None:
    """ "8 to 10 years" and "7 years" are both against "for ever", and of one source two answers."""
    conflicts = tuple(
        replace(c, within_sources=("consumer-desk",)) if c.aspect == "lifespan" else c
        for c in knowledge.conflicts
    )
    book = open_book(with_conflicts(knowledge, conflicts))
    meter = meter_of(book, on(book, "lifespan"))
    assert meter.of("several") == ("consumer-desk",)


def test_a_flat_no_beside_a_weaker_yes_is_both(knowledge: Knowledge) -> None:
    """ "It has no smell", and elsewhere "it smells less": more than a no, though only a tension."""
    weak = Qualifiers(degree=Degree.LESSENED)
    said = tuple(
        replace(p, sources=("dreamwell",), qualifiers=weak if p.polarity is Polarity.AFFIRM
                else Qualifiers(grade=Grade.LOOSE))
        if p.aspect == "smell" else p
        for p in knowledge.positions
    )  # fmt: skip
    tense = tuple(
        replace(c, within_sources=("dreamwell",), strength=Strength.TENSION)
        if c.aspect == "smell"
        else c
        for c in knowledge.conflicts
    )
    book = open_book(with_conflicts(replace(knowledge, positions=said), tense))
    assert meter_of(book, on(book, "smell")).of("both") == ("dreamwell",)


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


def test_every_source_is_counted_once(book: Book) -> None:
    for dispute in book.disputes:
        meter = meter_of(book, dispute)
        assert sorted(id for s in meter.shares for id in s.ids) == sorted(book.sources)
        assert meter.total == len(book.sources)


def test_a_question_without_a_dispute_has_a_meter_too(book: Book) -> None:
    meter = calm_meter(book, "firmness")
    assert set(meter.of("A")) == {"dreamwell", "bed-blog", "sleep-clinic"}
    assert meter.of("silent") == ("consumer-desk",)
    assert calm_meter(book, "noise").words == "4 say nothing"


def test_a_copy_of_what_is_not_here_counts_as_the_first_copy(knowledge: Knowledge) -> None:
    copied = ("bed-blog", "dreamwell")
    sources = tuple(replace(s, copy_of="gone") if s.id in copied else s for s in knowledge.sources)
    counted = counted_as(open_book(replace(knowledge, sources=sources)))
    assert counted["bed-blog"] == counted["dreamwell"] in copied
    assert counted["consumer-desk"] == "consumer-desk"


@pytest.mark.parametrize(
    "qualifiers",
    [
        Qualifiers(certainty=Certainty.POSSIBLE),
        Qualifiers(quantifier=Quantifier.SOME),
        Qualifiers(quantifier=Quantifier.MOST),
        Qualifiers(condition=Condition("with proper care", True)),
        Qualifiers(scope=Scope(ScopeKind.POPULATION, "heavy sleepers", "heavy sleepers")),
        Qualifiers(degree=Degree.COMPARED),
        Qualifiers(standing=Standing.PRESUPPOSED),
    ],
)
def test_an_if_is_whatever_limits_a_statement(book: Book, qualifiers: Qualifiers) -> None:
    said = next(p for p in book.by_aspect["smell"])
    assert not is_plain(Kind.YESNO, replace(said, qualifiers=qualifiers))


@pytest.mark.parametrize(
    "qualifiers",
    [
        Qualifiers(),
        Qualifiers(certainty=Certainty.USUAL),
        Qualifiers(quantifier=Quantifier.ALL),
        Qualifiers(scope=Scope(ScopeKind.PHASE, "afterwards", "after")),
        Qualifiers(attribution=Attribution("experts", True)),
        Qualifiers(grade=Grade.LOOSE),  # how it is read is no if of the source's
    ],
)
def test_a_time_or_a_witness_is_no_if(book: Book, qualifiers: Qualifiers) -> None:
    said = next(p for p in book.by_aspect["smell"])
    assert is_plain(Kind.YESNO, replace(said, qualifiers=qualifiers))
