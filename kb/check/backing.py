"""How a source's claim backs one of a draft's: plainly, in part, or in its answer only."""

import re
from dataclasses import dataclass
from enum import Enum

from extract.model import Claim, Polarity, Quantifier, Scope, ScopeKind, Span
from extract.topic.schema import Kind
from kb.check.bench import Bench
from kb.check.exclusive import excludes_others
from kb.check.support import ABSOLUTE, CONDITIONAL, PLAIN, force, force_of, says_more
from kb.check.words import Known, Words, beside_the_point, in_text, known_words, words_of
from kb.model import Position

# Words that leave no case out. "Not at all" and "after all" are other words.
_EVERY = re.compile(
    r"(?<!at )(?<!after )(?<!above )\b(?:every|everyone|everybody|everywhere|anyone|anybody|all"
    r"|always|whatever|whichever|wherever|whoever|each and every|nobody|no one)\b",
    re.IGNORECASE,
)
_LIMITING = (ScopeKind.POPULATION, ScopeKind.SUBTYPE, ScopeKind.BRAND, ScopeKind.PLACE)


_EACH = re.compile(rf"{_EVERY.pattern}|\beach\b", re.IGNORECASE)


class How(Enum):
    """How much of what a draft says a passage says."""

    PLAIN = "plain"  # all of it, in so many words
    LESS = "less"  # for fewer cases, with a hedge or under a condition, to a lower degree
    LOOSE = "loose"  # only a heading, something taken for granted or read loosely
    BESIDE = "beside"  # the answer, but not the matter that the draft speaks of beside it


@dataclass(frozen=True, slots=True)
class Backing:
    """A source's claim that says as much as the draft's, or a part of it.

    `fully`: its answer is the draft's, or takes it in.
    """

    claim: Claim
    position: Position
    how: How
    fully: bool


class Backings:
    """Finds what backs the claims of one draft."""

    def __init__(self, bench: Bench, words: Words, text: str) -> None:
        self.bench, self.words, self.text = bench, words, text
        self.topic = bench.knowledge.topic
        self._known: dict[str, Known] = {}
        self._passages: dict[str, Known] = {}

    def of(self, claim: Claim) -> tuple[Backing, ...]:
        """All that backs a claim, those that say the same first."""
        only = excludes_others(claim, self.bench)
        found = []
        for c, q, whole in self.bench.backing(claim):
            fully = whole and not (only and not excludes_others(c, self.bench))
            found.append(Backing(c, q, self._how(claim, c, q, fully), fully))
        return tuple(sorted(found, key=lambda b: (not b.fully, list(How).index(b.how))))

    def known(self, aspect: str) -> Known:
        """The words of a question, its subject and whoever takes part."""
        if aspect not in self._known:
            self._known[aspect] = known_words(self.topic, aspect)
        return self._known[aspect]

    def _how(self, claim: Claim, other: Claim, q: Position, fully: bool) -> How:
        if other.qualifiers.loose or other.heading or other.qualifiers.presupposed:
            return How.LOOSE
        weaker = self._weaker(claim, other, q)
        if self._to_the_limit(claim, other, weaker):
            return How.LESS
        if self._beside(claim, other):
            return How.BESIDE
        less = not fully or weaker or self._limited(claim, other)
        return How.LESS if less else How.PLAIN

    def _to_the_limit(self, claim: Claim, other: Claim, weaker: bool) -> bool:
        """Whether the draft leaves out no case, or no higher degree, where the passage does."""
        if claim.polarity is Polarity.DENY:  # denies of every case anyway
            return False
        if self._advice(claim):
            every = claim.qualifiers.quantifier is Quantifier.ALL
        else:
            every = bool(_EVERY.search(claim.quote))
        highest = weaker and self._force(claim) == ABSOLUTE
        return highest or (every and not _EACH.search(self._sentence(other)))

    def _advice(self, claim: Claim) -> bool:
        return self.topic.aspect(claim.aspect).kind is Kind.ADVICE

    def _beside(self, claim: Claim, other: Claim) -> bool:
        matter = self.words.matter(Span(claim.start, claim.end), self._measured(claim))
        matter -= words_of(claim.qualifiers.condition.text if claim.qualifiers.condition else "")
        if other.id not in self._passages:
            self._passages[other.id] = in_text(self._sentence(other))
        there = (self.known(claim.aspect), self._passages[other.id])
        return bool(beside_the_point(matter, *there))

    def _force(self, claim: Claim) -> int:
        own = self.known(claim.aspect)
        return force_of(claim, self.bench.position_of(claim), own.has)

    def _measured(self, claim: Claim) -> bool:
        """Whether its numbers are its answer, which has been compared."""
        return claim.value is not None and claim.value.quantity is not None

    def _weaker(self, claim: Claim, other: Claim, q: Position) -> bool:
        """Whether it is put with more reserve. What occurs under a condition occurs."""
        own, theirs = self._force(claim), force_of(other, q)
        if self._advice(claim):
            return False
        occurs = claim.polarity is Polarity.AFFIRM and own < ABSOLUTE
        occurs = occurs and self.topic.aspect(claim.aspect).kind is Kind.ANY_OF
        if occurs and force(q) == CONDITIONAL and own >= PLAIN:
            return False
        return says_more(own, theirs)

    def _limited(self, claim: Claim, other: Claim) -> bool:
        """Whether it is said of some only, whom the draft does not name."""
        scope: Scope | None = other.qualifiers.scope
        if scope is None or scope.kind not in _LIMITING:
            return False
        said = self.text[claim.sentence.start : claim.sentence.end]
        return bool(beside_the_point(words_of(scope.name), in_text(said)))

    def _sentence(self, other: Claim) -> str:
        document = self.bench.knowledge.documents.get(other.source)
        if document is None:
            return other.quote
        return document.text[other.sentence.start : other.sentence.end]
