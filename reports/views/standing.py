"""How a claim or position stands to what the other sources say."""

from collections.abc import Iterable
from enum import StrEnum

from kb.model import Conflict, Position, Strength
from reports.views.book import Book, kept


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

HARDNESS = {stance: place for place, stance in enumerate(Stance)}


def standing_of(book: Book, conflicts: Iterable[Conflict], position: Position) -> Stance:
    """The standing that these open conflicts of a position and its sources give it."""
    strengths = {c.strength for c in conflicts}
    if Strength.CONTRADICTION in strengths or position.id in book.more_contradicted:
        return Stance.CONTRADICTED
    if Strength.TENSION in strengths or position.id in book.more_tense:
        return Stance.TENSE
    return Stance.SHARED if len(position.sources) > 1 else Stance.ALONE


@kept
def of_claim(book: Book, claim: str) -> Stance:
    """The standing of a claim, by the conflicts in which that very claim takes part."""
    position = book.positions[book.position_of[claim]]
    return standing_of(book, book.open_of_claim.get(claim, ()), position)


def of_position(book: Book, position: Position) -> Stance:
    """The standing of a position."""
    return standing_of(book, book.open_of_position.get(position.id, ()), position)


def hardest(standings: Iterable[Stance]) -> Stance:
    """The hardest of several."""
    return min(standings, key=HARDNESS.__getitem__)
