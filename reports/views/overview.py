"""The first page: what the corpus is, what matters in it, and the matrix."""

from dataclasses import dataclass

from kb.history.changes import Changes
from kb.model import Agreement
from reports import text
from reports.views.book import Book, Link
from reports.views.card import Card, card_of, sharpest
from reports.views.changes import sentence_of
from reports.views.matrix import Matrix, matrices
from reports.views.more import MoreLine, conflict_lines

SHARPEST = 5
NEWS = 6  # conflicts named as opened or closed; the page of changes has them all


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that matters and where it leads."""

    value: str
    label: str
    href: str
    tone: str = ""


@dataclass(frozen=True, slots=True)
class Unread:
    """A file that could not be read."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class ChangeSummary:
    """What differs from the build before."""

    sentence: str
    opened: tuple[Link, ...]
    closed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page."""

    topic: str
    lead: str
    beyond: tuple[MoreLine, ...]
    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...]
    unread_words: str
    sharpest: tuple[Card, ...]
    more: str
    changes: ChangeSummary | None
    matrix: Matrix
    matrix_pages: tuple[Link, ...]


def overview_of(book: Book, changes: Changes | None = None) -> tuple[Overview, ...]:
    """The overview, and one further page for each further piece of the matrix."""
    pieces = matrices(book)
    links = tuple(
        Link(f"{m.sources[0].label} – {m.sources[-1].label}", _page(n))
        for n, m in enumerate(pieces, 1)
        if m.sources
    )
    cards = tuple(card_of(book, c) for c in sharpest(book, SHARPEST))
    return tuple(
        Overview(
            topic=book.topic.topic,
            lead=_lead(book),
            beyond=conflict_lines(book),
            figures=_figures(book),
            unread=tuple(Unread(f, r) for f, r in book.unread),
            unread_words=_unread(len(book.unread)),
            sharpest=cards,
            more=_more(book.contradiction_count(), len(cards)),
            changes=_changes(book, changes),
            matrix=piece,
            matrix_pages=links if len(links) > 1 else (),
        )
        for piece in pieces
    )


def _page(number: int) -> str:
    return "index.html#matrix" if number == 1 else f"matrix-{number}.html"


def _lead(book: Book) -> str:
    answered = sum(v.agreement != Agreement.SILENT for v in book.views.values())
    make = "makes" if len(book.sources) == 1 else "make"
    first = (
        f"{text.count(len(book.sources), 'source')} {make} "
        f"{text.count(len(book.claims), 'claim')} on {text.count(answered, 'question')}."
    )
    return f"{text.sentence(first)} {_clash(book)}"


def _clash(book: Book) -> str:
    hard, soft = book.contradiction_count(), book.tension_count()
    if not hard and not soft:
        return "Nothing in them contradicts anything else."
    if not hard:
        return f"No two exclude each other; {text.count(soft, 'pair')} pull apart."
    pairs = f"{text.count(hard, 'pair')} of statements {'excludes' if hard == 1 else 'exclude'}"
    tail = f", and {text.in_words(soft)} more {'pulls' if soft == 1 else 'pull'} apart"
    return f"Among these, {pairs} each other{tail if soft else ''}."


def _figures(book: Book) -> tuple[Figure, ...]:
    rows = (
        (book.contradiction_count(), "contradiction", "conflicts.html", "contradiction"),
        (book.tension_count(), "tension", "conflicts.html#tensions", "tension"),
        (book.near_miss_count(), "near miss", "near-misses.html", ""),
        (len(book.claims), "claim", "search.html", ""),
        (sum(v.agreement != Agreement.SILENT for v in book.views.values()), "question answered",
         "aspects.html", ""),
        (len(book.sources), "source", "sources.html", ""),
    )  # fmt: skip
    return tuple(Figure(text.number(n), _noun(w, n), href, tone) for n, w, href, tone in rows)


def _noun(words: str, n: int) -> str:
    head = words.removesuffix(" answered")
    return text.plural(head, n) + words[len(head) :]


def _unread(n: int) -> str:
    return text.sentence(f"{text.count(n, 'file')} could not be read and {_has(n)} left out")


def _has(n: int) -> str:
    return "was" if n == 1 else "were"


def _more(total: int, shown: int) -> str:
    if total <= shown:
        return "All conflicts, with the tensions"
    return f"All {text.number(total)} contradictions, and the tensions"


def _changes(book: Book, changes: Changes | None) -> ChangeSummary | None:
    if changes is None:
        return None
    fresh = set(changes.opened)
    found = [c for c in book.conflicts if c.id in fresh]
    opened = tuple(Link(c.explanation, book.conflict_link(c)) for c in found[:NEWS])
    return ChangeSummary(sentence_of(changes), opened, changes.closed[:NEWS])
