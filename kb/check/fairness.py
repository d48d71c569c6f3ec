"""One sentence that could be published in place of a statement, and the sources it rests on.

Her own clause where a hedge, a condition or figures mend it; else what the sources say, all sides
of it, with their hedges.
"""

from collections.abc import Iterable, Sequence

from extract.model import Claim, Document, Polarity
from kb.check import wording
from kb.check.backing import How
from kb.check.bench import Bench, OpposingClaim
from kb.check.model import CONTRADICTED, DISPUTED, IN_TENSION, STRONGER, WITH_TENSION, CheckRule
from kb.check.rewording import softened, with_figures
from kb.check.verdict import Weighed
from kb.check.words import Words
from kb.model import Position

MENDED = (CONTRADICTED, DISPUTED, STRONGER, IN_TENSION, WITH_TENSION)
Fair = tuple[str | None, tuple[str, ...]]
"""The sentence, and the titles of the sources that it rests on."""


class Fairness:
    """Finds wording for the statements of one draft; `claims` are all of them."""

    def __init__(
        self, document: Document, bench: Bench, words: Words, claims: Sequence[Claim]
    ) -> None:
        self.document, self.bench, self.words = document, bench, words
        self.claims, self.topic = claims, bench.knowledge.topic

    def of(
        self, rule: CheckRule, claim: Claim, against: Iterable[OpposingClaim], held: Weighed
    ) -> Fair:
        """The wording for one statement, if there is something to mend."""
        if rule not in MENDED:
            return None, ()
        found = self._reworded(rule, claim, held) if self._alone(claim) else None
        pairs = [*((a.claim, a.position) for a in against)]
        pairs += [(b.claim, b.position) for b in held.fully or held.backing]
        return found or self._told(claim.aspect, pairs, bool(held.fully or held.backing))

    def _alone(self, claim: Claim) -> bool:
        """Whether its words say nothing on any other question."""
        others = (c for c in self.claims if c.aspect != claim.aspect)
        return not any(c.start < claim.end and claim.start < c.end for c in others)

    def _reworded(self, rule: CheckRule, claim: Claim, held: Weighed) -> Fair | None:
        less = [b for b in held.backing if b.how is How.LESS and b.fully]
        if rule is STRONGER and less:
            words = softened(claim, less[0].position, self.words)
            same = [b.claim for b in less if b.position.id == less[0].position.id]
            return (words, self._titles(same)) if words else None
        pairs = [(a.claim, a.position) for a in (*held.hard, *held.soft)]
        pairs += [(b.claim, b.position) for b in held.fully]
        pairs = [(c, p) for c, p in pairs if p.aspect == claim.aspect]
        words = with_figures(claim, [p for _, p in pairs], self.words)
        return (words, self._titles(c for c, _ in pairs)) if words else None

    def _told(self, aspect: str, pairs: Sequence[tuple[Claim, Position]], backed: bool) -> Fair:
        """What the sources say on the question itself, then what else speaks against it."""
        here = [(c, p) for c, p in pairs if p.aspect == aspect]
        there = [(c, p) for c, p in pairs if p.aspect != aspect]
        parts = [self._summed(some) for some in (here, there) if some]
        if not parts:
            return None, ()
        whole = parts[0]
        if len(parts) > 1 and backed and _one_sided(here):
            whole = f"{whole.rstrip('.')}, but {wording.continued(parts[1])}"
            here = [*here, *there]
        return whole, self._titles(c for c, _ in here or there)

    def _summed(self, pairs: Iterable[tuple[Claim, Position]]) -> str:
        said: dict[str, tuple[Position, set[str]]] = {}
        for claim, position in pairs:
            _, sources = said.setdefault(position.id, (position, set()))
            sources.add(self.bench.root(claim.source))
        rows = [(p, frozenset(sources)) for p, sources in said.values()]
        rows = [r for r in rows if not _as_such(r[0], rows)]
        return wording.fair(rows, self.topic)

    def _titles(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        known = self.bench.knowledge.documents
        sources = (c.source for c in claims if c.source in known)
        return tuple(dict.fromkeys(self.bench.knowledge.source(s).title for s in sources))


def _as_such(p: Position, rows: Sequence[wording.Said]) -> bool:
    """Whether it only affirms as such what others spell out by its parts."""
    whole = p.value is None and p.polarity is Polarity.AFFIRM
    return whole and any(q.value and q.polarity is Polarity.AFFIRM for q, _ in rows)


def _one_sided(pairs: Iterable[tuple[Claim, Position]]) -> bool:
    """Whether all say one thing, so that the other side is still missing."""
    return len({(p.polarity, p.value and (p.value.name or p.value.text)) for _, p in pairs}) == 1
