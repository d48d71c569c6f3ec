"""Judges a draft: for each of its claims, how it stands to what the sources say.

Every claim gets exactly one of contradicted, disputed, stronger, in tension, unsupported or
supported; and beside it, where the draft says the contrary elsewhere, self-contradicted.
A claim that the draft only reports is not its own and gets nothing.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from extract.model import (
    SELF,
    BlockKind,
    Certainty,
    Claim,
    Document,
    Quantifier,
    ScopeKind,
    Span,
    digest,
    normalise,
)
from extract.topic.schema import Kind
from kb.check import wording
from kb.check.backing import Backings
from kb.check.bench import Bench, OpposingClaim
from kb.check.exclusive import excludes_others, let_in
from kb.check.fairness import Fairness
from kb.check.model import (
    CONTRADICTED,
    IN_TENSION,
    LEFT_OPEN,
    SELF_CONTRADICTED,
    SKIPPED,
    STRONGER,
    UNSOURCED,
    UNSUPPORTED,
    WITH_TENSION,
    CheckRule,
    DraftFinding,
    DraftPassage,
)
from kb.check.support import PLAIN, USUAL, force, force_of, says_more
from kb.check.telling import message
from kb.check.verdict import Weighed, verdict
from kb.check.words import Words, beside_the_point
from kb.knowledge.value import Knowledge
from kb.model import Position, Strength

LONGEST = 200  # characters of what was skipped
_SOME = re.compile(r"(?:for |in |among )?(?:many|some|few|several)\b", re.IGNORECASE)
_STORY = re.compile(r"\b(?:I|my|me|I['’]\w+)\b")
_NAMED = re.compile(
    r"\b(?:according to|(?:some|most|many|one|two|three|other) (?:sources?|experts?|studies)"
    r"|(?:sources|opinions|experts|views) (?:say|give|differ|disagree|vary|are (?:split|divided))"
    r"|(?:disputed|debated|controversial))\b",
    re.IGNORECASE,
)


def judge(
    document: Document,
    claims: Sequence[Claim],
    knowledge: Knowledge,
    left_out: frozenset[str] = frozenset(),
    words: Words | None = None,
) -> tuple[DraftFinding, ...]:
    """The findings on a draft in text order, the quiet ones (supported, unsupported) included.

    `claims` are those of `document`; `left_out` names sources that have no say. `words` are the
    document's, without which no noun is held against the passages.
    """
    bench = Bench(knowledge, claims, left_out)
    judge = _Judge(document, bench, words or Words(document), claims)
    own = (c for c in claims if not c.qualifiers.reported)
    found = [(claim, f) for claim in own for f in judge.of(claim)]
    return tuple(_told_apart(_merged(_better(found))))


def _better(found: Sequence[tuple[Claim, DraftFinding]]) -> Iterator[DraftFinding]:
    """The findings less those without a source on a loose reading of words read better as well."""
    weak = (UNSUPPORTED, UNSOURCED)
    told = [f for _, f in found if f.rule not in weak]
    for claim, f in found:
        loose = claim.qualifiers.loose and f.rule in weak
        if not (loose and any(o.start < f.end and f.start < o.end for o in told)):
            yield f


def skipped(document: Document) -> Iterator[DraftFinding]:
    """One finding for each block of the draft that is no part of its text, and so was not read."""
    for block in document.blocks:
        if block.kind is BlockKind.FURNITURE:
            words = " ".join(document.text[block.start : block.end].split())
            yield DraftFinding(
                rule=SKIPPED,
                aspect="",
                start=block.start,
                end=block.end,
                sentence=Span(block.start, block.end),
                says="",
                message=f"not read, for it looks like no part of the text: “{words[:LONGEST]}”",
                fingerprint=digest(normalise(words), SKIPPED.code, ""),
            )


class _Judge:
    """One draft before its bench."""

    def __init__(
        self, document: Document, bench: Bench, words: Words, claims: Sequence[Claim]
    ) -> None:
        self.document, self.bench = document, bench
        self.topic = bench.knowledge.topic
        self.words = words
        self.backings = Backings(bench, words, document.text)
        self.fairness = Fairness(document, bench, words, claims)

    def of(self, claim: Claim) -> Iterator[DraftFinding]:
        """The claim's findings: how it stands, and whether the draft says the contrary."""
        held = self._held(claim)
        yield self._finding(claim, verdict(held), held)
        own = [a for a in self.bench.against_itself(claim) if _hard(a)]
        earlier = tuple(
            a for a in own if a.claim.start < claim.start and not self._two_packages(claim, a.claim)
        )
        if earlier:
            yield self._finding(claim, SELF_CONTRADICTED, Weighed(claim.aspect, earlier))

    def _held(self, claim: Claim) -> Weighed:
        backing = self.backings.of(claim)
        own = [b.position.id for b in backing if b.fully]
        against = [
            a
            for a in self.bench.against(claim)
            if not any(self.bench.settled_with(id, a.position.id) for id in own)
        ]
        hard = [*self.bench.overruled(claim), *(a for a in against if _hard(a))]
        if excludes_others(claim, self.bench):
            hard += let_in(claim, self.bench)
        soft = tuple(a for a in against if not _hard(a))
        return Weighed(
            aspect=claim.aspect,
            hard=tuple(hard),
            soft=soft,
            backing=backing,
            hedging=tuple(a for a in soft if self._hedges(a, claim)),
            denying=tuple(a for a in soft if self._denies(a, claim)),
            unsound=self.bench.unsound,
            open=self._as_open(claim),
            story=bool(_STORY.search(claim.quote)),
            must=claim.subject == SELF and self.topic.aspect(claim.aspect).must_be_sourced,
        )

    def _two_packages(self, claim: Claim, other: Claim) -> bool:
        """Whether two amounts are of two things that the draft calls by other names."""
        if self.topic.aspect(claim.aspect).kind is not Kind.QUANTITY:
            return False
        known = self.backings.known(claim.aspect)
        one, two = (
            beside_the_point(self.words.naming(Span(c.start, c.end)), known) for c in (claim, other)
        )
        return bool(one - two and two - one)

    def _as_open(self, claim: Claim) -> bool:
        """Whether the draft itself leaves it open: it hedges, or says who says so."""
        q = claim.qualifiers
        if q.certainty is Certainty.POSSIBLE or q.attribution or _STORY.search(claim.quote):
            return True
        sentence = self.document.text[claim.sentence.start : claim.sentence.end]
        partly = q.quantifier is Quantifier.SOME or _SOME.match(claim.quote)
        return bool(partly or _NAMED.search(sentence))

    def _hedges(self, against: OpposingClaim, claim: Claim) -> bool:
        """Whether it says the like, with more reserve than the draft."""
        p, q = self.bench.position_of(claim), against.position
        if (q.aspect, q.polarity) != (p.aspect, p.polarity) or not self.bench.alike(p, q):
            return False
        return says_more(force_of(claim, p), force(q))

    def _denies(self, against: OpposingClaim, claim: Claim) -> bool:
        """Whether it plainly says the contrary, if only of some people or for a time."""
        q = against.position
        contrary = q.aspect == claim.aspect and q.polarity is not claim.polarity
        contrary = contrary and self.bench.no_wider(q, self.bench.position_of(claim))
        plain = force_of(claim, self.bench.position_of(claim)) >= PLAIN and force(q) >= USUAL
        passing = q.qualifiers.presupposed or against.claim.qualifiers.loose
        return contrary and plain and not passing

    def _finding(self, claim: Claim, rule: CheckRule, held: Weighed) -> DraftFinding:
        shows_soft = rule in (STRONGER, IN_TENSION, WITH_TENSION, LEFT_OPEN)
        soft = held.soft if shows_soft else held.denying if rule is CONTRADICTED else ()
        against = sorted((*held.hard, *soft), key=_telling(held))
        passages = tuple(self._against(a) for a in against)
        backing = () if rule in (UNSUPPORTED, UNSOURCED) else held.fully or held.backing
        agree = tuple(self._agree(b.claim, b.position) for b in backing)
        says = wording.shaded(self.bench.position_of(claim), self.topic)
        fair, basis = self.fairness.of(rule, claim, against, held)
        sentence = self.document.text[claim.sentence.start : claim.sentence.end]
        return DraftFinding(
            rule=rule,
            aspect=claim.aspect,
            start=claim.start,
            end=claim.end,
            sentence=claim.sentence,
            says=says,
            message=message(rule, claim.quote, passages, agree, _row(claim)),
            fingerprint=digest(normalise(sentence), rule.code, claim.aspect),
            against=passages,
            agree=agree,
            fair=fair,
            basis=basis,
        )

    def _against(self, a: OpposingClaim) -> DraftPassage:
        says = wording.shaded(a.position, self.topic)
        passage = self._passage(a.claim, says)
        return replace(passage, why=a.conflict.explanation, conflict=a.conflict.id)

    def _agree(self, claim: Claim, position: Position) -> DraftPassage:
        return self._passage(claim, wording.shaded(position, self.topic))

    def _passage(self, claim: Claim, says: str) -> DraftPassage:
        stored = claim.source in self.bench.knowledge.documents
        own = claim.source == self.document.source or not stored
        title = "this draft" if own else self.bench.knowledge.source(claim.source).title
        if own:
            return DraftPassage(None, title, claim.quote, claim.start, says)
        blocks = self.bench.knowledge.documents[claim.source].blocks
        number = sum(b.start <= claim.start for b in blocks)
        return DraftPassage(
            claim.source, title, claim.quote, claim.start, says, claim=claim.id, paragraph=number
        )


def _row(claim: Claim) -> str:
    """The row of a list or table that a claim stands in, if it does."""
    scope = claim.qualifiers.scope
    return scope.text if scope and scope.kind is ScopeKind.ROW else ""


def _hard(against: OpposingClaim) -> bool:
    return against.conflict.strength is Strength.CONTRADICTION


def _telling(held: Weighed) -> Callable[[OpposingClaim], tuple[bool, ...]]:
    """Sorts what is against a claim: what says most first, and who agrees as well last."""
    both = {b.claim.source for b in held.fully}
    return lambda a: (
        not _hard(a),
        a.claim.source in both,
        a.position.aspect != held.aspect,
        a.position.qualifiers.presupposed,
        a.position.value is None,
    )


def _merged(found: Iterable[DraftFinding]) -> Iterator[DraftFinding]:
    """One finding for each sentence, aspect, code and answer: the first, with all evidence."""
    kept: dict[tuple[object, ...], DraftFinding] = {}
    for f in found:
        key = (f.sentence, f.aspect, f.rule.code)
        if key in kept:
            first = kept[key]
            kept[key] = replace(
                first,
                against=tuple(dict.fromkeys((*first.against, *f.against))),
                agree=tuple(dict.fromkeys((*first.agree, *f.agree))),
            )
        else:
            kept[key] = f
    yield from sorted(kept.values(), key=lambda f: (f.start, f.rule.code, f.aspect))


def _told_apart(found: Iterable[DraftFinding]) -> Iterator[DraftFinding]:
    """A sentence that stands in a draft twice has two fingerprints."""
    seen: dict[str, int] = {}
    for f in found:
        n = seen.get(f.fingerprint, 0)
        seen[f.fingerprint] = n + 1
        yield replace(f, fingerprint=digest(f.fingerprint, n)) if n else f
