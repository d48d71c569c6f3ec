"""One conflict under review: both passages in place, and what can be decided."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from extract.model import Block, BlockKind, Claim
from kb.model import Conflict, Ruling, SideOf
from reports import text
from reports.live.queue import Queue
from reports.views.book import Book, Link
from reports.views.card import Card, card_of, leads
from reports.views.passage import Bit, Passage, Weight, best, bits_of, passage_of

AROUND = 700  # characters of the same paragraph kept on each side of the sentence
BESIDE = 240  # characters of the paragraph before and of the one after
MOST = 24  # passages of one side that can be called misread here


@dataclass(frozen=True, slots=True)
class ReviewPlace:
    """A passage in its paragraph, with the ends of the paragraphs around it."""

    before: str
    passage: Passage
    after: str


@dataclass(frozen=True, slots=True)
class ReviewSide:
    """One side: what it says, its leading passage in place, and its other passages."""

    key: str
    label: str
    href: str
    place: ReviewPlace
    more: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ReviewView:
    """One conflict under review; `number` is its place among the `total` that wait, or 0.

    `whole` is the question of its dispute, and leads to that.
    """

    card: Card
    whole: Link
    sides: tuple[ReviewSide, ReviewSide]
    number: int
    total: int
    following: str
    previous: str
    reopened: str | None


def review_of(
    book: Book, conflict: Conflict, standing: Mapping[str, Ruling], pairs: Queue
) -> ReviewView:
    """That conflict, as the verdicts stand; the next one and the one before are of its dispute."""
    card = card_of(replace(book, decided=standing), conflict)
    one, other = leads(book, conflict)
    stands = standing.get(conflict.id)
    dispute = next(d for d in book.disputes if conflict.id in d.conflicts)
    queue, whole = pairs.among(dispute.conflicts), whole_address(dispute.id)
    after, before = queue.after(conflict.id), queue.before(conflict.id)
    return ReviewView(
        card=card,
        whole=Link(dispute.question, whole),
        sides=(
            _side(book, "a", conflict.a, one, card.a.label, card.a.href),
            _side(book, "b", conflict.b, other, card.b.label, card.b.href),
        ),
        number=queue.number(conflict.id),
        total=len(queue.waiting),
        following=pair_address(after) if after else whole,
        previous=pair_address(before) if before else whole,
        reopened=stands.reopened if stands else None,
    )


def pair_address(id: str) -> str:
    """Where that conflict is reviewed."""
    return f"review.html?c={id}"


def whole_address(id: str) -> str:
    """Where that whole dispute is reviewed."""
    return f"review.html?d={id}"


def _side(book: Book, key: str, side: SideOf, lead: str, label: str, href: str) -> ReviewSide:
    others = [i for i in best(book, side.claims, MOST) if i != lead]
    return ReviewSide(
        key=key,
        label=label,
        href=href,
        place=place_of(book, lead),
        more=tuple(passage_of(book, i) for i in others),
    )


def place_of(book: Book, id: str) -> ReviewPlace:
    """The claim in its paragraph."""
    claim = book.claims[id]
    document = book.documents[claim.source]
    blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
    at = next((n for n, b in enumerate(blocks) if b.start <= claim.start < b.end), None)
    passage = passage_of(book, id)
    if at is None:
        return ReviewPlace("", passage, "")
    before = _words(document.text, blocks[at - 1]) if at else ""
    after = _words(document.text, blocks[at + 1]) if at + 1 < len(blocks) else ""
    return ReviewPlace(
        before=text.shorten_front(before, BESIDE),
        passage=replace(passage, bits=_whole(book, claim, document.text, blocks[at])),
        after=text.shorten(after, BESIDE),
    )


def _words(whole: str, block: Block) -> str:
    return text.one_line(whole[block.start : block.end]).strip()


def _whole(book: Book, claim: Claim, whole: str, block: Block) -> tuple[Bit, ...]:
    """The bits of the sentence, with the paragraph around it."""
    start, end = min(claim.sentence.start, claim.start), max(claim.sentence.end, claim.end)
    front = text.shorten_front(text.one_line(whole[block.start : start]), AROUND)
    back = text.one_line(whole[end : block.end])
    if len(back) > AROUND:
        back = " " + text.shorten(back, AROUND)
    around = (Bit(front, Weight.CONTEXT), *bits_of(book, claim, AROUND), Bit(back, Weight.CONTEXT))
    return tuple(b for b in around if b.text)
