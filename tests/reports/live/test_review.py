"""The pages of a dispute and of a pair under review, and hostile text that stays text."""

from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.knowledge.value import Knowledge
from kb.model import Verdict, VerdictKind
from kb.text import count
from reports.live.queue import Queue, queue_of, wholes_of
from reports.live.review import ReviewView, place_of, review_of
from reports.live.reviewing import ReviewPage
from reports.live.whole import WholeView, stale_of, whole_of
from reports.render import render
from reports.views.book import open_book
from tests.reports.hostile import EVIL, written_with


def queue(k: Knowledge) -> Queue:
    order = tuple(id for d in k.disputes for id in d.conflicts)
    return queue_of(order, k.conflicts, {}, "2026-11-21")


def view_of(k: Knowledge) -> ReviewView:
    first = k.conflict(k.disputes[0].conflicts[0])
    return review_of(open_book(k), first, {}, queue(k))


def shown(k: Knowledge, **what: Any) -> LexborHTMLParser:
    told = {"gone": False, "first": None, "waiting": 1, "total": 1}
    page = ReviewPage(**{"topic": k.topic.topic, "whole": None, "pair": None, **told, **what})
    made = render(
        "live/review.html", page=page, topic=page.topic, here="review.html", token="secret"
    )
    return LexborHTMLParser(made.decode())


def whole(k: Knowledge) -> WholeView:
    pairs = queue(k)
    wholes = wholes_of(k.disputes, pairs)
    return whole_of(open_book(k), k.disputes[0], {}, (), pairs, wholes)


def test_a_passage_stands_in_its_paragraph_between_the_others(knowledge: Knowledge) -> None:
    claim = next(c for c in knowledge.claims if "lasts for ever" in c.quote)
    place = place_of(open_book(knowledge), claim.id)
    whole = "".join(bit.text for bit in place.passage.bits)
    assert place.before == "Sleep better for life"
    assert whole.startswith("A memory foam mattress lasts for ever. It suits anyone")
    assert place.after.startswith("Our foam has no smell.")


def test_the_pairs_of_one_dispute_follow_each_other_and_then_the_whole(
    knowledge: Knowledge,
) -> None:
    view, dispute = view_of(knowledge), knowledge.disputes[0]
    assert (view.number, view.total) == (1, len(dispute.conflicts))
    assert view.previous == view.whole.href == f"review.html?d={dispute.id}"
    assert view.following == f"review.html?c={dispute.conflicts[1]}"
    last = knowledge.conflict(dispute.conflicts[-1])
    assert review_of(open_book(knowledge), last, {}, queue(knowledge)).following == view.whole.href


def test_a_dispute_shows_every_side_with_its_words_and_every_pair(knowledge: Knowledge) -> None:
    view, dispute = whole(knowledge), knowledge.disputes[0]
    assert [s.key for s in view.sides] == ["a", "b", "c"][: len(dispute.camps)]
    assert len(view.pairs) == view.left == len(dispute.conflicts)
    for side, camp in zip(view.sides, dispute.camps, strict=True):
        claims = {c for p in camp.positions for c in knowledge.position(p).claims}
        assert {side.place.passage.claim, *(p.claim for p in side.more)} <= claims


def decided(k: Knowledge, sides: tuple[tuple[str, ...], ...], **what: Any) -> Verdict:
    """Ada's decision on the first dispute, as its sides were then."""
    told = {"verdict": VerdictKind.REAL, "by": "Ada", "when": "2026-05-01"} | what
    return Verdict(conflict="", dispute=k.disputes[0].id, sides=sides, **told)


def test_a_decision_on_sides_that_changed_says_so_and_can_be_made_again(
    knowledge: Knowledge,
) -> None:
    dispute = knowledge.disputes[0]
    as_now = tuple(c.positions for c in dispute.camps)
    assert list(stale_of(dispute, [decided(knowledge, as_now)])) == []
    first, second, *_ = as_now
    then = ((*first, "gone"), second[1:])
    line = decided(
        knowledge, then, verdict=VerdictKind.PREFER, position=first[0], says=("for ever", "less")
    )
    (stale,) = stale_of(dispute, [line])
    came = sum(map(len, as_now)) - len(first) - len(second) + 1
    assert stale.words == (
        "Ada decided on 1 May 2026: one side preferred, [for ever]. The sides have changed since: "
        f"{count(came, 'answer')} came and one went."
    )
    assert (stale.verdict, stale.side) == ("prefer", "a")
    lost = decided(
        knowledge, (("gone",), second), verdict=VerdictKind.PREFER, position="gone", says=("x", "y")
    )
    assert [(s.verdict, s.side) for s in stale_of(dispute, [lost])] == [("", "")]


def test_what_only_changed_sides_is_told(knowledge: Knowledge) -> None:
    dispute = knowledge.disputes[0]
    together = (tuple(id for c in dispute.camps for id in c.positions),)
    (stale,) = stale_of(dispute, [decided(knowledge, together)])
    assert stale.words.endswith("The sides have changed since: some answers changed sides.")
    assert (stale.verdict, stale.side) == ("real", "")


@pytest.mark.parametrize("of", ["pair", "whole"])
def test_hostile_text_stays_text(of: str) -> None:
    made = {"pair": view_of, "whole": whole}[of]
    evil, plain = written_with(EVIL), written_with("words")
    tree, tame = shown(evil, **{of: made(evil)}), shown(plain, **{of: made(plain)})
    assert not tree.css("img, style, iframe")
    assert [s.attributes.get("src") for s in tree.css("script")] == ["site.js"]
    assert {e.tag for e in tree.css("*")} == {e.tag for e in tame.css("*")}
    assert not [a for a in tree.css("a") if "javascript" in (a.attributes["href"] or "")]
