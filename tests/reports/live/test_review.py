"""The page of one conflict: its passages in place, and hostile text that stays text."""

from selectolax.lexbor import LexborHTMLParser

from kb.knowledge.value import Knowledge
from reports.live.queue import queue_of
from reports.live.review import ReviewView, place_of, review_of
from reports.render import render
from reports.views.book import open_book
from tests.reports.hostile import EVIL, written_with


def view_of(k: Knowledge) -> ReviewView:
    order = tuple(c.id for c in k.conflicts)
    queue = queue_of(order, k.conflicts, {}, "2026-11-21")
    return review_of(open_book(k), k.conflicts[0], {}, queue)


def page_of(k: Knowledge) -> LexborHTMLParser:
    page = render(
        "live/review.html",
        **{"view": view_of(k), "gone": False, "first": None, "waiting": 1, "total": 1},
        **{"topic": k.topic.topic, "here": "review.html", "token": "secret"},
    )
    return LexborHTMLParser(page.decode())


def test_a_passage_stands_in_its_paragraph_between_the_others(knowledge: Knowledge) -> None:
    claim = next(c for c in knowledge.claims if "lasts for ever" in c.quote)
    place = place_of(open_book(knowledge), claim.id)
    whole = "".join(bit.text for bit in place.passage.bits)
    assert place.before == "Sleep better for life"
    assert whole.startswith("A memory foam mattress lasts for ever. It suits anyone")
    assert place.after.startswith("Our foam has no smell.")


def test_the_first_and_the_last_are_said_to_be_so(knowledge: Knowledge) -> None:
    view = view_of(knowledge)
    assert (view.number, view.previous) == (1, None)
    assert view.total == len(knowledge.conflicts)
    assert view.following == knowledge.conflicts[1].id


def test_hostile_text_stays_text() -> None:
    tree, tame = page_of(written_with(EVIL)), page_of(written_with("words"))
    assert not tree.css("img, style, iframe")
    assert [s.attributes.get("src") for s in tree.css("script")] == ["site.js"]
    assert {e.tag for e in tree.css("*")} == {e.tag for e in tame.css("*")}
    assert not [a for a in tree.css("a") if "javascript" in (a.attributes["href"] or "")]
