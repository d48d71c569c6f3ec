"""The pages of conflicts: by dispute, in order, with filters that find something."""

import json
from dataclasses import replace

import pytest

from kb.knowledge.value import Knowledge
from kb.reconcile.disputes import disputes
from reports.views import conflicts
from reports.views.book import Book, open_book
from reports.views.conflicts import (
    conflict_index,
    conflict_pages,
    conflicts_views,
    in_order,
    pages_of,
)
from tests.bench.made_up_site import made_up_knowledge
from tests.reports.mattress import with_conflicts


def test_open_pairs_come_by_dispute_then_what_is_worth_a_look_then_the_settled(
    knowledge: Knowledge,
) -> None:
    soft = next(c for c in knowledge.conflicts if c.aspect == "firmness")
    look = replace(soft, look=True)
    chosen = [look if c.id == soft.id else c for c in knowledge.conflicts]
    book = open_book(with_conflicts(knowledge, chosen))
    ordered = in_order(book)
    assert {c.id for c in ordered} == {c.id for c in knowledge.conflicts}
    assert ordered[-2].id == soft.id
    assert [c.id for c in ordered[-1:]] == [c.id for c in book.settled]
    place = {c: n for n, d in enumerate(book.disputes) for c in d.conflicts}
    places = [place[c.id] for c in ordered[:-2]]
    assert places == sorted(places)


def test_in_a_dispute_contradictions_come_before_tensions(book: Book) -> None:
    long = [c.strength for c in in_order(book) if c.aspect == "lifespan"]
    assert long == sorted(long) and len(set(long)) == 2


def test_each_dispute_has_its_pairs_under_it_and_its_tensions_folded(book: Book) -> None:
    ((name, view),) = conflicts_views(book)
    assert (name, view.pages) == ("conflicts.html", ())
    first, *_, firmness, settled = view.groups
    assert (first.title, first.tally) == (
        "How long does it last?",
        "3 contradictions and 1 tension",
    )
    assert (len(first.cards), len(first.softer)) == (3, 1)
    assert first.href == f"disputes.html#{first.id}"
    # One with tensions only shows them.
    assert (firmness.tally, len(firmness.cards), firmness.softer) == ("1 tension", 1, ())
    assert (settled.title, settled.folded, len(settled.cards)) == ("Settled by people", True, 1)
    assert view.lead.startswith("Four sources and 25 claims: eight contradictions, three tensions.")


def test_a_dispute_that_people_settled_has_no_heading_of_its_own(book: Book) -> None:
    ((_, view),) = conflicts_views(book)
    assert "What does it cost?" not in {g.title for g in view.groups}


def test_what_is_worth_a_look_stands_on_its_shelf(knowledge: Knowledge) -> None:
    soft = (replace(c, look=True) if c.aspect == "firmness" else c for c in knowledge.conflicts)
    ((_, view),) = conflicts_views(open_book(with_conflicts(knowledge, soft)))
    (shelf,) = (g for g in view.groups if g.id == "look")
    assert (shelf.tally, shelf.folded) == ("1 pair", True)
    assert "How firm is it?" not in {g.title for g in view.groups}


def test_a_dispute_split_over_pages_is_counted_whole_on_each(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(conflicts, "PER_PAGE", 2)
    first, second, *_ = (view for _, view in conflicts_views(open_book(knowledge)))
    assert first.groups[0].id == second.groups[0].id
    assert first.groups[0].tally == second.groups[0].tally == "3 contradictions and 1 tension"


def test_filters_offer_only_what_a_card_answers_to(book: Book) -> None:
    ((_, view),) = conflicts_views(book)
    choices = {f.name: [c.label for c in f.choices] for f in view.filters}
    assert "Noise" not in choices["aspect"] and "Care" in choices["aspect"]
    assert choices["strength"] == ["Contradiction", "Tension"]
    assert choices["verdict"] == ["Not yet decided", "Both hold"]
    assert len(choices["source"]) == 4


def test_each_conflict_has_a_page_and_only_later_pages_are_in_the_index(
    book: Book, knowledge: Knowledge
) -> None:
    assert set(pages_of(book).values()) == {"conflicts.html"}
    one, other = (c.id for c in knowledge.conflicts[:2])
    split = open_book(knowledge, {one: "conflicts.html", other: "conflicts-2.html"})
    written = conflict_index(split).decode()
    assert json.loads(written.split("=", 1)[1].rstrip(";\n")) == {other: "conflicts-2.html"}


def test_of_many_what_goes_moves_only_what_stood_beside_it() -> None:
    many = made_up_knowledge(200)
    gone, *left = many.conflicts
    fewer = replace(
        many,
        conflicts=tuple(left),
        disputes=disputes(left, many.positions, many.topic, {}),
    )
    before, after = pages_of(open_book(many)), pages_of(open_book(fewer))
    assert len(set(before.values())) > 10
    moved = {before[id] for id in after if before[id] != after[id]}
    assert moved <= {before[gone.id], "conflicts.html"}


def test_few_disputes_begin_no_page_of_their_own() -> None:
    few = made_up_knowledge(20)
    assert len(few.disputes) > 1
    assert conflict_pages(open_book(few)) == ("conflicts.html",)


def test_a_page_is_named_after_the_dispute_that_it_begins_with() -> None:
    many = made_up_knowledge(200)
    book = open_book(many)
    home = {c: d for d in many.disputes for c in d.conflicts}
    for name, view in list(conflicts_views(book))[1:]:
        first = view.groups[0].cards[0]
        assert name.startswith(f"conflicts-{home[first.id].id}")
    assert len(set(conflict_pages(book))) == len(conflict_pages(book))
