"""An aspect's page: its dispute, every position on it, and beside them who says nothing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.model import Polarity
from extract.topic.schema import Aspect
from kb.model import Agreement, Conflict, Position
from reports import address, svg, text
from reports.views import picture, standing
from reports.views.book import Book, Link, kept
from reports.views.dispute import DisputeCard, dispute_card, open_disputes, question_of
from reports.views.label import label_of
from reports.views.matrix import agreement_words
from reports.views.more import MoreLine, conflict_lines
from reports.views.passage import Passage, best, passage_of
from reports.views.standing import Stance

PASSAGES = 3
POSITIONS = 120  # set with their passages; further ones are only named
LINES = 3000  # passages listed source by source
RELATED = 12  # other questions named beside it
REFINES = 12  # more general positions named with one


@dataclass(frozen=True, slots=True)
class Clash:
    """Another position that this one excludes or is in tension with."""

    says: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class Stand:
    """A position as the page shows it."""

    id: str
    label: str
    denies: bool
    sign: str
    standing: Stance
    words: str
    sources: tuple[Link, ...]
    passages: tuple[Passage, ...]
    more: tuple[Link, ...]
    clashes: tuple[Clash, ...]
    refines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A passage in short: what it comes to, and its words."""

    label: str
    quote: str
    href: str


@dataclass(frozen=True, slots=True)
class BySource:
    """All that one source says on the aspect."""

    slug: str
    source: Link
    passages: tuple["Said", ...]


@dataclass(frozen=True, slots=True)
class RelatedQuestion:
    """Another question that bears on this one, and how far the sources agree on it."""

    link: Link
    question: str
    agreement: Agreement
    words: str


@dataclass(frozen=True, slots=True)
class AspectPage:
    """The page of one aspect. `dispute` is the one named after it; `within` is another that its
    conflicts belong to."""

    id: str
    label: str
    question: str
    agreement: Agreement
    agreement_words: str
    lead: str
    beyond: tuple[MoreLine, ...]
    dispute: DisputeCard | None
    within: tuple[Link, ...]
    number_line: svg.NumberLine | None
    scale: tuple[picture.ScaleStep, ...]
    tree: tuple[picture.PartBranch, ...]
    stands: tuple[Stand, ...]
    others: tuple[Stand, ...]
    by_source: tuple[BySource, ...]
    silent: tuple[Link, ...]
    related: tuple[RelatedQuestion, ...]
    before: Link | None
    after: Link | None


@dataclass(frozen=True, slots=True)
class AspectLine:
    """A line of the list of aspects; `tied` ones stand under the dispute that they belong to."""

    link: Link
    question: str
    agreement: Agreement
    agreement_words: str
    says: str
    conflicts: str
    tied: bool


@dataclass(frozen=True, slots=True)
class AspectGroup:
    """The questions on which the sources stand alike."""

    id: str
    title: str
    lines: tuple[AspectLine, ...]


GROUPS = {
    "disputed": "In dispute",
    "agreed": "Not in dispute",
    "silent": "Nobody says anything",
}


def aspect_groups(book: Book) -> tuple[AspectGroup, ...]:
    """The list of all aspects: by dispute, what matters most first; the rest in file order."""
    disputes = open_disputes(book)
    named = {d.aspects[0] for d in disputes}
    tied: dict[str, bool] = {}
    for home, *others in (d.aspects for d in disputes):
        tied |= {home: False} | {a: True for a in others if a not in named | tied.keys()}
    counted = {a: False for a in book.aspects if _counted(book, a) and a not in tied}
    first = [a for a in (*tied, *counted) if a in book.aspects]
    rest = [a for a in book.aspects if a not in first]
    said = [a for a in rest if _own(book, a)]
    parts = (first, said, [a for a in rest if a not in said])
    return tuple(
        AspectGroup(id, title, tuple(_line(book, book.aspects[a], tied.get(a, False)) for a in ids))
        for (id, title), ids in zip(GROUPS.items(), parts, strict=True)
        if ids
    )


def _line(book: Book, aspect: Aspect, tied: bool) -> AspectLine:
    stands = _own(book, aspect.id)
    sources = {s for p in stands for s in p.sources}
    held = f"{text.figure(len(stands), 'position')} of {text.figure(len(sources), 'source')}"
    agreement = _agreement(book, aspect.id)
    found = len(_conflicts(book, aspect.id)) + _counted(book, aspect.id)
    return AspectLine(
        link=book.aspect_links(aspect.id)[0],
        question=aspect.question,
        agreement=agreement,
        agreement_words=agreement_words(book, aspect.id),
        says=held if stands else "–",
        conflicts=text.number(found) if found else "–",
        tied=tied,
    )


def _conflicts(book: Book, aspect: str) -> tuple[Conflict, ...]:
    positions = book.by_aspect.get(aspect, ())
    found = {c.id: c for p in positions for c in book.of_position.get(p.id, ())}
    return tuple(found.values())


def _counted(book: Book, aspect: str) -> int:
    """The conflicts of the aspect that are counted and not shown."""
    return sum(m.conflicts for m in book.more if aspect in m.aspect.split("|"))


def _own(book: Book, aspect: str) -> tuple[Position, ...]:
    return tuple(p for p in book.by_aspect.get(aspect, ()) if book.is_self(p))


def _agreement(book: Book, aspect: str) -> Agreement:
    view = book.views.get(aspect)
    return view.agreement if view else Agreement.SILENT


def aspect_pages(book: Book) -> Iterable[tuple[str, AspectPage]]:
    """Each aspect's page with its file name."""
    for id in book.aspects:
        yield address.aspect_page(id), aspect_view(book, id)


def _beside(book: Book, id: str) -> tuple[Link | None, Link | None]:
    """The questions before and after one, in file order."""
    ids = list(book.aspects)
    at = ids.index(id)
    before, after = ids[at - 1 : at] if at else [], ids[at + 1 : at + 2]
    links = (book.aspect_links(a[0])[0] if a else None for a in (before, after))
    return next(links), next(links)


def aspect_view(book: Book, id: str) -> AspectPage:
    """The page of the aspect of that id."""
    aspect = book.aspects[id]
    before, after = _beside(book, id)
    own = sorted(_own(book, aspect.id), key=lambda p: (-len(p.sources), p.id))
    rest = [p for p in book.by_aspect.get(aspect.id, ()) if not book.is_self(p)]
    agreement = _agreement(book, aspect.id)
    view = book.views.get(aspect.id)
    named = next((d for d in book.disputes if d.aspects[0] == aspect.id), None)
    card = dispute_card(book, named) if named else None
    speaking = {s for p in own for s in p.sources}
    silent = view.silent if view else tuple(s for s in book.sources if s not in speaking)
    return AspectPage(
        id=aspect.id,
        label=aspect.label,
        question=aspect.question,
        agreement=agreement,
        agreement_words=agreement_words(book, aspect.id),
        lead=_lead(book, own),
        beyond=conflict_lines(book, aspect.id),
        dispute=card,
        within=tuple(
            Link(question_of(d), f"disputes.html#d-{d.id}")
            for d in book.disputes
            if aspect.id in d.aspects[1:]
        ),
        number_line=None if card and card.line else picture.number_line(book, aspect, own),
        scale=picture.scale(book, aspect, own),
        tree=picture.tree(book, aspect, own),
        stands=tuple(stand_of(book, p, n < POSITIONS) for n, p in enumerate(own)),
        others=tuple(stand_of(book, p, n < POSITIONS) for n, p in enumerate(rest)),
        by_source=_by_source(book, own),
        silent=tuple(book.source_link(s) for s in silent),
        related=_related(book, aspect),
        before=before,
        after=after,
    )


def _related(book: Book, aspect: Aspect) -> tuple[RelatedQuestion, ...]:
    """The questions in its dispute, asked with it or tied to it, if somebody answers them."""
    disputes = [d.aspects for d in book.disputes if aspect.id in d.aspects]
    found = dict.fromkeys(a for d in disputes for a in (d if d[0] == aspect.id else d[:1]))
    near = _near(book).get(aspect.id, frozenset())
    found |= dict.fromkeys(a for a in book.aspects if a in near)
    chosen = [a for a in found if a != aspect.id and a in book.aspects and _own(book, a)]
    return tuple(
        RelatedQuestion(
            link=book.aspect_links(a)[0],
            question=book.aspects[a].question,
            agreement=_agreement(book, a),
            words=agreement_words(book, a),
        )
        for a in chosen[:RELATED]
    )


@kept
def _near(book: Book) -> Mapping[str, frozenset[str]]:
    """For each question those that the topic file asks with it or ties to it."""
    found: dict[str, set[str]] = defaultdict(set)
    ties = ((t.one.aspect, t.other.aspect) for t in book.topic.ties)
    asked = ((a.id, a.asked_with) for a in book.aspects.values() if a.asked_with)
    for one, other in (*ties, *asked):
        found[one].add(other)
        found[other].add(one)
    return {a: frozenset(near) for a, near in found.items()}


def _lead(book: Book, own: list[Position]) -> str:
    if not own:
        return "No source says anything on this."
    sources = {s for p in own for s in p.sources}
    answer = "answers" if len(sources) == 1 else "answer"
    words = f"{who_answers(book, len(sources))} {answer}, with {text.count(len(own), 'position')}"
    return text.sentence(words)


def who_answers(book: Book, n: int) -> str:
    """How many of the sources: "both sources", "three of five sources"."""
    total = len(book.sources)
    if n < total:
        return f"{text.in_words(n)} of {text.count(total, 'source')}"
    return {1: "the one source", 2: "both sources"}.get(n, f"all {text.count(n, 'source')}")


def stand_of(book: Book, position: Position, full: bool = True) -> Stand:
    """A position with its strongest passages and what is against it, or only with its name."""
    ids = best(book, position.claims) if full else ()
    stands = standing.of_position(book, position)
    return Stand(
        id=position.id,
        label=label_of(book, position),
        denies=position.polarity == Polarity.DENY,
        sign=standing.SIGNS[stands],
        standing=stands,
        words=standing.WORDS[stands],
        sources=_unquoted(book, position, ids[:PASSAGES]),
        passages=tuple(passage_of(book, i) for i in ids[:PASSAGES]),
        more=tuple(book.source_link(book.claims[i].source, i) for i in ids[PASSAGES:40]),
        clashes=_clashes(book, position) if full else (),
        refines=_refines(book, position),
    )


def _refines(book: Book, position: Position) -> tuple[str, ...]:
    """The labels of the more general positions, the last standing for those left out."""
    labels = [book.positions[r].label for r in position.refines if r in book.positions]
    rest = len(labels) - REFINES
    return (*labels[:REFINES], *([f"{text.number(rest)} more"] if rest > 0 else []))


def _unquoted(book: Book, position: Position, quoted: tuple[str, ...]) -> tuple[Link, ...]:
    """The sources that hold the position, unless the passages shown name them all."""
    named = {book.claims[i].source for i in quoted}
    if named >= set(position.sources):
        return ()
    return tuple(book.source_link(s) for s in position.sources)


def _clashes(book: Book, position: Position) -> tuple[Clash, ...]:
    clashes = []
    for conflict in book.open_of_position.get(position.id, ())[:12]:
        other = conflict.b if conflict.a.position == position.id else conflict.a
        says = _elsewhere(book, book.positions[other.position], position.aspect)
        clashes.append(Clash(says, str(conflict.strength), book.conflict_link(conflict)))
    return tuple(clashes)


def _elsewhere(book: Book, other: Position, aspect: str) -> str:
    """The other position's label, led by its question's if it answers another one."""
    lead = "" if other.aspect == aspect else f"{book.aspects[other.aspect].label}: "
    return lead + label_of(book, other)


def _by_source(book: Book, own: list[Position]) -> tuple[BySource, ...]:
    most = max(1, LINES // max(1, len(book.sources)))
    held: dict[str, list[Said]] = {}
    for position in own:
        label = label_of(book, position)
        for id in position.claims:
            claim = book.claims[id]
            said = Said(label, text.shorten(claim.quote, 110), book.claim_href(id))
            held.setdefault(claim.source, []).append(said)
    return tuple(
        BySource(address.slug(s), book.source_link(s), tuple(held[s][:most]))
        for s in book.sources
        if s in held
    )
