"""The pairs of a question that are counted and not shown, as a line of a page."""

from collections.abc import Callable
from dataclasses import dataclass

from kb.knowledge.more import more_conflicts, more_near_misses
from kb.model import MorePairs
from reports import text
from reports.views.book import Book, Link


@dataclass(frozen=True, slots=True)
class MoreLine:
    """One question, and how many of its pairs the page does not show."""

    aspects: tuple[Link, ...]
    words: str


def conflict_lines(book: Book, aspect: str | None = None) -> tuple[MoreLine, ...]:
    """The questions with more conflicts than are shown; only those of one aspect, if named."""
    return _lines(book, more_conflicts, aspect)


def near_miss_lines(book: Book) -> tuple[MoreLine, ...]:
    """The questions with more near misses than are shown."""
    return _lines(book, more_near_misses, None)


def _lines(
    book: Book, words: Callable[[MorePairs], str], aspect: str | None
) -> tuple[MoreLine, ...]:
    chosen = (m for m in book.more if aspect is None or aspect in m.aspect.split("|"))
    said = ((m, words(m)) for m in chosen)
    return tuple(MoreLine(book.aspect_links(m.aspect), text.sentence(s)) for m, s in said if s)
