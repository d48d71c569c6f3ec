"""A conflict as a card: both sides, the reason, and what was decided."""

from dataclasses import dataclass

from extract.model import Certainty
from kb.model import Conflict, ConflictKind, Position, SideOf, Strength, Verdict
from reports import address, text
from reports.views.book import Book, Link
from reports.views.kinds import who_keys
from reports.views.label import label_of
from reports.views.passage import Passage, best, passage_of, strongest

MORE = 8  # further passages shown on a side

KINDS = {
    ConflictKind.POLARITY: "yes against no",
    ConflictKind.QUANTITY: "figures differ",
    ConflictKind.CATEGORY: "different answers",
    ConflictKind.ABSOLUTE: "absolute against qualified",
}
VERDICTS = {
    "real": "A real conflict",
    "not-a-conflict": "Not a conflict",
    "both-hold": "Both hold",
    "prefer": "One side preferred",
    "unsure": "Undecided",
    "misread": "Misread by the program",
    "disputed": "People differ",
}
STRENGTHS = {Strength.CONTRADICTION: "Contradiction", Strength.TENSION: "Tension"}


@dataclass(frozen=True, slots=True)
class CardSide:
    """One side of a card: what it says, who says it, the strongest passage and the others."""

    label: str
    sources: tuple[Link, ...]
    lead: Passage
    more: tuple[Passage, ...]
    left_out: int
    href: str


@dataclass(frozen=True, slots=True)
class VerdictLine:
    """What one person decided, when and why."""

    words: str
    by: str
    when: str
    note: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided; `reopened` says what changed since."""

    words: str
    voices: tuple[VerdictLine, ...]
    prefers: str
    reopened: str


@dataclass(frozen=True, slots=True)
class Card:
    """A conflict. The `key_` fields are what the page's filters look at.

    `within` are the sources that say both, `torn` whether they contradict themselves by it.
    """

    id: str
    href: str
    aspects: tuple[Link, ...]
    strength: Strength
    strength_words: str
    kind_words: str
    explanation: str
    a: CardSide
    b: CardSide
    within: tuple[Link, ...]
    torn: bool
    decision: Decision | None
    key_aspect: str
    key_kind: str
    key_source: str
    key_verdict: str
    key_count: int
    key_who: str


def card_of(book: Book, conflict: Conflict, inside: str | None = None) -> Card:
    """The card of a conflict; of one within a source with that source's own words."""
    sources = dict.fromkeys(book.claims[i].source for i in conflict.a.claims + conflict.b.claims)
    one, other = leads(book, conflict, inside)
    return Card(
        id=conflict.id,
        href=book.conflict_link(conflict),
        aspects=book.aspect_links(conflict.aspect),
        strength=conflict.strength,
        strength_words="Worth a look" if conflict.look else STRENGTHS[conflict.strength],
        kind_words=KINDS[conflict.kind],
        explanation=text.sentence(conflict.explanation),
        a=side_of(book, conflict.a, one),
        b=side_of(book, conflict.b, other),
        within=tuple(book.source_link(s) for s in conflict.within_sources),
        torn=bool(conflict.torn) and book.is_open(conflict),
        decision=_decision(book, conflict),
        key_aspect=" ".join(address.slug(a) for a in conflict.aspect.split("|")),
        key_kind=str(conflict.kind),
        key_source=" ".join(address.slug(s) for s in sources),
        key_verdict=_word(book, conflict),
        key_count=len(sources),
        key_who=who_keys(book, sources),
    )


def _word(book: Book, conflict: Conflict) -> str:
    stands = book.decided.get(conflict.id)
    return (stands.word if stands else None) or "none"


def leads(book: Book, conflict: Conflict, inside: str | None = None) -> tuple[str, str]:
    """The claims to set against each other: the strongest, and of two sources if there are two.

    Where a source is at odds with itself they are both its own, of `inside` if that is named.
    """
    within = (inside,) if inside else conflict.within_sources
    one, other = strongest(book, conflict.a.claims), strongest(book, conflict.b.claims)
    if not within and book.claims[one].source != book.claims[other].source:
        return one, other
    own = [pair for s in within for pair in _pairs(book, conflict, s)]
    pairs = own or _pairs(book, conflict)
    apart = [p for p in pairs if book.claims[p[1]].source != book.claims[p[2]].source]
    return min(apart or pairs)[1:]


def _pairs(book: Book, conflict: Conflict, source: str | None = None) -> list[tuple[int, str, str]]:
    """A claim of each side, of one source if it is named, with how far from the strongest."""
    ones, others = (
        best(book, tuple(i for i in side.claims if source in (None, book.claims[i].source)), MORE)
        for side in (conflict.a, conflict.b)
    )
    return [(i + j, a, b) for i, a in enumerate(ones) for j, b in enumerate(others)]


def side_of(book: Book, side: SideOf, first: str) -> CardSide:
    """One side, with the passage that leads it."""
    position = book.positions[side.position]
    rest = [i for i in best(book, side.claims) if i != first]
    names = dict.fromkeys(book.claims[i].source for i in (first, *rest))
    return CardSide(
        label=label_of(book, position),
        sources=tuple(book.source_link(s) for s in names),
        lead=passage_of(book, first),
        more=tuple(passage_of(book, i) for i in rest[:MORE]),
        left_out=max(0, len(rest) - MORE),
        href=f"{address.aspect_page(position.aspect)}#p-{position.id}",
    )


def _decision(book: Book, conflict: Conflict) -> Decision | None:
    stands = book.decided.get(conflict.id)
    if stands is None or not stands.verdicts:
        return None
    preferred = book.positions.get(stands.preferred or "")
    words = VERDICTS.get(stands.word or "", stands.word or "")
    voices = tuple(
        VerdictLine(_voice(v), v.by, text.when(v.when), v.note or "") for v in stands.verdicts
    )
    prefers = label_of(book, preferred) if preferred else ""
    return Decision(words, voices, prefers, stands.reopened or "")


def _voice(verdict: Verdict) -> str:
    whole = " (of the whole question)" if verdict.dispute else ""
    return f"{VERDICTS[verdict.verdict]}{whole}"


def sharpness(book: Book, conflict: Conflict) -> tuple[int, int, int, int, int, str]:
    """Sorts the sharpest first: between sources, plainly said, said by many, in few words."""
    a, b = book.positions[conflict.a.position], book.positions[conflict.b.position]
    hedged = sum(p.qualifiers.certainty is not Certainty.ASSERTED for p in (a, b))
    limited = sum(_limited(p) for p in (a, b))
    ids = conflict.a.claims + conflict.b.claims
    sources = len({book.claims[i].source for i in ids})
    unclear = limited + hedged + ("|" in conflict.aspect)
    words = sum(len(book.claims[strongest(book, s.claims)].quote) for s in (conflict.a, conflict.b))
    inside = int(conflict.within_source)
    return (inside, unclear, -sources, -len(ids), words, conflict.id)


def _limited(p: Position) -> bool:
    q = p.qualifiers
    return bool(q.condition or q.scope or q.degree or q.presupposed)
