"""Claims that people settled, on their source's page."""

import json
from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from kb.knowledge.value import Knowledge
from reports.site import pages
from reports.views.book import Book, open_book
from reports.views.reviewed import reviewed_on


def test_a_settled_claim_is_shown_with_who_decided_and_why(book: Book) -> None:
    (shown,) = reviewed_on(book, "dreamwell", 1)
    assert (shown.quote, shown.who, shown.when) == ("Prices start at $900", "Ada", "1 May 2026")
    assert shown.note == "One model is dearer."
    assert shown.href.startswith("source-dreamwell.html#claim-")
    assert shown.review["url"] == shown.href
    assert reviewed_on(book, "bed-blog", 1) == ()


def test_where_nobody_decided_there_is_nothing(knowledge: Knowledge) -> None:
    book = open_book(replace(knowledge, verdicts=(), standings={}))
    assert not any(reviewed_on(book, s, 1) for s in book.sources)


def test_the_page_of_the_claim_embeds_the_review(knowledge: Knowledge, book: Book) -> None:
    note = "</script><script>alert(1)</script>"
    standings = {
        id: replace(r, verdicts=tuple(replace(v, note=note) for v in r.verdicts))
        for id, r in knowledge.standings.items()
    }
    site = dict(pages(replace(knowledge, standings=standings)))
    page = LexborHTMLParser(site["source-dreamwell.html"].decode())
    (script,) = page.css('script[type="application/ld+json"]')
    review = json.loads(script.text())
    assert review["reviewRating"]["ratingExplanation"] == note
    assert review["claimReviewed"] == "Prices start at $900"
    assert review["url"].partition("#")[2] in {e.attributes["id"] for e in page.css("[id]")}
