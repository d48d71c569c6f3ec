"""Kinds of source on the pages: what a filter by kind looks at, and a passage of each kind."""

from collections.abc import Iterable, Iterator

from reports.views.book import Book
from reports.views.passage import best

SAID_BY = "Said by"


def key(words: str) -> str:
    """The kind as a filter's value."""
    return words.replace(" ", "-")


def who_keys(book: Book, sources: Iterable[str]) -> str:
    """The kinds of these sources as a card carries them for the filter; nothing if none is known.

    They are in the order of the alphabet.
    """
    return " ".join(sorted({key(book.kinds[s]) for s in sources}))


def who_choices(book: Book) -> Iterator[tuple[str, str]]:
    """What the filter offers, as value and words: the kinds there are, if they are several."""
    there = sorted({words for words in book.kinds.values() if words})
    if len(there) > 1:
        yield from ((key(words), words) for words in there)


def first_of_other_kinds(book: Book, lead: str, claims: Iterable[str]) -> tuple[str, ...]:
    """The best of the claims for each kind of source but the lead's own."""
    if not any(book.kinds.values()):
        return ()
    found = {book.kinds[book.claims[lead].source]: lead}
    for id in best(book, tuple(dict.fromkeys(claims))):
        found.setdefault(book.kinds[book.claims[id].source], id)
    return tuple(found.values())[1:]
