"""The list of sources."""

from dataclasses import dataclass

from kb.model import Strength
from reports import text
from reports.views.book import Book, Link

UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the list of sources."""

    link: Link
    title: str
    kind: str
    publisher: str
    date: str
    claims: str
    contradictions: str
    copy_of: Link | None


@dataclass(frozen=True, slots=True)
class SourceLines:
    """The list, and the files that could not be read."""

    lead: str
    lines: tuple[SourceLine, ...]
    unread: tuple[tuple[str, str], ...]


def source_lines(book: Book) -> SourceLines:
    """Every source in the order of the corpus."""
    lead = text.sentence(f"{text.count(len(book.sources), 'source')} in the corpus")
    return SourceLines(lead, tuple(_line(book, s) for s in book.sources), book.unread)


def _line(book: Book, id: str) -> SourceLine:
    source = book.sources[id]
    claims, original = book.by_source.get(id, ()), source.copy_of
    hard = {
        c.id
        for claim in claims
        for c in book.open_of_claim.get(claim.id, ())
        if c.strength is Strength.CONTRADICTION
    }
    return SourceLine(
        link=book.source_link(id),
        title=text.shorten(source.title, 200) or id,
        kind=str(source.kind),
        publisher=text.shorten(source.publisher or UNKNOWN, 80),
        date=text.when(source.date) or UNKNOWN,
        claims=text.number(len(claims)),
        contradictions=text.number(len(hard)) if hard else "–",
        copy_of=book.source_link(original) if original and original in book.sources else None,
    )
