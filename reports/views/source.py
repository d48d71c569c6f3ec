"""A source's page: its whole text with claims marked in place, and what others say beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extract.model import Block, BlockKind, Claim, Document
from kb.model import Conflict, SideOf, Strength
from reports import address, text
from reports.views import parts, standing
from reports.views.book import Book, Link
from reports.views.card import Card, card_of
from reports.views.label import label_of
from reports.views.margin import unfolded
from reports.views.marking import ClaimRun, runs_of
from reports.views.mended import Mended, MendedLine, mended_in, mended_of
from reports.views.reviewed import Reviewed, reviewed_on
from reports.views.sources import UNKNOWN
from reports.views.standing import Stance
from reports.views.unsaid import Mentioned, unsaid_of

AGAINST = 3  # conflicts named in one margin note
AGREE = 3  # sources named in it that agree
WHO = 2  # sources named that say one thing against it
WITHIN = 60  # conflicts of the source with itself that are set out


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference mark after a claim, leading to its note."""

    number: int
    claim: str


@dataclass(frozen=True, slots=True)
class SourceRun:
    """A run of text as it is set; anchors are claims that begin here.

    `mended` says who corrected what was read here, `struck` names claims that people struck.
    """

    text: str
    claims: str
    anchors: tuple[str, ...]
    refs: tuple[Ref, ...]
    standing: Stance | None
    missed: str
    mended: str = ""
    struck: str = ""


@dataclass(frozen=True, slots=True)
class Objection:
    """What another source says against a claim; `others` say so and are not named."""

    says: str
    who: tuple[Link, ...]
    others: int
    strength: Strength
    href: str
    here: bool


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A margin note on one claim; `others` agree and are not named."""

    ref: Ref
    aspect: Link
    label: str
    sign: str
    standing: Stance
    words: str
    against: tuple[Objection, ...]
    more: int
    href: str
    agree: tuple[Link, ...]
    others: int
    same: int | None = None
    mended: Mended | None = None


@dataclass(frozen=True, slots=True)
class SourceBlock:
    """A block of the text with its notes; those beyond the first `shown` are folded."""

    number: int
    kind: BlockKind
    marker: str
    marks: tuple[SourceRun, ...]
    notes: tuple[MarginNote, ...]
    shown: int


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """A sentence that looks like a claim and was not understood."""

    text: str
    href: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known of the source."""

    name: str
    value: str
    href: str | None = None


@dataclass(frozen=True, slots=True)
class SourceView:
    """The page of one source."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    lead: str
    pieces: tuple[SourceBlock, ...]
    within: tuple[Card, ...]
    more_within: int
    alone: tuple[MarginNote, ...]
    missed: tuple[NotUnderstood, ...]
    unsaid: tuple[Mentioned, ...]
    reviewed: tuple[Reviewed, ...]
    mended: tuple[MendedLine, ...]
    coverage: str
    page: int
    pages: tuple[Link, ...]


def source_views(book: Book, id: str) -> Iterable[tuple[str, SourceView]]:
    """The source's pages with their file names: one, unless the text is very long."""
    document = book.documents[id]
    claims = tuple(sorted(book.by_source.get(id, ()), key=lambda c: (c.start, -c.end, c.id)))
    refs = {c.id: Ref(n, c.id) for n, c in enumerate(claims, 1)}
    names = parts.names(document)
    links = tuple(Link(f"Part {n}", name) for n, name in enumerate(names, 1))
    at = 1
    pairs = zip(names, parts.chunks(document), strict=True)
    for page, (name, blocks) in enumerate(pairs, 1):
        pieces = _pieces(book, document, blocks, claims, refs, at)
        at += len(blocks)
        yield name, _view(book, id, refs, pieces, page, links if len(links) > 1 else ())


def _view(
    book: Book,
    id: str,
    refs: dict[str, Ref],
    pieces: tuple[SourceBlock, ...],
    page: int,
    pages: tuple[Link, ...],
) -> SourceView:
    source = book.sources[id]
    first = page == 1
    inside = book.within.get(id, ()) if first else ()
    return SourceView(
        id=id,
        title=source.title,
        facts=_facts(book, id),
        lead=_lead(book, id),
        pieces=pieces,
        within=tuple(card_of(book, c, id) for c in sorted(inside, key=_strength)[:WITHIN]),
        more_within=max(0, len(inside) - WITHIN),
        alone=_alone(book, refs) if first else (),
        missed=_missed(book, id) if first else (),
        unsaid=unsaid_of(book, id) if first else (),
        reviewed=reviewed_on(book, id, page),
        mended=mended_in(book, id) if first else (),
        coverage=_coverage(book, id),
        page=page,
        pages=pages,
    )


def _strength(conflict: Conflict) -> str:
    return str(conflict.strength)


def _facts(book: Book, id: str) -> tuple[Fact, ...]:
    source = book.sources[id]
    url = address.safe_url(source.url)
    facts = [
        Fact("Kind of source", str(source.kind)),
        Fact("Publisher", source.publisher or UNKNOWN),
        Fact("Date", text.when(source.date) or UNKNOWN),
        Fact("Address", source.url or UNKNOWN, url),
        Fact("File", source.file),
    ]
    if source.copy_of in book.sources:
        original = book.source_link(str(source.copy_of))
        facts.append(Fact("Copy of", original.label, original.href))
    return tuple(facts)


def _lead(book: Book, id: str) -> str:
    claims = book.by_source.get(id, ())
    if not claims:
        return "No claim was found in this text."
    aspects = len({c.aspect for c in claims})
    against = {k.id: k for c in claims for k in book.open_of_claim.get(c.id, ())}
    hard = sum(k.strength == Strength.CONTRADICTION for k in against.values())
    soft = len(against) - hard
    counted = book.more_contradicted | book.more_tense
    at_least = "" if counted.isdisjoint(book.position_of[c.id] for c in claims) else "at least "
    return (
        f"It makes {text.count(len(claims), 'claim')} on {text.count(aspects, 'question')} and "
        f"takes part in {at_least}{text.count(hard, 'contradiction')} and "
        f"{text.count(soft, 'tension')}."
    )


def _pieces(
    book: Book,
    document: Document,
    blocks: tuple[Block, ...],
    claims: tuple[Claim, ...],
    refs: dict[str, Ref],
    ordinal: int,
) -> tuple[SourceBlock, ...]:
    missed = book.coverage[document.source].not_understood if _covered(book, document) else ()
    pieces, at = [], 0
    first: dict[tuple[str, tuple[str, ...]], int] = {}
    waiting = list(claims)
    struck = tuple(
        c for c in book.struck if c.source == document.source and c.id not in book.claims
    )
    for number, block in enumerate(blocks, ordinal):
        here = tuple(c for c in waiting if c.start < block.end and c.end > block.start)
        waiting = [c for c in waiting if c.end > block.end]
        runs = runs_of(document.text, block, (*here, *struck), missed)
        marker = document.text[max(at, block.start - 12) : block.start].split("\n")[-1].strip()
        at = block.end
        begin = (refs[c.id] for c in here if c.start >= block.start)
        notes = tuple(_noted(book, ref, first) for ref in begin)
        marks = tuple(_mark(book, r, refs) for r in runs)
        shown = unfolded(block.end - block.start, map(_height, notes))
        pieces.append(SourceBlock(number, block.kind, marker, marks, notes, shown))
    return tuple(pieces)


def _height(note: MarginNote) -> int:
    """Lines of the margin: two for the conflict that stays open, one for each who agrees."""
    folded = len(note.against) > 1 or note.more > 0
    return 1 + 2 * bool(note.against) + folded + min(len(note.agree), AGREE) + bool(note.same)


def _covered(book: Book, document: Document) -> bool:
    return document.source in book.coverage


def _mark(book: Book, run: ClaimRun, refs: dict[str, Ref]) -> SourceRun:
    claims = [c for c in run.claims if c in refs]
    standings = [standing.of_claim(book, c) for c in claims]
    mended = dict.fromkeys(m.told for c in claims or run.claims if (m := mended_of(book, c)))
    return SourceRun(
        text=run.text,
        claims=" ".join(claims),
        anchors=run.begins,
        refs=tuple(refs[c] for c in run.ends if c in refs),
        standing=standing.hardest(standings) if standings else None,
        missed="" if standings else run.missed,
        mended="; ".join(mended),
        struck="" if standings else " ".join(run.claims),
    )


def _noted(book: Book, ref: Ref, first: dict[tuple[str, tuple[str, ...]], int]) -> MarginNote:
    """The claim's note; a short one if an earlier note says the very same. `first` is filled."""
    against = tuple(c.id for c in book.open_of_claim.get(ref.claim, ()))
    number = first.setdefault((book.position_of[ref.claim], against), ref.number)
    note = note_of(book, ref)
    if number == ref.number or not (note.against or note.agree):
        return note
    return replace(note, against=(), more=0, agree=(), others=0, same=number)


def note_of(book: Book, ref: Ref) -> MarginNote:
    """What is said beside a claim: what it answers, who says otherwise, who agrees."""
    claim = book.claims[ref.claim]
    position = book.positions[book.position_of[claim.id]]
    stands = standing.of_claim(book, claim.id)
    conflicts = book.open_of_claim.get(claim.id, ())
    hard = sum(c.strength == Strength.CONTRADICTION for c in conflicts)
    shown = min(len(conflicts), max(1, min(hard, AGAINST)))
    agree = [s for s in position.sources if s != claim.source]
    return MarginNote(
        ref=ref,
        aspect=book.aspect_links(claim.aspect)[0],
        label=label_of(book, position),
        sign=standing.SIGNS[stands],
        standing=stands,
        words=standing.WORDS[stands],
        against=tuple(_against(book, c, claim) for c in conflicts[:shown]),
        more=len(conflicts) - shown,
        href=f"{address.aspect_page(claim.aspect)}#p-{position.id}",
        agree=tuple(_first_of(book, s, position.claims) for s in agree[:AGREE]),
        others=max(0, len(agree) - AGREE),
        mended=mended_of(book, claim.id),
    )


def _against(book: Book, conflict: Conflict, claim: Claim) -> Objection:
    other: SideOf = conflict.b if claim.id in conflict.a.claims else conflict.a
    sources = dict.fromkeys(book.claims[i].source for i in other.claims)
    return Objection(
        says=label_of(book, book.positions[other.position]),
        who=tuple(_first_of(book, s, other.claims) for s in [*sources][:WHO]),
        others=max(0, len(sources) - WHO),
        strength=conflict.strength,
        href=book.conflict_link(conflict),
        here=set(sources) == {claim.source},
    )


def _first_of(book: Book, source: str, claims: tuple[str, ...]) -> Link:
    """A link to the first of these claims that the source makes."""
    return book.source_link(source, next(i for i in claims if book.claims[i].source == source))


def _alone(book: Book, refs: dict[str, Ref]) -> tuple[MarginNote, ...]:
    """One note for each position that nobody else holds and nobody contests."""
    notes: dict[str, MarginNote] = {}
    for ref in refs.values():
        position = book.position_of[ref.claim]
        if standing.of_position(book, book.positions[position]) == Stance.ALONE:
            notes.setdefault(position, note_of(book, ref))
    return tuple(notes.values())


def _missed(book: Book, id: str) -> tuple[NotUnderstood, ...]:
    coverage = book.coverage.get(id)
    whole = book.documents[id].text
    spans = coverage.not_understood if coverage else ()
    return tuple(NotUnderstood(text.shorten(whole[s:e], 300), f"#missed-{s}") for s, e in spans)


def _coverage(book: Book, id: str) -> str:
    coverage = book.coverage.get(id)
    if coverage is None:
        return ""
    missed = len(coverage.not_understood)
    return (
        f"Of {text.count(coverage.sentences, 'sentence')}, {text.in_words(coverage.with_claim)} "
        f"{'carries' if coverage.with_claim == 1 else 'carry'} at least one claim; "
        f"{text.count(missed, 'passage')} {'looks' if missed == 1 else 'look'} as if "
        f"{'it' if missed == 1 else 'they'} might, and {text.plural('is', missed)} not understood."
    )
