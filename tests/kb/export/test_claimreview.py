"""ClaimReview: what people decided on single claims, as schema.org words it."""

from dataclasses import replace
from typing import Any

import pytest

from kb.export.claimreview import claim_review_rows
from kb.knowledge.value import Knowledge
from kb.model import Verdict, VerdictKind
from kb.verdicts.standing import standings
from tests.reports.mattress import mattress


def address(claim: str) -> str:
    return f"https://example.org/site/#claim-{claim}"


def reviews(k: Knowledge, *verdicts: Verdict) -> dict[str, Any]:
    """The reviews by what is reviewed, after these verdicts."""
    known = replace(k, verdicts=verdicts, standings=standings(verdicts, k.conflicts))
    return {row["claimReviewed"]: row for row in claim_review_rows(known, address)}


@pytest.fixture(scope="module")
def k() -> Knowledge:
    return mattress()


def prefers_years(k: Knowledge, **more: Any) -> Verdict:
    """The verdict that eight to ten years is right, and for ever is not."""
    (right,) = (p for p in k.positions if p.label.startswith("8 to 10"))
    (wrong,) = (p for p in k.positions if p.label == "for ever")
    pairs = ((c.id, {c.a.position, c.b.position}) for c in k.conflicts)
    (conflict,) = (id for id, sides in pairs if sides == {right.id, wrong.id})
    given = {"by": "Ada", "when": "2026-05-01T10:00:00+00:00"} | more
    return Verdict(conflict, VerdictKind.PREFER, position=right.id, **given)


def test_a_review_has_what_validators_ask_for(k: Knowledge) -> None:
    review = reviews(k, prefers_years(k, note="Tests show it."))["lasts for ever"]
    (claim,) = (c.id for c in k.claims if c.quote == "lasts for ever")
    source = {"@type": "Organization", "name": "Dreamwell"}
    assert review == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": address(claim),
        "datePublished": "2026-05-01",
        "author": {"@type": "Person", "name": "Ada"},
        "claimReviewed": "lasts for ever",
        "itemReviewed": {
            "@type": "Claim",
            "text": "lasts for ever",
            "author": source,
            "datePublished": "2024-03-07",
            "appearance": {
                "@type": "CreativeWork",
                "name": "Sleep better for life",
                "url": "https://example.org/dreamwell",
                "author": source,
                "datePublished": "2024-03-07",
            },
        },
        "reviewRating": {
            "@type": "Rating",
            "alternateName": "A claim that was set against it is preferred",
            "ratingExplanation": "Tests show it.",
        },
    }


def test_the_program_reviews_nothing_by_itself(k: Knowledge) -> None:
    assert reviews(k) == {}


def test_each_settled_claim_has_one_review(k: Knowledge) -> None:
    found = reviews(k, prefers_years(k), prefers_years(k, by="Bo", when="2026-06-02"))
    assert len(found) == 3  # two claims say for ever, one says eight to ten years
    (right,) = (r for said, r in found.items() if "eight to ten" in said)
    assert right["author"] == [{"@type": "Person", "name": n} for n in ("Ada", "Bo")]
    assert right["datePublished"] == "2026-06-02"


def test_what_is_not_known_is_left_out(k: Knowledge) -> None:
    bare = tuple(replace(s, publisher=None, url=None, date=None) for s in k.sources)
    known = replace(k, sources=bare)
    review = reviews(known, prefers_years(k, when="in May"))["lasts for ever"]
    assert "datePublished" not in review
    item = review["itemReviewed"]
    assert item == {
        "@type": "Claim",
        "text": "lasts for ever",
        "appearance": {"@type": "CreativeWork", "name": "Sleep better for life"},
    }
