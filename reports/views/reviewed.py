"""The claims of a source that people settled, for readers and, as ClaimReview, for programs."""

from dataclasses import dataclass
from typing import Any

from kb.export.claimreview import claim_review
from reports import text
from reports.views import parts
from reports.views.book import Book


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A claim, what people decided on it, and the same as schema.org's ClaimReview."""

    href: str
    quote: str
    outcome: str
    who: str
    when: str
    note: str
    review: dict[str, Any]


def reviewed_on(book: Book, source: str, page: int) -> tuple[Reviewed, ...]:
    """The settled claims that stand on that page of the source, in the order of the text."""
    name = parts.names(book.documents[source])[page - 1]
    claims = (c for c in book.by_source.get(source, ()) if c.id in book.settled_claims)
    ordered = sorted(claims, key=lambda c: (c.start, c.end, c.id))
    return tuple(
        _reviewed(book, c.id) for c in ordered if book.claim_href(c.id).startswith(f"{name}#")
    )


def _reviewed(book: Book, id: str) -> Reviewed:
    claim, verdict = book.claims[id], book.settled_claims[id]
    href = book.claim_href(id)
    return Reviewed(
        href=href,
        quote=text.one_line(claim.quote),
        outcome=str(verdict.outcome),
        who=text.listing(dict.fromkeys(v.by for v in verdict.verdicts)),
        when=text.when(verdict.verdicts[-1].when),
        note=" ".join(dict.fromkeys(v.note for v in verdict.verdicts if v.note)),
        review=claim_review(verdict, claim, book.sources[claim.source], href),
    )
