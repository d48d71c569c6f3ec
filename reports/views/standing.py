"""How a claim or position stands to what the other sources say."""

from collections.abc import Iterable
from enum import StrEnum

from kb.model import Conflict, Position, Strength
from reports.views.book import Book


class Stance(StrEnum):
    """From the hardest clash to a lone voice. Each has a sign, so that none needs colour."""

    CONTRADICTED = "contradicted"
    TENSE = "tense"
    SHARED = "shared"
    ALONE = "alone"


SIGNS = {
    Stance.CONTRADICTED: "✕",
    Stance.TENSE: "≈",
    Stance.SHARED: "●",
    Stance.ALONE: "○",
}
WORDS = {
    Stance.CONTRADICTED: "contradicted",
    Stance.TENSE: "in tension with another",
    Stance.SHARED: "said by others too",
    Stance.ALONE: "said by this source alone",
}


def standing_of(book: Book, conflicts: Iterable[Conflict], position: Position) -> Stance:
    """The standing that a position's open conflicts and sources give it."""
    strengths = {c.strength for c in conflicts if book.is_open(c)}
    if Strength.CONTRADICTION in strengths or position.id in book.more_contradicted:
        return Stance.CONTRADICTED
    if Strength.TENSION in strengths or position.id in book.more_tense:
        return Stance.TENSE
    return Stance.SHARED if len(position.sources) > 1 else Stance.ALONE


def of_claim(book: Book, claim: str) -> Stance:
    """The standing of a claim, by the conflicts in which that very claim takes part."""
    position = book.positions[book.position_of[claim]]
    return standing_of(book, book.of_claim.get(claim, ()), position)


def of_position(book: Book, position: Position) -> Stance:
    """The standing of a position."""
    return standing_of(book, book.of_position.get(position.id, ()), position)


def hardest(standings: Iterable[Stance]) -> Stance:
    """The hardest of several."""
    order = list(Stance)
    return min(standings, key=order.index)
