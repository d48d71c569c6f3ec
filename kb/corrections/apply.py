"""What corrections make of the claims that the program read.

First every claim that a person called wrong is struck, then every claim that a person states is
added, so the order of corrections never matters. A claim that the program reads just as the
person does is never struck, whoever was first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from extract.model import (
    BlockKind,
    Claim,
    Document,
    Grade,
    Qualifiers,
    Span,
    Standing,
    normalise,
)
from extract.topic.schema import Topic
from kb.corrections.anchoring import SourceText, Whereabouts
from kb.corrections.inforce import InForce, in_force, left_standing
from kb.corrections.model import (
    AppliedCorrection,
    Correction,
    CorrectionKind,
    CorrectionState,
    Statement,
    statement_of,
)
from kb.corrections.topical import misfit

NO_SOURCE = "there is no such source"
GONE = "its words are gone"
OTHER_SENTENCE = "its sentence is not as it was"
_HEADINGS = (BlockKind.HEADING, BlockKind.QUESTION)


@dataclass(frozen=True, slots=True)
class Corrected:
    """The claims after all corrections, by source and place; those that were struck; and what
    became of each correction, the oldest first. `made` are the ids of claims that the program
    did not read so."""

    claims: tuple[Claim, ...]
    struck: tuple[Claim, ...] = ()
    applied: tuple[AppliedCorrection, ...] = ()
    made: frozenset[str] = frozenset()


def apply_corrections(
    corrections: Sequence[Correction],
    claims: Iterable[Claim],
    documents: Mapping[str, Document],
    topic: Topic,
) -> Corrected:
    """The claims as people corrected them, and what became of each correction."""
    there = tuple(claims)
    return _Work(corrections, there, documents, topic).done() if corrections else Corrected(there)


class _Work:
    """One round of applying: what is anchored where, and what each correction comes to."""

    def __init__(
        self,
        corrections: Sequence[Correction],
        claims: tuple[Claim, ...],
        documents: Mapping[str, Document],
        topic: Topic,
    ) -> None:
        self.topic = topic
        self.lines = left_standing(corrections)
        wanted = {c.source for c in self.lines}
        self.places = {id: SourceText(documents[id]) for id in sorted(wanted) if id in documents}
        self.found = {c.id: self._find(c) for c in self.lines}
        self.by_source: dict[str, list[Claim]] = {}
        for claim in claims:
            self.by_source.setdefault(claim.source, []).append(claim)

    def done(self) -> Corrected:
        """All that the corrections come to."""
        at = {id: f.span for id, f in self.found.items() if f.span and f.state is HOLDS}
        held = in_force(self.lines, at)
        holding = [h for h in held if self.found[h.correction.id].state is HOLDS]
        struck = {h.correction.id: self._struck(h.correction) for h in holding}
        gone = frozenset(id for claims in struck.values() for id in claims)
        self.left = {
            source: [c for c in claims if c.id not in gone]
            for source, claims in self.by_source.items()
        }
        self.made: set[str] = set()
        applied = [self._applied(h, struck.get(h.correction.id, ())) for h in held]
        applied += self._proposals()
        return Corrected(
            claims=tuple(c for _, cs in sorted(self.left.items()) for c in sorted(cs, key=_place)),
            struck=tuple(c for _, cs in sorted(self.by_source.items()) for c in cs if c.id in gone),
            applied=tuple(sorted(applied, key=lambda a: a.correction.latest)),
            made=frozenset(self.made),
        )

    def _find(self, correction: Correction) -> Whereabouts:
        places = self.places.get(correction.source)
        if places is None:
            return Whereabouts(CorrectionState.LOST)
        found = places.find(correction.anchor)
        amiss = correction.states and misfit(self.topic, correction.states)
        return found._replace(state=CorrectionState.CHANGED) if found.span and amiss else found

    def _struck(self, correction: Correction) -> tuple[str, ...]:
        """The program's claims that the correction calls wrong."""
        was, states = correction.was, correction.states
        if was is None or correction.kind is CorrectionKind.RIGHT:
            return ()
        return tuple(
            c.id
            for c in self._over(self.by_source, correction)
            if statement_of(c).core == was.core and not (states and _says(c, states))
        )

    def _over(self, claims: Mapping[str, list[Claim]], correction: Correction) -> Iterator[Claim]:
        """The claims whose words overlap the correction's."""
        span = self.found[correction.id].span
        for claim in claims.get(correction.source, ()):
            if span and claim.start < span.end and span.start < claim.end:
                yield claim

    def _applied(self, held: InForce, struck: tuple[str, ...]) -> AppliedCorrection:
        """What became of one correction; adds its claim where that is not there."""
        c, found = held.correction, self.found[held.correction.id]
        if found.state is not HOLDS or found.span is None:
            return AppliedCorrection(
                c, found.state, self._reason(c), None, (), found.nearest, held.differing
            )
        claim = self._stated(c, found.span) if c.states else None
        moot = not struck and (claim is None or claim.id not in self.made)
        moot = moot and c.kind is not CorrectionKind.RIGHT
        return AppliedCorrection(
            correction=c,
            state=CorrectionState.MOOT if moot else HOLDS,
            reason="the program reads it so by itself" if moot else "",
            claim=claim.id if claim else None,
            struck=struck,
            differing=held.differing,
            made=claim is not None and claim.id in self.made,
        )

    def _reason(self, correction: Correction) -> str:
        if correction.source not in self.places:
            return NO_SOURCE
        span, anchor = self.found[correction.id].span, correction.anchor
        if span is None:
            return GONE
        same = self.places[correction.source].same(anchor, span)
        states = correction.states
        return (misfit(self.topic, states) if same and states else "") or OTHER_SENTENCE

    def _stated(self, correction: Correction, span: Span) -> Claim:
        """The claim that the correction states: the one that stands there, or a new one."""
        states = correction.states
        assert states is not None
        there = self.left.setdefault(correction.source, [])
        for n, claim in enumerate(there):
            if _overlaps(claim, span) and _says(claim, states):
                there[n] = _plainly(claim)
                return there[n]
        claim = self._new(correction, states, span)
        there.append(claim)
        self.made.add(claim.id)
        return claim

    def _new(self, correction: Correction, states: Statement, span: Span) -> Claim:
        """The claim that a person states, with the first ordinal that is free."""
        places, source = self.places[correction.source], correction.source
        text = places.document.text
        read = self.by_source.get(source, ())
        covering = [c.sentence for c in read if _within(span, c.sentence)]
        block = next((b for b in places.document.blocks if _within(span, (b.start, b.end))), None)
        taken = {c.id for c in self.left[source]}
        ordinal, keep_standing = 0, correction.kind is CorrectionKind.RIGHT
        made = Claim(
            source=source,
            start=span.start,
            end=span.end,
            quote=text[span.start : span.end],
            sentence=min(covering, default=places.sentence(span)),
            subject=states.subject,
            aspect=states.aspect,
            polarity=states.polarity,
            value=states.value,
            qualifiers=_plain(states.qualifiers, keep_standing),
            heading=block is not None and block.kind in _HEADINGS,
        )
        while made.id in taken:
            ordinal += 1
            made = replace(made, ordinal=ordinal)
        return made

    def _proposals(self) -> Iterator[AppliedCorrection]:
        """What other readers propose and no claim says yet; of equal ones one each reader."""
        for c in self.lines:
            found = self.found[c.id]
            if not c.proposed or c.states is None:
                continue
            if found.state is not HOLDS or found.span is None:
                yield AppliedCorrection(c, found.state, self._reason(c), nearest=found.nearest)
                continue
            there = [x for x in self.left.get(c.source, ()) if _overlaps(x, found.span)]
            same = next((x for x in there if statement_of(x).core == c.states.core), None)
            state = CorrectionState.MOOT if same else CorrectionState.PROPOSED
            yield AppliedCorrection(c, state, "", same.id if same else None)


HOLDS = CorrectionState.HOLDS


def _place(claim: Claim) -> tuple[int, int, str]:
    return (claim.start, claim.end, claim.id)


def _overlaps(claim: Claim, span: Span) -> bool:
    return claim.start < span.end and span.start < claim.end


def _within(span: Span, outer: tuple[int, int]) -> bool:
    return outer[0] <= span.start and span.end <= outer[1]


def _says(claim: Claim, states: Statement) -> bool:
    """Whether the claim says just that, qualifiers and all; how it is said does not count."""
    return statement_of(claim).core == states.core and _told(claim.qualifiers) == _told(
        states.qualifiers
    )


def _told(q: Qualifiers) -> Qualifiers:
    on = q.condition and replace(q.condition, text=normalise(q.condition.text))
    return replace(_plain(q), condition=on, scope=q.scope and replace(q.scope, text=""))


def _plain(q: Qualifiers, keep_standing: bool = False) -> Qualifiers:
    standing = q.standing if keep_standing else Standing.SAID
    return replace(q, grade=Grade.PLAIN, standing=standing)


def _plainly(claim: Claim) -> Claim:
    """The claim as one that a person read so, too: plainly."""
    return replace(claim, qualifiers=replace(claim.qualifiers, grade=Grade.PLAIN))
