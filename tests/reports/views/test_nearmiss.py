"""Pairs that are no conflict, by the rung that let them go."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import Rung
from reports.views.book import Book, open_book
from reports.views.nearmiss import OPEN, PER_PAGE, RUNGS, near_miss_views


def test_pairs_stand_under_their_rung_in_the_order_of_the_ladder(book: Book) -> None:
    ((name, view),) = near_miss_views(book)
    assert name == "near-misses.html"
    assert [(g.title, g.count) for g in view.groups] == [
        ("Another subject", "1 pair"),
        ("Both can hold", "1 pair"),
    ]
    (latex,) = view.groups[0].pairs
    assert latex.a.label == "latex mattress: 20 years"
    assert latex.a.quote == "Latex mattresses last 20 years"
    assert latex.explanation == "One speaks of latex mattresses, the other of memory foam."


def test_the_lead_counts_both_kinds_of_pair(book: Book, knowledge: Knowledge) -> None:
    ((_, view),) = near_miss_views(book)
    assert view.lead == (
        "Of 14 pairs that look like conflicts, twelve are and two are not. Here is why."
    )
    none = open_book(replace(knowledge, near_misses=()))
    ((_, empty),) = near_miss_views(none)
    assert empty.groups == ()
    assert empty.lead == "No pair looked like a conflict without being one."


def test_a_long_rung_is_folded_and_a_very_long_one_split(knowledge: Knowledge) -> None:
    (latex, _) = knowledge.near_misses
    for many, folded, pages in ((OPEN, False, 1), (OPEN + 1, True, 1), (PER_PAGE + 1, True, 2)):
        book = open_book(replace(knowledge, near_misses=(latex,) * many))
        views = dict(near_miss_views(book))
        assert views["near-misses.html"].groups[0].folded is folded
        assert len(views) == pages


def test_every_rung_that_lets_go_is_explained() -> None:
    assert set(RUNGS) == set(Rung) - {Rung.TENSION, Rung.CONTRADICTION}
