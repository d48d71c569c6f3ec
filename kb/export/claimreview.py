"""schema.org `ClaimReview` for the claims that people settled, as fact-checkers publish it.

https://schema.org/ClaimReview. There is one for each settled claim and none for what the program
found; there are no figures in the rating, for nobody gave any.
"""

import datetime
from collections.abc import Callable
from typing import Any

from extract.model import Claim
from kb.knowledge.value import Knowledge
from kb.model import Source
from kb.verdicts.claims import ClaimVerdict, settled_claims

FILE = "claimreview.jsonl"
Row = dict[str, Any]


def claim_review_rows(k: Knowledge, address: Callable[[str], str]) -> list[Row]:
    """A review for each settled claim, by the claim's id; `address` says where a claim is shown."""
    return [
        claim_review(verdict, k.claim(id), k.source(k.claim(id).source), address(id))
        for id, verdict in settled_claims(k.conflicts, k.standings).items()
    ]


def claim_review(verdict: ClaimVerdict, claim: Claim, source: Source, url: str) -> Row:
    """The review of one claim; what is not known is left out."""
    quote = " ".join(claim.quote.split())
    return _known(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "url": url,
            "datePublished": _day(verdict.verdicts[-1].when),
            "author": _people(verdict),
            "claimReviewed": quote,
            "itemReviewed": _claim(quote, source),
            "reviewRating": _rating(verdict),
        }
    )


def _claim(quote: str, source: Source) -> Row:
    """Whose the claim is: the publisher, if anybody told who that is, and the text it stands in."""
    by = {"@type": "Organization", "name": source.publisher} if source.publisher else None
    page = {"@type": "CreativeWork", "name": source.title, "url": source.url, "author": by}
    page["datePublished"] = source.date
    whole = {"@type": "Claim", "text": quote, "author": by, "datePublished": source.date}
    return _known({**whole, "appearance": _known(page)})


def _people(verdict: ClaimVerdict) -> Row | list[Row]:
    """Who decided; one by itself, several as a list."""
    names = dict.fromkeys(v.by for v in verdict.verdicts)
    people = [{"@type": "Person", "name": name} for name in names]
    return people if len(people) > 1 else people[0]


def _rating(verdict: ClaimVerdict) -> Row:
    notes = dict.fromkeys(v.note for v in verdict.verdicts if v.note)
    words = {"@type": "Rating", "alternateName": str(verdict.outcome)}
    return _known({**words, "ratingExplanation": " ".join(notes) or None})


def _day(when: str) -> str | None:
    """The day as ISO 8601 has it; None for what is no date."""
    try:
        return datetime.date.fromisoformat(when[:10]).isoformat()
    except ValueError:
        return None


def _known(row: Row) -> Row:
    return {key: value for key, value in row.items() if value is not None}
