"""The words of a side: what it says, in a label that stands alone, and a passage as it stands.

A label is cut where a reader can follow it, never within a bracket.
"""

import re
from dataclasses import dataclass, replace

from extract.model import Claim, Standing, ValueKind
from extract.topic.schema import Aspect, Kind
from kb.model import Position
from kb.reconcile.labels import Labels
from reports import text
from reports.views.book import Book
from reports.views.passage import bits_of

LABEL = 84  # characters of a label
LENGTH = 260  # characters of a passage
ANSWER = 3  # words; a sentence of fewer is shown with what it answers
ASKED = 120  # characters of that
IMPLIED = "not said outright"


@dataclass(frozen=True, slots=True)
class Cited:
    """A passage word for word, and the source it stands in."""

    words: str
    source: str
    claim: str


def cited(book: Book, claim: str, length: int = LENGTH) -> Cited:
    """The claim in its sentence, the whole cut to about `length` characters."""
    found = book.claims[claim]
    around = max(0, length - len(found.quote)) // 2
    words = "".join(bit.text for bit in bits_of(book, found, around))
    if len(words.split()) < ANSWER:
        words = f"{_before(book, found)} {words}"
    return Cited(text.shorten(text.plain(words), length + 2), found.source, claim)


def _before(book: Book, claim: Claim) -> str:
    """The line before a short answer, or what stands before it in its line: what it answers."""
    text_before = book.documents[claim.source].text[: min(claim.start, claim.sentence.start)]
    return text.shorten_front(text_before.rstrip().rpartition("\n")[2], ASKED)


def says(book: Book, id: str, home: str) -> str:
    """What a position says; led by its question's name where it can't be told without it."""
    position = book.positions[id]
    aspect = book.aspects[position.aspect]
    led = "" if aspect.id == home or _tells_itself(aspect, position) else f"{aspect.label}: "
    about = "" if book.is_self(position) else f"{position.subject}: "
    implied = f" ({IMPLIED})" if position.qualifiers.presupposed else ""
    return cut(text.plain(f"{about}{led}{_label(aspect, position)}"), LABEL) + implied


def _label(aspect: Aspect, position: Position) -> str:
    """The label, without the word by which it is marked as taken for granted."""
    if not position.qualifiers.presupposed:
        return position.label
    said = replace(position, qualifiers=replace(position.qualifiers, standing=Standing.SAID))
    return Labels(aspect).of(said)


def _tells_itself(aspect: Aspect, position: Position) -> bool:
    """Whether an answer is one without its question: "needs no care", but not "several days"."""
    value = position.value
    if value is None:
        named = aspect.yes and aspect.no
        return bool(named) or aspect.kind not in (Kind.YESNO, Kind.ALL_OF)
    if value.kind in (ValueKind.QUANTITY, ValueKind.ACT):
        return value.kind is ValueKind.ACT
    bare = re.split("[,(]", position.label)[0]
    return len(bare.split()) > 1 and aspect.kind is not Kind.ALL_OF


def cut(words: str, limit: int) -> str:
    """At most about that many characters; what stands in brackets is left out as a whole.

    >>> cut("open every day (but for the last week of the year)", 30)
    'open every day (…)'
    """
    if len(words) <= limit:
        return words
    bare = re.sub(r" ?\([^()]*\)", " (…)", words)
    short = bare if len(bare) <= limit else text.shorten(bare, limit)
    head, bracket, tail = short.rpartition("(")
    return f"{head.rstrip(' ,;:')}…" if bracket and ")" not in tail else short
