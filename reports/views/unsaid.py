"""Words of a source that could answer a question and do not: only mentioned, asked, wished …"""

from dataclasses import dataclass

from extract.model import Span
from kb.text import HELD_BACK
from reports import text
from reports.views.book import Book, Link

LONGEST = 200  # characters of a sentence that are shown
MARKS = "-–•* \t\n"  # of a list


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A sentence, the questions that its words speak of, and why it answers none of them."""

    text: str
    aspects: tuple[Link, ...]
    reason: str


def unsaid_of(book: Book, id: str) -> tuple[Mentioned, ...]:
    """What the source of that id only mentions, in the order of its text; one for a sentence
    and reason."""
    coverage = book.coverage.get(id)
    whole = book.documents[id].text
    found: dict[tuple[Span, str], dict[str, Link]] = {}
    for u in coverage.unsaid if coverage else ():
        links = found.setdefault((_line(whole, u.span), HELD_BACK[u.standing]), {})
        links.setdefault(u.aspect, book.aspect_links(u.aspect)[0])
    return tuple(
        Mentioned(
            text.shorten(whole[slice(*span)].strip(MARKS), LONGEST), (*links.values(),), reason
        )
        for (span, reason), links in found.items()
    )


def _line(whole: str, span: Span) -> Span:
    """The sentence around the words, as far as full stops and line ends tell."""
    ends = (". ", "! ", "? ", "\n")
    start = max(whole.rfind(mark, 0, span.start) + len(mark) for mark in ends)
    stops = [at for mark in ends if (at := whole.find(mark, span.end)) >= 0]
    return Span(max(start, 0), min(stops, default=len(whole) - 1) + 1)
