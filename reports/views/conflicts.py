"""The page of all conflicts: contradictions first, what is less sure folded beneath."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Conflict, Strength
from reports import address, text
from reports.views.book import Book, Link
from reports.views.card import KINDS, MORE, STRENGTHS, VERDICTS, Card, card_of, sharpness
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
    """Cards under one heading; folded ones open on demand."""

    id: str
    title: str
    lead: str
    folded: bool
    cards: tuple[Card, ...]


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


LEADS = {
    "contradictions": "Statements that can’t both be true.",
    "tensions": "Statements that pull apart but leave room for both.",
    "look": "One of the passages is a row, a heading or a loose turn of words. If it means what it "
    "seems to, the two can’t both be true.",
    "settled": "Pairs that a person looked at and let stand.",
}


def in_order(book: Book) -> list[Conflict]:
    """Contradictions, tensions, what is worth a look, settled; each by aspect, sharpest first."""
    place = {a: n for n, a in enumerate(book.aspects)}

    def key(conflict: Conflict) -> tuple[int, object]:
        return place.get(conflict.aspect.split("|")[0], len(place)), sharpness(book, conflict)

    parts = (book.contradictions(), book.tensions(), book.looks(), book.settled())
    return [c for part in parts for c in sorted(part, key=key)]


def pages_of(book: Book) -> dict[str, str]:
    """On which page each conflict's card stands."""
    runs = enumerate(_runs(in_order(book)), 1)
    return {c.id: address.numbered("conflicts", n) for n, run in runs for c in run}


def _runs(ordered: list[Conflict]) -> list[list[Conflict]]:
    """The conflicts in page-sized runs, at least one."""
    runs: list[list[Conflict]] = [[]]
    quoted = 0
    for conflict in ordered:
        more = sum(min(len(side.claims), MORE + 1) for side in (conflict.a, conflict.b))
        if len(runs[-1]) == PER_PAGE or (runs[-1] and quoted + more > PASSAGES):
            runs.append([])
            quoted = 0
        runs[-1].append(conflict)
        quoted += more
    return runs


def conflict_index(book: Book) -> bytes:
    """A script file that sends a conflict's first address on to the page of its card."""
    later = {id: page for id, page in sorted(book.pages.items()) if page != "conflicts.html"}
    return f"window.CONFLICT_PAGES={json.dumps(later, indent=0)};\n".encode()


def conflicts_views(book: Book) -> Iterable[tuple[str, ConflictsView]]:
    """The pages of conflicts with their file names, at least one."""
    runs = _runs(in_order(book))
    names = [address.numbered("conflicts", n) for n in range(1, len(runs) + 1)]
    links = tuple(Link(f"{n}", name) for n, name in enumerate(names, 1))
    for page, (part, name) in enumerate(zip(runs, names, strict=True), 1):
        yield name, _view(book, part, page, links if len(links) > 1 else ())


def _view(book: Book, part: list[Conflict], page: int, pages: tuple[Link, ...]) -> ConflictsView:
    cards = {c.id: card_of(book, c) for c in part}
    settled = {c.id for c in book.settled()}
    hard = [c for c in part if c.strength == Strength.CONTRADICTION and c.id not in settled]
    soft = [c for c in part if c.strength == Strength.TENSION and c.id not in settled]
    looks = [c for c in soft if c.look]
    soft = [c for c in soft if not c.look]
    done = [c for c in part if c.id in settled]
    groups = (
        _group("contradictions", "contradiction", hard, cards, book.contradiction_count()),
        _group("tensions", "tension", soft, cards, book.tension_count(), folded=bool(hard)),
        _group("look", "pair", looks, cards, len(book.looks()), folded=True, more=" worth a look"),
        _group("settled", "settled conflict", done, cards, len(settled), folded=bool(hard or soft)),
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


def _group(
    id: str,
    noun: str,
    part: list[Conflict],
    cards: dict[str, Card],
    total: int,
    folded: bool = False,
    more: str = "",
) -> Group:
    chosen = tuple(cards[c.id] for c in part)
    title = text.sentence(text.figure(total, noun) + more)[:-1]
    return Group(id, title, LEADS[id], folded, chosen)


def _lead(book: Book) -> str:
    if not book.conflicts:
        return "No two statements exclude each other or pull apart."
    inside = sum(c.within_source for c in book.conflicts)
    hard, soft, looks = book.contradiction_count(), book.tension_count(), len(book.looks())
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
