from dataclasses import replace

import pytest

from extract.model import (
    Attribution,
    Certainty,
    Condition,
    Degree,
    Grade,
    Qualifiers,
    Quantifier,
    Scope,
    ScopeKind,
    Standing,
)
from kb.knowledge.value import Knowledge
from kb.model import Dispute
from reports.views.book import Book, open_book
from reports.views.tally import Share, Stands, dispute_tally, is_plain, tally


def dispute(book: Book, aspect: str) -> Dispute:
    return next(d for d in book.disputes if d.aspects[0] == aspect)


@pytest.fixture
def book(knowledge: Knowledge) -> Book:
    return open_book(knowledge)


def test_each_source_stands_on_a_side_outright_with_ifs_or_is_silent(book: Book) -> None:
    about = dispute(book, "smell")
    yes = next(n for n, camp in enumerate(about.camps) if "yes" in camp.label)
    stands = dispute_tally(book, about)
    assert stands.of(Stands.PLAIN, yes) == ("consumer-desk",)
    assert stands.of(Stands.IFS, yes) == ("sleep-clinic",)
    assert stands.of(Stands.PLAIN, 1 - yes) == ("dreamwell",)
    assert stands.of(Stands.SILENT) == ("bed-blog",)


def test_who_contradicts_itself_is_no_plain_support_for_either_side(book: Book) -> None:
    stands = dispute_tally(book, dispute(book, "care"))
    assert stands.of(Stands.BOTH) == ("dreamwell",)
    assert not any("dreamwell" in s.sources for s in stands.shares if s.side is not None)


def test_who_says_what_no_side_disputes_is_not_silent(book: Book) -> None:
    stands = dispute_tally(book, dispute(book, "care"))
    assert stands.of(Stands.ASIDE) == ("sleep-clinic",)
    assert stands.of(Stands.SILENT) == ("bed-blog",)


def test_every_source_is_counted_once(book: Book) -> None:
    for each in book.disputes:
        named = [s for share in dispute_tally(book, each).shares for s in share.sources]
        assert sorted(named) == sorted(book.sources)


def test_a_copy_is_counted_with_the_source_that_it_repeats(knowledge: Knowledge) -> None:
    blog = next(s for s in knowledge.sources if s.id == "bed-blog")
    copied = [replace(s, copy_of="dreamwell") if s.id == blog.id else s for s in knowledge.sources]
    book = open_book(replace(knowledge, sources=tuple(copied)))
    stands = dispute_tally(book, dispute(book, "firmness"))
    assert stands.total == 3
    assert not any("bed-blog" in share.sources for share in stands.shares)


def test_sides_without_a_dispute_may_be_tallied_too(book: Book) -> None:
    soft = [p.id for p in book.by_aspect["firmness"] if p.label == "soft"]
    assert tally(book, "firmness", "self", [soft]).shares == (
        Share(Stands.PLAIN, 0, ("dreamwell", "bed-blog")),
        Share(Stands.ASIDE, None, ("sleep-clinic",)),
        Share(Stands.SILENT, None, ("consumer-desk",)),
    )


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
        Qualifiers(grade=Grade.LOOSE),
    ],
)
def test_an_if_is_whatever_limits_a_statement(qualifiers: Qualifiers) -> None:
    assert not is_plain(qualifiers)


@pytest.mark.parametrize(
    "qualifiers",
    [
        Qualifiers(),
        Qualifiers(certainty=Certainty.USUAL),
        Qualifiers(quantifier=Quantifier.ALL),
        Qualifiers(scope=Scope(ScopeKind.PHASE, "afterwards", "after")),
        Qualifiers(attribution=Attribution("experts", True)),
    ],
)
def test_a_time_or_a_witness_is_no_if(qualifiers: Qualifiers) -> None:
    assert is_plain(qualifiers)
