"""One sentence that could be published in place of a statement, and the sources it rests on.

Her own clause where a hedge, a condition or figures mend it; else what the sources say, all sides
of it, with their hedges.
"""

from collections.abc import Iterable, Sequence

from extract.model import Certainty, Claim, Document, Polarity, ScopeKind, ValueKind
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
        if found:
            return found
        sides = (
            [(a.claim, a.position) for a in against],
            [(b.claim, b.position) for b in held.fully or held.backing],
        )
        kept = [[(c, p) for c, p in side if not _single(p)] for side in sides]
        if any(side and not some for side, some in zip(sides, kept, strict=True)):
            return None, ()
        pairs = [*kept[0], *kept[1]]
        pairs += [(c, p) for c, p in self._unheard(claim, pairs) if not _single(p)]
        return self._told(claim.aspect, pairs, bool(held.fully or held.backing))

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
        if any(_single(p) for _, p in pairs):
            return None
        pairs += [(c, p) for c, p in self._unheard(claim, pairs) if _firm(p)]
        words = with_figures(claim, [p for _, p in pairs], self.words)
        return (words, self._titles(c for c, _ in pairs)) if words else None

    def _told(self, aspect: str, pairs: Sequence[tuple[Claim, Position]], backed: bool) -> Fair:
        """What the sources say on the question itself, then what else speaks against it."""
        here = [(c, p) for c, p in pairs if p.aspect == aspect]
        there = [(c, p) for c, p in pairs if p.aspect != aspect]
        both = here and there and backed and _one_sided(here)
        parts = [self._summed(some) for some in ((here, there) if both else (here or there,))]
        if None in parts:
            return None, ()
        whole, *more = (p for p in parts if p)
        whole = ", but ".join([whole.rstrip("."), *map(wording.continued, more)])
        told = [*here, *there] if both else here or there
        return f"{whole.rstrip('.')}.", self._titles(c for c, _ in told)

    def _unheard(
        self, claim: Claim, pairs: Sequence[tuple[Claim, Position]]
    ) -> list[tuple[Claim, Position]]:
        """What speaks neither for nor against her: "at least 2" after "2", a hedged yes."""
        known = {c.id for c, _ in pairs}
        units = {_unit(p) for _, p in pairs} - {None}
        asked = self.bench.same_question(self.bench.position_of(claim))
        own = (p for p in asked if p.subject == claim.subject and not _of_others(p))
        there = (
            (self.bench.claims[id], p)
            for p in own
            if p.value is None or _unit(p) in units
            for id in p.claims
        )
        documents = self.bench.knowledge.documents
        return [(c, p) for c, p in there if c.id not in known and c.source in documents]

    def _summed(self, pairs: Iterable[tuple[Claim, Position]]) -> str | None:
        said: dict[str, tuple[Position, set[str]]] = {}
        for claim, position in pairs:
            _, sources = said.setdefault(position.id, (position, set()))
            sources.add(self.bench.root(claim.source))
        rows = [(p, frozenset(sources)) for p, sources in said.values()]
        rows = [r for r in rows if not _as_such(r[0], rows) and not _no_figure(r[0], rows)]
        return wording.fair(rows, self.topic)

    def _titles(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        known = self.bench.knowledge.documents
        sources = (c.source for c in claims if c.source in known)
        return tuple(dict.fromkeys(self.bench.knowledge.source(s).title for s in sources))


def _no_figure(p: Position, rows: Sequence[wording.Said]) -> bool:
    """Whether it only denies an amount, where others give theirs."""
    given = any(_unit(q) and q.polarity is Polarity.AFFIRM for q, _ in rows)
    return given and bool(_unit(p)) and p.polarity is Polarity.DENY


def _unit(p: Position) -> str | None:
    amount = p.value is not None and p.value.kind is ValueKind.QUANTITY
    return p.value.quantity.unit if p.value and p.value.quantity and amount else None


def _single(p: Position) -> bool:
    """Whether it is said of a single case, place or price, which speaks for no others."""
    scope = p.qualifiers.scope
    return scope is not None and scope.kind in (ScopeKind.BRAND, ScopeKind.PLACE, ScopeKind.ROW)


def _of_others(p: Position) -> bool:
    """Whether a source only reports it."""
    told = p.qualifiers.attribution
    return told is not None and not told.endorsed


def _firm(p: Position) -> bool:
    """Whether it is said outright of all cases, so that no sentence may leave it out."""
    q = p.qualifiers
    hedged = q.quantifier or q.condition or q.scope or q.degree or q.presupposed
    return q.certainty is Certainty.ASSERTED and not hedged


def _as_such(p: Position, rows: Sequence[wording.Said]) -> bool:
    """Whether it only affirms as such what others spell out by its parts."""
    whole = p.value is None and p.polarity is Polarity.AFFIRM
    return whole and any(q.value and q.polarity is Polarity.AFFIRM for q, _ in rows)


def _one_sided(pairs: Iterable[tuple[Claim, Position]]) -> bool:
    """Whether all say one thing, so that the other side is still missing."""
    return len({(p.polarity, p.value and (p.value.name or p.value.text)) for _, p in pairs}) == 1
