"""The page of all conflicts: each dispute with its pairs; what is less sure folded beneath."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import NamedTuple

from kb.model import Conflict, Strength
from reports import address, text
from reports.views.book import Book, Link, kept
from reports.views.card import KINDS, MORE, STRENGTHS, VERDICTS, Card, card_of, sharpness
from reports.views.dispute import question_of, tally_of
from reports.views.kinds import SAID_BY, who_choices
from reports.views.more import MoreLine, conflict_lines

PER_PAGE = 200
PASSAGES = 800  # quoted on one page


@dataclass(frozen=True, slots=True)
class FilterChoice:
    """One choice of a filter."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter over the cards; its name is its key in the address."""

    name: str
    label: str
    choices: tuple[FilterChoice, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Cards under one heading: those of a dispute, or of a shelf. Folded ones open on demand.

    `tally` says how many there are; `softer` are a dispute's tensions beneath its contradictions.
    """

    id: str
    title: str
    href: str
    tally: str
    lead: str
    folded: bool
    cards: tuple[Card, ...]
    softer: tuple[Card, ...] = ()


@dataclass(frozen=True, slots=True)
class ConflictsView:
    """A page of conflicts."""

    title: str
    lead: str
    more: tuple[MoreLine, ...]
    groups: tuple[Group, ...]
    filters: tuple[Filter, ...]
    page: int
    pages: tuple[Link, ...]


LOOK = (
    "One of the passages is a row, a heading or a loose turn of words. If it means what it "
    "seems to, the two can’t both be true."
)
SETTLED = "Pairs that a person looked at and let stand."


def in_order(book: Book) -> list[Conflict]:
    """The open ones by dispute, its contradictions first; what is worth a look; the settled."""
    place = {c: n for n, d in enumerate(book.disputes) for c in d.conflicts}

    def key(conflict: Conflict) -> tuple[object, ...]:
        return place.get(conflict.id, len(place)), conflict.strength, *sharpness(book, conflict)

    parts = ((*book.contradictions, *book.tensions), book.looks, book.settled)
    return [c for part in parts for c in sorted(part, key=key)]


class _Run(NamedTuple):
    """The conflicts of a page, and the dispute that it begins with."""

    home: str
    conflicts: list[Conflict]


def pages_of(book: Book) -> dict[str, str]:
    """On which page each conflict's card stands."""
    placed = zip(conflict_pages(book), _placed(book), strict=True)
    return {c.id: name for name, run in placed for c in run.conflicts}


@kept
def conflict_pages(book: Book) -> tuple[str, ...]:
    """The names of the pages of conflicts, at least one; but for the first, each is named after
    the dispute that it begins with, so that it keeps its name whatever stands before it."""
    times: Counter[str] = Counter()
    names = []
    for home, _ in _placed(book):
        times[home] += 1
        names.append(address.numbered(f"conflicts-{home}", times[home]))
    return ("conflicts.html", *names[1:])


@kept
def _placed(book: Book) -> list[_Run]:
    """The conflicts in page-sized runs, at least one.

    Of many, which disputes begin a page is told by their ids: so what comes or goes moves the
    cards of a page or two, and not of all that follow.
    """
    home = {c: d.id for d in book.disputes for c in d.conflicts}
    ordered = in_order(book)
    every = _every(len(book.disputes), len(ordered), sum(map(_quoted, ordered)))
    runs = [_Run("", [])]
    quoted, last = 0, ""
    for conflict in ordered:
        here, mine = home.get(conflict.id, last), runs[-1].conflicts
        begins = here != last and every and int(here, 16) % every == 0
        full = len(mine) == PER_PAGE or quoted + _quoted(conflict) > PASSAGES
        if mine and (begins or full):
            runs.append(_Run(here, mine := []))
            quoted = 0
        mine.append(conflict)
        quoted, last = quoted + _quoted(conflict), here
    return runs


def _every(disputes: int, conflicts: int, quoted: int) -> int:
    """Of so many disputes one begins a page, to fill about half of it; none of a page's few."""
    if conflicts <= PER_PAGE and quoted <= PASSAGES:
        return 0
    fit = PASSAGES / 2 * disputes / quoted
    return 1 << max(0, round(log2(fit))) if fit else 0


def _quoted(conflict: Conflict) -> int:
    """How many passages its card shows."""
    return sum(min(len(side.claims), MORE + 1) for side in (conflict.a, conflict.b))


def conflict_index(book: Book) -> bytes:
    """A script file that sends a conflict's first address on to the page of its card."""
    later = {id: page for id, page in sorted(book.pages.items()) if page != "conflicts.html"}
    return f"window.CONFLICT_PAGES={json.dumps(later, indent=0)};\n".encode()


def conflicts_views(book: Book) -> Iterable[tuple[str, ConflictsView]]:
    """The pages of conflicts with their file names, at least one."""
    for page, name in enumerate(conflict_pages(book), 1):
        yield name, conflicts_view(book, page)


def conflicts_view(book: Book, page: int) -> ConflictsView:
    """One page of the conflicts, counted from 1."""
    links = tuple(Link(f"{n}", name) for n, name in enumerate(conflict_pages(book), 1))
    part = _placed(book)[page - 1].conflicts
    return _view(book, part, page, links if len(links) > 1 else ())


def _view(book: Book, part: list[Conflict], page: int, pages: tuple[Link, ...]) -> ConflictsView:
    cards = {c.id: card_of(book, c) for c in part}
    groups = (
        *_disputes(book, part, cards),
        _shelf("look", "Worth a look", LOOK, book.looks, cards),
        _shelf("settled", "Settled by people", SETTLED, book.settled, cards),
    )
    return ConflictsView(
        title="Conflicts" if page == 1 else f"Conflicts, page {page}",
        lead=_lead(book),
        more=conflict_lines(book) if page == 1 else (),
        groups=tuple(g for g in groups if g.cards),
        filters=_filters(book, tuple(cards.values())),
        page=page,
        pages=pages,
    )


def _disputes(book: Book, part: list[Conflict], cards: Mapping[str, Card]) -> Iterator[Group]:
    """The disputes with a pair on the page. A page's `part` holds no conflict twice."""
    here = {c.id for c in part}
    for dispute in (d for d in book.disputes if not here.isdisjoint(d.conflicts)):
        mine = set(dispute.conflicts)
        pairs = [c for c in book.pairs_of(dispute) if book.is_open(c) and not c.look]
        shown = [c for c in part if c.id in mine and book.is_open(c) and not c.look]
        hard = tuple(cards[c.id] for c in shown if c.strength is Strength.CONTRADICTION)
        soft = tuple(cards[c.id] for c in shown if c.strength is Strength.TENSION)
        yield Group(
            id=f"d-{dispute.id}",
            title=question_of(dispute),
            href=f"disputes.html#d-{dispute.id}",
            tally=tally_of(pairs),
            lead="",
            folded=False,
            cards=hard or soft,
            softer=soft if hard else (),
        )


def _shelf(
    id: str, title: str, lead: str, all: Sequence[Conflict], cards: Mapping[str, Card]
) -> Group:
    mine = {c.id for c in all}
    chosen = tuple(card for id, card in cards.items() if id in mine)
    return Group(id, title, "", text.figure(len(all), "pair"), lead, True, chosen)


@kept
def _lead(book: Book) -> str:
    if not book.conflicts:
        return "No two statements exclude each other or stand in tension."
    inside = sum(c.within_source for c in book.conflicts)
    hard, soft, looks = book.contradiction_count(), book.tension_count(), len(book.looks)
    words = (
        f"{text.count(len(book.sources), 'source')} and {text.count(len(book.claims), 'claim')}: "
        f"{text.count(hard, 'contradiction')}, {text.count(soft, 'tension')}"
    )
    words += f", {text.in_words(looks)} worth a look" if looks else ""
    at_least = "at least " if book.more else ""
    tail = (
        f"In {at_least}{text.in_words(inside)} of them a source is at odds with itself."
        if inside
        else ""
    )
    return f"{text.sentence(words)} {tail}".strip()


def _filters(book: Book, cards: tuple[Card, ...]) -> tuple[Filter, ...]:
    """Only the choices that some card on the page answers to."""
    aspects = {k for c in cards for k in c.key_aspect.split()}
    sources = {k for c in cards for k in c.key_source.split()}
    kinds = {c.key_kind for c in cards}
    strengths = {str(c.strength) for c in cards}
    verdicts = {c.key_verdict for c in cards}
    who = {k for c in cards for k in c.key_who.split()}
    questions = ((address.slug(a), v.label) for a, v in book.aspects.items())
    titles = ((address.slug(s), book.short[s]) for s in book.sources)
    rows: tuple[tuple[str, str, Iterable[tuple[str, str]], set[str]], ...] = (
        ("aspect", "Question", questions, aspects),
        ("source", "Source", titles, sources),
        ("who", SAID_BY, who_choices(book), who if len(who) > 1 else set()),
        ("kind", "Kind", ((str(k), w) for k, w in KINDS.items()), kinds),
        ("strength", "Strength", ((str(k), w) for k, w in STRENGTHS.items()), strengths),
        ("verdict", "Verdict", (("none", "Not yet decided"), *VERDICTS.items()), verdicts),
    )
    made = (
        Filter(name, label, tuple(FilterChoice(v, text.plain(w)) for v, w in pairs if v in found))
        for name, label, pairs, found in rows
    )
    return tuple(f for f in made if f.choices)
