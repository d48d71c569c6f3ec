"""What sources disagree about: one card a dispute, its sides next to each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.model import SELF
from kb.knowledge.kinds import KindSide, parted_by_kind
from kb.model import Camp, Conflict, Dispute, Strength
from reports import address, text
from reports.views.book import Book, Link
from reports.views.card import STRENGTHS
from reports.views.kinds import first_of_other_kinds, who_choices, who_keys
from reports.views.label import label_of
from reports.views.passage import Passage, best, passage_of

LABELS = 3  # positions that a side's heading names
PAIRS = 60  # that are listed in one card
ALL_PAIRS = 3_000  # that are listed on the page, about
SIDES = 3  # set side by side; the rest are named below


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side: what its positions say, who holds them, and the strongest passage."""

    labels: tuple[Link, ...]
    left_out: int
    who: str
    sources: tuple[Link, ...]
    lead: Passage
    others: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class EvidencePair:
    """One pair of the dispute, as its card has it."""

    reason: str
    href: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class DisputeCard:
    """A dispute as a card; `open` is whether people left any of its pairs open."""

    id: str
    href: str
    question: str
    aspects: tuple[Link, ...]
    strength: Strength
    strength_words: str
    sides: tuple[DisputeSide, ...]
    further: tuple[DisputeSide, ...]
    pairs: tuple[EvidencePair, ...]
    evidence: str
    left_out: int
    open: bool
    by_kind: tuple[KindSide, ...]
    key_who: str


@dataclass(frozen=True, slots=True)
class DisputesView:
    """The page of disputes."""

    lead: str
    open: tuple[DisputeCard, ...]
    settled: tuple[DisputeCard, ...]
    who: tuple[tuple[str, str], ...]


def disputes_view(book: Book) -> DisputesView:
    """All disputes, what matters most first; those that people settled beneath."""
    cards = dispute_cards(book)
    return DisputesView(
        lead=lead_of(book, cards),
        open=tuple(c for c in cards if c.open),
        settled=tuple(c for c in cards if not c.open),
        who=tuple(who_choices(book)),
    )


def dispute_cards(book: Book) -> tuple[DisputeCard, ...]:
    """The cards of the disputes, what matters most first."""
    by_id = {c.id: c for c in book.conflicts}
    by_kind = parted_by_kind(book.disputes, book.sources)
    return tuple(
        _card(book, d, [by_id[id] for id in d.conflicts], by_kind.get(d.id, ()))
        for d in book.disputes
    )


def lead_of(book: Book, cards: Sequence[DisputeCard]) -> str:
    """ "Five sources disagree on twelve questions: on seven of them they exclude each other." """
    left = [c for c in cards if c.open]
    if not left:
        return "On no question do the sources disagree."
    hard = sum(c.strength is Strength.CONTRADICTION for c in left)
    verb = "disagrees with itself" if len(book.sources) == 1 else "disagree"
    words = (
        f"{text.count(len(book.sources), 'source')} {verb} on {text.count(len(left), 'question')}"
    )
    return text.sentence(f"{words}; on {text.in_words(hard)} of them both can’t be true")


def _card(
    book: Book, dispute: Dispute, pairs: list[Conflict], by_kind: tuple[KindSide, ...]
) -> DisputeCard:
    left = [c for c in pairs if book.is_open(c)]
    shown = sorted(left or pairs, key=lambda c: (c.strength, c.look, c.explanation, c.id))
    only_look = all(c.look for c in shown)
    sides = tuple(_side(book, camp, pairs) for camp in dispute.camps)
    most = min(PAIRS, ALL_PAIRS // len(book.disputes) + 1)
    return DisputeCard(
        id=dispute.id,
        href=f"disputes.html#d-{dispute.id}",
        question=_question(dispute),
        aspects=tuple(link for a in dispute.aspects for link in book.aspect_links(a)),
        strength=dispute.strength,
        strength_words="Worth a look" if only_look else STRENGTHS[dispute.strength],
        sides=sides[:SIDES],
        further=sides[SIDES:],
        pairs=tuple(
            EvidencePair(text.sentence(c.explanation), book.conflict_link(c), c.strength)
            for c in shown[:most]
        ),
        evidence=_evidence(shown),
        left_out=max(0, len(shown) - most),
        open=bool(left),
        by_kind=by_kind,
        key_who=who_keys(book, (s for camp in dispute.camps for s in camp.sources)),
    )


def _question(dispute: Dispute) -> str:
    about = "" if dispute.subject == SELF else f" ({dispute.subject})"
    return f"{dispute.question}{about}"


def _evidence(pairs: Sequence[Conflict]) -> str:
    hard = sum(c.strength is Strength.CONTRADICTION for c in pairs)
    parts = (text.figure(hard, "contradiction"), text.figure(len(pairs) - hard, "tension"))
    counted = " and ".join(p for p, n in zip(parts, (hard, len(pairs) - hard), strict=True) if n)
    return f"All evidence: {counted}"


def _side(book: Book, camp: Camp, pairs: Sequence[Conflict]) -> DisputeSide:
    mine = set(camp.positions)
    sides = (side for c in pairs for side in (c.a, c.b) if side.position in mine)
    taking: dict[str, list[str]] = {}
    for side in sides:
        taking.setdefault(side.position, []).extend(side.claims)
    foremost = next(id for id in camp.positions if id in taking)
    labels = dict.fromkeys(_label(book, id) for id in camp.positions)
    lead = best(book, tuple(dict.fromkeys(taking[foremost])))[0]
    others = first_of_other_kinds(book, lead, (i for mine in taking.values() for i in mine))
    return DisputeSide(
        labels=tuple(labels)[:LABELS],
        left_out=max(0, len(labels) - LABELS),
        who=text.count(camp.independent, "source"),
        sources=tuple(book.source_link(s) for s in camp.sources),
        lead=passage_of(book, lead),
        others=tuple(passage_of(book, i) for i in others),
    )


def _label(book: Book, id: str) -> Link:
    position = book.positions[id]
    return Link(label_of(book, position), f"{address.aspect_page(position.aspect)}#p-{id}")
