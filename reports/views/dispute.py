"""What sources disagree about: one card a dispute, its sides next to each other."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from extract.model import SELF
from kb.knowledge.kinds import KindSide, parted_by_kind
from kb.model import Camp, Conflict, Dispute, Strength
from kb.readers.opinions import OpinionAnswer
from kb.reconcile.taking import taking_part
from reports import address, text
from reports.svg import NumberLine
from reports.views import picture
from reports.views.book import Book, Link, kept
from reports.views.card import STRENGTHS
from reports.views.kinds import first_of_other_kinds, who_keys
from reports.views.label import led_label
from reports.views.meter import Meter, lettered, meter_of
from reports.views.passage import Passage, best, passage_of

LABELS = 3  # positions that a side's heading names
PAIRS = 60  # that are listed in one card
SIDES = 3  # set side by side; the rest are named below
ROWS = 10  # of a card's number line
BRIEF_ROWS = 4  # of a card in brief
SAYS = {
    OpinionAnswer.STANDS: "says that the dispute stands",
    OpinionAnswer.DOES_NOT_STAND: "says that the dispute does not stand",
    OpinionAnswer.CANT_SAY: "can’t say whether the dispute stands",
}


@dataclass(frozen=True, slots=True)
class DisputeSide:
    """One side: what its positions say, who holds them, and the strongest passage.

    `letter` names it in the picture, if that shows sides; `torn` are the sources that hold it and
    say otherwise too, `related` those that only answer a related question; `who` counts both apart.
    """

    letter: str
    labels: tuple[Link, ...]
    left_out: int
    who: str
    sources: tuple[Link, ...]
    torn: tuple[Link, ...]
    related: tuple[Link, ...]
    lead: Passage
    others: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class EvidencePair:
    """One pair of the dispute, as its card has it."""

    reason: str
    href: str
    strength: Strength


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """What another reader says of the dispute: whether it stands, and why in its own words."""

    reader: str
    says: str
    reason: str


@dataclass(frozen=True, slots=True)
class DisputeCard:
    """A dispute as a card; `open` is whether people left any of its pairs open.

    A question of how much has a `line`, any other a `meter`.
    """

    id: str
    href: str
    question: str
    aspects: tuple[Link, ...]
    strength: Strength
    strength_words: str
    meter: Meter | None
    line: NumberLine | None
    sides: tuple[DisputeSide, ...]
    further: tuple[DisputeSide, ...]
    pairs: tuple[EvidencePair, ...]
    evidence: str
    left_out: int
    open: bool
    by_kind: tuple[KindSide, ...]
    key_who: str
    opinions: tuple[SecondOpinion, ...]


def dispute_cards(book: Book) -> tuple[DisputeCard, ...]:
    """The cards of the disputes, what matters most first."""
    return tuple(dispute_card(book, d) for d in book.disputes)


@kept
def dispute_card(book: Book, dispute: Dispute) -> DisputeCard:
    """The card of one dispute."""
    return _card(book, dispute, book.pairs_of(dispute), _by_kind(book).get(dispute.id, ()))


@kept
def _by_kind(book: Book) -> Mapping[str, tuple[KindSide, ...]]:
    return parted_by_kind(book.disputes, book.sources)


def open_disputes(book: Book) -> tuple[Dispute, ...]:
    """The disputes of which people left a pair open, what matters most first."""
    left = {c.id for c in book.open}
    return tuple(d for d in book.disputes if left.intersection(d.conflicts))


def lead_of(book: Book) -> str:
    """ "Five sources disagree on twelve questions." """
    left = len(open_disputes(book))
    if not left:
        return "On no question do the sources disagree."
    verb = "disagrees with itself" if len(book.sources) == 1 else "disagree"
    words = f"{text.count(len(book.sources), 'source')} {verb} on {text.count(left, 'question')}"
    return text.sentence(words)


def _card(
    book: Book, dispute: Dispute, pairs: Sequence[Conflict], by_kind: tuple[KindSide, ...]
) -> DisputeCard:
    left = [c for c in pairs if book.is_open(c)]
    shown = sorted(left or pairs, key=lambda c: (c.strength, c.look, c.explanation, c.id))
    only_look = all(c.look for c in shown)
    meter, line = meter_of(book, dispute), line_of(book, dispute)
    letter = letters_of(dispute) if line or meter.by_side else {}
    sides = tuple(
        _side(book, c, dispute.aspects[0], pairs, letter.get(c.positions[0], ""), {*meter.torn})
        for c in dispute.camps
    )
    return DisputeCard(
        id=dispute.id,
        href=f"disputes.html#d-{dispute.id}",
        question=question_of(dispute),
        aspects=tuple(link for a in dispute.aspects for link in book.aspect_links(a)),
        strength=dispute.strength,
        strength_words="Worth a look" if only_look else STRENGTHS[dispute.strength],
        meter=None if line else meter,
        line=line,
        sides=sides[:SIDES],
        further=sides[SIDES:],
        pairs=tuple(
            EvidencePair(text.sentence(c.explanation), book.conflict_link(c), c.strength)
            for c in shown[:PAIRS]
        ),
        evidence=f"All evidence: {tally_of(shown)}",
        left_out=max(0, len(shown) - PAIRS),
        open=bool(left),
        by_kind=by_kind,
        key_who=who_keys(book, (s for camp in dispute.camps for s in camp.sources)),
        opinions=tuple(
            SecondOpinion(o.reader, SAYS[o.answer], o.reason)
            for o in book.opinions.get(dispute.id, ())
        ),
    )


def brief_of(book: Book, card: DisputeCard) -> DisputeCard:
    """The card with a few rows of its line only."""
    dispute = next(d for d in book.disputes if d.id == card.id)
    return replace(card, line=line_of(book, dispute, BRIEF_ROWS) if card.line else None)


def line_of(book: Book, dispute: Dispute, rows: int = ROWS) -> NumberLine | None:
    """The quantities that answer the dispute's question, by side; `None` if there are none."""
    home = dispute.aspects[0]
    own = [p for p in book.by_aspect.get(home, ()) if p.subject == dispute.subject]
    return picture.number_line(book, book.aspects[home], own, letters_of(dispute), rows)


def letters_of(dispute: Dispute) -> dict[str, str]:
    """The letter of the side that each position is on, for the first sides."""
    return dict(lettered(c.positions for c in dispute.camps))


def question_of(dispute: Dispute) -> str:
    """The dispute's question, with what it is about if that is not the topic's subject."""
    about = "" if dispute.subject == SELF else f" ({dispute.subject})"
    return f"{dispute.question}{about}"


def tally_of(pairs: Sequence[Conflict]) -> str:
    """ "7 contradictions, 22 tensions and 1 pair worth a look"."""
    hard = sum(c.strength is Strength.CONTRADICTION for c in pairs)
    look = sum(c.look for c in pairs)
    counted = (
        (hard, text.figure(hard, "contradiction")),
        (len(pairs) - hard - look, text.figure(len(pairs) - hard - look, "tension")),
        (look, f"{text.figure(look, 'pair')} worth a look"),
    )
    return text.listing(words for n, words in counted if n)


def _side(
    book: Book,
    camp: Camp,
    home: str,
    pairs: Sequence[Conflict],
    letter: str,
    torn: AbstractSet[str],
) -> DisputeSide:
    part = taking_part(pairs)
    taking = {id: part[id] for id in camp.positions if id in part}
    labels = dict.fromkeys(_label(book, id, home) for id in camp.positions)
    both = [s for s in camp.sources if s in torn]
    held = (book.positions[id] for id in camp.positions)
    own = {s for p in held if p.aspect == home for s in p.sources} | {*both}
    near = [s for s in camp.sources if s not in own]
    ranked = best(book, next(iter(taking.values())))
    lead = next((i for i in ranked if book.claims[i].source not in torn), ranked[0])
    others = first_of_other_kinds(book, lead, (i for mine in taking.values() for i in mine))
    return DisputeSide(
        letter=letter,
        labels=tuple(labels)[:LABELS],
        left_out=max(0, len(labels) - LABELS),
        who=who_of(camp.independent, len(_independent(book, both)), len(_independent(book, near))),
        sources=tuple(book.source_link(s) for s in camp.sources if s in own and s not in torn),
        torn=tuple(book.source_link(s) for s in both),
        related=tuple(book.source_link(s) for s in near),
        lead=passage_of(book, lead),
        others=tuple(passage_of(book, i) for i in others),
    )


def _independent(book: Book, sources: Sequence[str]) -> set[str]:
    return {book.roots[s] for s in sources}


def who_of(independent: int, torn: int, related: int) -> str:
    """ "Two sources, one that also says otherwise, and one only on a related question"."""
    plain = independent - torn - related
    says = "says" if torn == 1 else "say"
    told = [text.count(plain, "source")] if plain else []
    if torn:
        told += (
            [f"{text.in_words(torn)} that also {says} otherwise"]
            if plain
            else [f"{text.count(torn, 'source')}, which also {says} otherwise"]
        )
    if related:
        many = text.in_words(related) if told else text.count(related, "source")
        told += [f"{many} only on a related question"]
    return ", and ".join((", ".join(told[:-1]), told[-1])) if len(told) > 1 else told[0]


def _label(book: Book, id: str, home: str) -> Link:
    """What a position says, led by its question where that is another than the dispute's."""
    position = book.positions[id]
    href = f"{address.aspect_page(position.aspect)}#p-{id}"
    return Link(led_label(book, position, home), href)
