"""What people said of the program's reading: who corrected, added or confirmed which claim."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import SELF, Span
from extract.topic.schema import Topic
from kb.corrections.model import (
    AppliedCorrection,
    CorrectionKind,
    CorrectionState,
    Statement,
)
from kb.corrections.wording import stated
from kb.model import Position
from kb.reconcile.labels import Labels
from reports import text
from reports.views.book import Book

LONGEST = 300  # characters of an answer or of words that are shown


@dataclass(frozen=True, slots=True)
class Mended:
    """A person's word on a claim: "corrected by" whom, when and why.

    `was` is what the program read, where the person says otherwise.
    """

    words: str
    who: str
    when: str
    note: str
    was: str

    @property
    def told(self) -> str:
        """All of it on one line."""
        why = f": {self.note}" if self.note else ""
        return f"{self.words} {self.who}{f', {self.when}' if self.when else ''}{why}"


@dataclass(frozen=True, slots=True)
class MendedLine:
    """A correction in a list: its words, where they stand, what was read and what stands instead.

    `claims` are the claims that it is about.
    """

    id: str
    quote: str
    href: str
    was: str
    states: str
    mended: Mended
    claims: tuple[str, ...]


def mended_of(book: Book, claim: str) -> Mended | None:
    """Who made, confirmed or struck that claim; `None` if it is the program's alone."""
    struck = (a for a in book.corrections if claim in a.struck)
    applied = book.corrected.get(claim) or next(struck, None)
    return _mended(book, applied) if applied else None


def mended_in(book: Book, source: str) -> tuple[MendedLine, ...]:
    """What people corrected in a source, in the order of the text; not what they confirmed."""
    lines = [
        a
        for a in book.corrections
        if a.correction.source == source
        and a.state is CorrectionState.HOLDS
        and a.correction.kind is not CorrectionKind.RIGHT
    ]
    wanted = {id for a in lines for id in _claims(a)}
    struck = (c for c in book.struck if c.id in wanted)
    there = (*(book.claims[id] for id in sorted(wanted & book.claims.keys())), *struck)
    places = {c.id: Span(c.start, c.end) for c in there}
    ordered = sorted(lines, key=lambda a: (min(places[id] for id in _claims(a)), a.id))
    return tuple(_line(book, a) for a in ordered)


def counted(book: Book) -> Iterator[tuple[str, int]]:
    """How many corrections of each kind are in effect, in the order of the kinds."""
    held = [a.correction.kind for a in book.corrections if a.state is CorrectionState.HOLDS]
    for kind in CorrectionKind:
        if kind in held:
            yield COUNTED[kind], held.count(kind)


COUNTED = {
    CorrectionKind.NOT_A_CLAIM: "Not a claim",
    CorrectionKind.OTHER_QUESTION: "Another question",
    CorrectionKind.OTHER_VALUE: "Another answer",
    CorrectionKind.ONLY_WITH: "Only under a condition, or for some cases",
    CorrectionKind.ADD: "Added: a claim that was not read",
    CorrectionKind.RIGHT: "Confirmed as read right",
    CorrectionKind.UNDO: "Taken back",
}


def _claims(applied: AppliedCorrection) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*filter(None, (applied.claim,)), *applied.struck)))


def _line(book: Book, applied: AppliedCorrection) -> MendedLine:
    c, claims = applied.correction, _claims(applied)
    there, gone = next((id for id in claims if id in book.claims), None), claims[0]
    return MendedLine(
        id=applied.id,
        quote=text.shorten(c.anchor.quote, LONGEST),
        href=book.claim_href(there) if there else f"{book.parts.get(gone, '')}#claim-{gone}",
        was=asked(book.topic, c.was) if c.was else "",
        states=asked(book.topic, c.states) if c.states else "",
        mended=_mended(book, applied),
        claims=claims,
    )


def _mended(book: Book, applied: AppliedCorrection) -> Mended:
    c = applied.correction
    was = asked(book.topic, c.was) if c.was and c.was != c.states else ""
    return Mended(_words(applied), c.by, text.when(c.when), c.note or "", was)


def _words(applied: AppliedCorrection) -> str:
    if applied.correction.kind is CorrectionKind.ADD and applied.made:
        return "added by"
    return "corrected by" if applied.made or applied.struck else "confirmed by"


def asked(topic: Topic, statement: Statement) -> str:
    """The statement led by its question's label: "Lifetime: at least 40 years"."""
    aspect = next((a for a in topic.aspects if a.id == statement.aspect), None)
    return f"{aspect.label}: {says(topic, statement)}" if aspect else stated(statement)


def says(topic: Topic, s: Statement) -> str:
    """The answer in plain words, as a position's label says it."""
    aspect = next((a for a in topic.aspects if a.id == s.aspect), None)
    if aspect is None:
        return stated(s)
    bare = Position("", s.aspect, s.subject, s.polarity, s.value, s.qualifiers, "", (), ())
    about = "" if s.subject == SELF else f"{s.subject}: "
    return f"{about}{text.shorten(Labels(aspect).of(bare), LONGEST)}"
