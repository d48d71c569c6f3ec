"""The first page: what the sources disagree about, and the matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.history.changes import Changes
from kb.model import Agreement, Strength
from reports import text
from reports.views.about import caveat
from reports.views.book import Book, Link
from reports.views.changes import sentence_of
from reports.views.dispute import DisputeCard, brief_of, dispute_cards, lead_of
from reports.views.matrix import Matrix, matrices
from reports.views.more import MoreLine, conflict_lines

FIRST = 6  # disputes set out on the first page
BRIEF = 10  # further ones, with their picture only
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
    headline: str
    lead: str
    caveat: str
    guessed: str
    beyond: tuple[MoreLine, ...]
    figures: tuple[Figure, ...]
    unread: tuple[Unread, ...]
    unread_words: str
    disputes: tuple[DisputeCard, ...]
    further: tuple[DisputeCard, ...]
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
    every = tuple(d for d in dispute_cards(book) if d.open)
    further = tuple(brief_of(book, d) for d in every[FIRST : FIRST + BRIEF])
    return tuple(
        Overview(
            topic=book.topic.topic,
            headline=lead_of(book, every).rstrip("."),
            lead=_lead(book, every),
            caveat=caveat() if every else "",
            guessed=_guessed(book),
            beyond=conflict_lines(book),
            figures=_figures(book, len(every)),
            unread=tuple(Unread(f, r) for f, r in book.unread),
            unread_words=_unread(len(book.unread)),
            disputes=every[:FIRST],
            further=further,
            more=_more(len(every)),
            changes=_changes(book, changes),
            matrix=piece,
            matrix_pages=links if len(links) > 1 else (),
        )
        for piece in pieces
    )


def _page(number: int) -> str:
    return "index.html#matrix" if number == 1 else f"matrix-{number}.html"


def _lead(book: Book, disputes: Sequence[DisputeCard]) -> str:
    answered = sum(v.agreement != Agreement.SILENT for v in book.views.values())
    make = "makes" if len(book.sources) == 1 else "make"
    first = (
        f"{text.count(len(book.sources), 'source')} {make} "
        f"{text.count(len(book.claims), 'claim')} on {text.count(answered, 'question')}."
    )
    return f"{text.sentence(first)} {_hard(disputes)}".strip()


def _guessed(book: Book) -> str:
    """What was guessed, where nobody has written a topic file."""
    if not book.topic.guessed:
        return ""
    against = ", ".join(rival.name for rival in book.topic.rivals)
    others = f", and told it apart from {against}" if against else ""
    return f"The program took the texts to be about {book.topic.subject.name}{others}."


def _hard(disputes: Sequence[DisputeCard]) -> str:
    """On how many of the questions the sides exclude each other."""
    hard = sum(d.strength is Strength.CONTRADICTION for d in disputes)
    if not disputes:
        return ""
    if not hard:
        return "Their statements differ, and can still both be true."
    where = "On it" if len(disputes) == 1 else f"On {text.in_words(hard)} of those in dispute"
    return f"{where} both sides can’t be right."


def _figures(book: Book, disputes: int) -> tuple[Figure, ...]:
    filtered = "conflicts.html#strength="
    rows = (
        (disputes, "dispute", "disputes.html", ""),
        (book.contradiction_count(), "contradiction", f"{filtered}contradiction",
         "contradiction"),
        (book.tension_count(), "tension", f"{filtered}tension", "tension"),
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


def _more(total: int) -> str:
    return "The dispute by itself" if total == 1 else f"All {text.in_words(total)} disputes"


def _changes(book: Book, changes: Changes | None) -> ChangeSummary | None:
    if changes is None:
        return None
    fresh = set(changes.opened)
    found = [c for c in book.conflicts if c.id in fresh]
    opened = tuple(Link(c.explanation, book.conflict_link(c)) for c in found[:NEWS])
    return ChangeSummary(sentence_of(changes), opened, changes.closed[:NEWS])
