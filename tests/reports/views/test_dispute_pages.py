"""The pages of disputes."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book
from reports.views.dispute import dispute_cards
from reports.views.dispute_pages import PER_PAGE, disputes_pages


def many(knowledge: Knowledge, n: int) -> Book:
    """The first open dispute so many times, each with an id of its own."""
    one = next(d for d in knowledge.disputes if d.question == "How long does it last?")
    return open_book(replace(knowledge, disputes=tuple(replace(one, id=f"{i}") for i in range(n))))


def test_a_few_stand_on_one_page(book: Book) -> None:
    ((name, page),) = disputes_pages(book)
    cards = dispute_cards(book)
    assert (name, page.title, page.pages) == ("disputes.html", "Disputes", ())
    assert page.open == tuple(c for c in cards if c.open)
    assert page.settled == tuple(c for c in cards if not c.open)
    assert [link.href for link in page.contents] == [f"disputes.html#d-{d.id}" for d in page.open]


def test_very_many_are_split_and_the_first_page_leads_to_all(knowledge: Knowledge) -> None:
    found = dict(disputes_pages(many(knowledge, PER_PAGE + 1)))
    assert list(found) == ["disputes.html", "disputes-2.html"]
    first, second = found.values()
    assert [len(first.open), len(second.open)] == [PER_PAGE, 1]
    assert first.contents[-1].href == f"disputes-2.html#d-{second.open[0].id}"
    assert second.contents == ()
    assert (second.title, second.page) == ("Disputes, page 2", 2)


def test_no_dispute_gives_a_page_all_the_same(knowledge: Knowledge) -> None:
    ((_, page),) = disputes_pages(open_book(replace(knowledge, disputes=())))
    assert (page.open, page.settled, page.contents) == ((), (), ())
