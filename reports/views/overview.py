"""The first page: what the sources disagree about, and the matrix."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.history.changes import Changes
from kb.model import Agreement, Dispute, Strength
from reports import text
from reports.views.about import caveat
from reports.views.book import Book, Link
from reports.views.changes import sentence_of
from reports.views.columns import Columns, links, pieces
from reports.views.dispute import DisputeCard, brief_of, dispute_card, lead_of, open_disputes
from reports.views.folded import FoldedMatrix, folded_matrix
from reports.views.matrix import Matrix, matrix_of, silent
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
    """The first page; the matrix of many sources stands there folded, as `folded`."""

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
    folded: FoldedMatrix | None
    matrix: Matrix | None
    matrix_pages: tuple[Link, ...]
    silent: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class MatrixPage:
    """Some of the sources side by side, of a group if there are any; `page` is its place."""

    group: str
    first: Link
    last: Link
    matrix: Matrix
    pages: tuple[Link, ...]
    page: int


def overview_of(book: Book, changes: Changes | None = None) -> Overview:
    """The overview, with the changes since the build before."""
    folded = folded_matrix(book)
    every = open_disputes(book)
    further = tuple(brief_of(book, dispute_card(book, d)) for d in every[FIRST : FIRST + BRIEF])
    return Overview(
        topic=book.topic.topic,
        headline=lead_of(book).rstrip("."),
        lead=_lead(book, every),
        caveat=caveat() if every else "",
        guessed=_guessed(book),
        beyond=conflict_lines(book),
        figures=_figures(book, len(every)),
        unread=tuple(Unread(f, r) for f, r in book.unread),
        unread_words=_unread(len(book.unread)),
        disputes=tuple(dispute_card(book, d) for d in every[:FIRST]),
        further=further,
        more=_more(len(every)),
        changes=_changes(book, changes),
        folded=folded,
        matrix=None if folded else matrix_of(book, pieces(book)[0].sources),
        matrix_pages=() if folded else links(book, None),
        silent=silent(book),
    )


def matrix_pages(book: Book) -> int:
    """How many pages the matrix has beside the first page."""
    return len(_further(book))


def matrix_page(book: Book, page: int) -> tuple[str, MatrixPage]:
    """The name and view of one page of the matrix, counted from 1."""
    piece = _further(book)[page - 1]
    choices = links(book, piece.group)
    at = next((n for n, link in enumerate(choices, 1) if link.href == piece.name), 0)
    first, last = book.source_link(piece.sources[0]), book.source_link(piece.sources[-1])
    return piece.name, MatrixPage(
        group=piece.group.label if piece.group else "",
        first=first,
        last=last,
        matrix=matrix_of(book, piece.sources),
        pages=choices,
        page=at if piece.group else 0,
    )


def _further(book: Book) -> tuple[Columns, ...]:
    return tuple(p for p in pieces(book) if p.name != "index.html")


def _lead(book: Book, disputes: Sequence[Dispute]) -> str:
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


def _hard(disputes: Sequence[Dispute]) -> str:
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
