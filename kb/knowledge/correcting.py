"""From what a person names to the lines of readings.jsonl that say it.

The terminal, the browser and the editor come here; what the lines are, `kb.corrections.making`
says. Nothing is written: `kb.corrections.file.append` does that.
"""

from collections.abc import Iterable
from functools import cached_property

from extract.errors import InputError
from extract.model import Claim, Span
from kb.corrections import making
from kb.corrections.anchoring import SourceText
from kb.corrections.apply import apply_corrections
from kb.corrections.fit import Fitting
from kb.corrections.inforce import left_standing
from kb.corrections.making import CODE, Corrector, Made, Wish
from kb.corrections.model import AppliedCorrection, Correction, Statement, statement_of
from kb.knowledge.lookup import by_prefix, known
from kb.knowledge.value import Knowledge

CLAIMS = "`kb claims` lists them"
LINES = "`kb correct --list` lists them"


class Correcting:
    """Corrections of what `k` knows, by one person.

    Ids may be shortened to what tells them apart. Raises `InputError` for an id, source or
    question that is none, and for a value that does not fit.
    """

    def __init__(self, k: Knowledge, who: Corrector) -> None:
        self.k, self.who = k, who

    @cached_property
    def fitting(self) -> Fitting:
        """What fits each question."""
        return Fitting(self.k.topic)

    def claim(self, id: str) -> Claim:
        """The claim of that id, be it struck."""
        there = {c.id: c for c in (*self.k.struck, *self.k.misread, *self.k.claims)}
        return by_prefix(id, "claim", there, CLAIMS)

    def not_a_claim(self, id: str) -> Made:
        """The lines that strike a claim."""
        claim = self.claim(id)
        if of := self._struck(claim):
            raise InputError(f"{id}: {of.correction.by} said so already", CODE)
        return making.struck_out(claim, self.places(claim.source), self._of(claim), self.who)

    def right(self, id: str) -> Made:
        """The lines that say that a claim is read right; one that was struck comes back."""
        claim = self.claim(id)
        if of := self._struck(claim):
            return (making.undone(of.correction, self.who),)
        return making.confirmed(claim, self.places(claim.source), self._of(claim), self.who)

    def otherwise(self, id: str, wish: Wish) -> Made:
        """The lines that say what a claim should be."""
        claim = self.claim(id)
        states = making.wished(statement_of(claim), wish, self.fitting.statement)
        of = None if self._struck(claim) else self._of(claim)
        return making.mended(claim, states, self.places(claim.source), of, self.who)

    def add(self, source: str, words: "str | Span", wish: Wish) -> Made:
        """The line that adds a claim: words that stand once in a source, or their span."""
        known(source, "source", (s.id for s in self.k.sources))
        if not wish.aspect:
            raise InputError("--add: name what it answers with --question", CODE)
        there = self.places(source)
        span = words if isinstance(words, Span) else making.span_of(there, words)
        states = making.wished(Statement(wish.aspect), wish, self.fitting.statement)
        return (making.added(source, there, span, states, self.who),)

    def places(self, source: str) -> SourceText:
        """The text of a source, to find words in."""
        return SourceText(self.k.documents[source])

    def _of(self, claim: Claim) -> AppliedCorrection | None:
        return self.k.corrected.get(claim.id)

    def _struck(self, claim: Claim) -> AppliedCorrection | None:
        """The correction that struck it; None for a claim that stands, or stands again."""
        if any(c.id == claim.id for c in self.k.claims):
            return None
        return next((a for a in self.k.corrections if claim.id in a.struck), None)


def undo(lines: Iterable[Correction], id: str, who: Corrector) -> Correction:
    """The line that takes another back, or refuses what a reader proposes."""
    return making.undone(by_prefix(id, "correction", _standing(lines), LINES), who)


def accept(lines: Iterable[Correction], id: str, who: Corrector) -> Correction:
    """The line that makes a reader's proposal a person's own."""
    found = by_prefix(id, "proposal", {p.id: p for p in proposals(lines)}, LINES)
    return making.accepted(found, who)


def proposals(lines: Iterable[Correction], reader: str | None = None) -> tuple[Correction, ...]:
    """What readers propose, or one of them, and no person refused; the oldest first."""
    left = left_standing(lines)
    return tuple(c for c in left if c.proposed and reader in (None, c.reader))


def as_of_now(k: Knowledge, lines: Iterable[Correction]) -> tuple[AppliedCorrection, ...]:
    """What becomes of the lines, be the last build older than they are."""
    return apply_corrections(tuple(lines), k.read, k.documents, k.topic).applied


def _standing(lines: Iterable[Correction]) -> dict[str, Correction]:
    return {c.id: c for c in left_standing(lines)}
