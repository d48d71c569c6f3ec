"""From a corpus, the readings of what changed in it and what is kept of the rest, to an outcome.

Only the aspects on which a claim came, went or changed are reconciled again, with all that is
tied to them; what is counted over all questions (disputes, views, standings) is made anew of
what is kept. The outcome is the same as if nothing had been kept.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import cached_property

from extract.model import Claim, Document
from kb.build.kept import Kept, Pair
from kb.build.read import Readings
from kb.corpus.folder import Corpus
from kb.corrections.apply import Corrected, apply_corrections
from kb.corrections.coverage import covered
from kb.knowledge.value import Knowledge
from kb.model import (
    BY_ID,
    PLACE,
    AspectView,
    Coverage,
    Dispute,
    Reconciled,
    Ruling,
    Source,
    Verdict,
)
from kb.readers.dispute import Grounds
from kb.readers.opinions import Opinion, holding
from kb.reconcile.agreement import originals, views
from kb.reconcile.copies import Likeness, Print, copies, print_of, with_copies
from kb.reconcile.disputes import disputes
from kb.reconcile.pairs import reconcile
from kb.reconcile.ties import asked_with, touches
from kb.verdicts.reopen import reopened
from kb.verdicts.standing import marked, misread, standings

Spoken = Mapping[str, Sequence[object]]


@dataclass(frozen=True)
class BuildOutcome:
    """What a build comes to.

    `read` are the sources whose readings are new here, `gone` those that are no more; `asked` are
    the aspects that were reconciled. `found` holds all positions, conflicts and counts, but the
    claims and near misses of what was asked only. `dropped` has the claims that people called
    misread, each with its source.
    """

    corpus: Corpus
    read: frozenset[str]
    gone: frozenset[str]
    asked: frozenset[str]
    sources: tuple[Source, ...]
    corrected: Corrected
    coverage: tuple[Coverage, ...]
    dropped: Mapping[str, str]
    found: Reconciled
    standings: Mapping[str, Ruling]
    disputes: tuple[Dispute, ...]
    views: tuple[AspectView, ...]
    opinions: tuple[Opinion, ...]
    prints: Mapping[str, Print]
    likeness: Mapping[Pair, bool]

    @cached_property
    def claims(self) -> Mapping[str, tuple[Claim, ...]]:
        """The claims of the sources that were read, misread ones too."""
        found: dict[str, list[Claim]] = {id: [] for id in sorted(self.read)}
        for claim in self.corrected.claims:
            found[claim.source].append(claim)
        return {id: tuple(claims) for id, claims in found.items()}

    def knowledge(self) -> Knowledge:
        """It as a value; only for an outcome of which nothing was kept."""
        taken = (c for c in self.corrected.claims if c.id in self.dropped)
        return Knowledge(
            topic=self.corpus.topic,
            sources=self.sources,
            documents=self.corpus.documents,
            claims=self.found.claims,
            positions=self.found.positions,
            conflicts=self.found.conflicts,
            near_misses=self.found.near_misses,
            more=self.found.more,
            disputes=self.disputes,
            views=self.views,
            coverage=self.coverage,
            unread=self.corpus.unread,
            verdicts=self.corpus.verdicts,
            standings=self.standings,
            misread=tuple(sorted(taken, key=PLACE)),
            corrections=self.corrected.applied,
            struck=self.corrected.struck,
            opinions=self.opinions,
        )


def outcome_of(corpus: Corpus, readings: Readings, kept: Kept) -> BuildOutcome:
    """What the corpus comes to; `readings` are of the sources that are not as they are kept."""
    return _Assembly(corpus, readings, kept).outcome()


class _Assembly:
    """One round of putting together what was read and what is kept."""

    def __init__(self, corpus: Corpus, readings: Readings, kept: Kept) -> None:
        self.corpus, self.readings, self.kept = corpus, readings, kept
        self.notes = kept.notes
        self.read = frozenset(readings.by_source)
        self.gone = frozenset(self.notes.keys() - {s.id for s in corpus.sources})
        self.before = readings.claims
        self.corrected = apply_corrections(
            corpus.corrections, self.before, corpus.documents, corpus.topic
        )
        self.called = misread(corpus.verdicts) - self.corrected.made

    def outcome(self) -> BuildOutcome:
        """All that it comes to."""
        corpus, verdicts = self.corpus, self.corpus.verdicts
        prints, likeness = self._prints(), self._likeness()
        sources = with_copies(corpus.sources, copies(prints, likeness))
        roots = originals(sources)
        asked = self._asked(roots)
        found = self._reconciled(asked, roots)
        again = reopened(verdicts, found.conflicts, found.positions, self._lost(found))
        standing = standings(verdicts, found.conflicts, again)
        found = replace(found, conflicts=marked(found.conflicts, standing))
        disputed = disputes(found.conflicts, found.positions, corpus.topic, roots)
        settled = frozenset(id for id, ruling in standing.items() if ruling.settled)
        return BuildOutcome(
            corpus=corpus,
            read=self.read,
            gone=self.gone,
            asked=asked,
            sources=sources,
            corrected=self.corrected,
            coverage=covered(self.readings.coverage, self.before, self.corrected.claims),
            dropped=self._dropped(asked),
            found=found,
            standings=standing,
            disputes=disputed,
            views=views(found, corpus.topic, sources, settled),
            opinions=self._opinions(disputed, found),
            prints=prints,
            likeness=likeness.seen,
        )

    def _prints(self) -> dict[str, Print]:
        texts = self.corpus.documents
        return {
            s.id: print_of(texts[s.id].text) if s.id in self.read else self.notes[s.id].print
            for s in self.corpus.sources
        }

    def _likeness(self) -> Likeness:
        changed, texts = self.read | self.gone, self.corpus.documents
        known = {p: same for p, same in self.kept.likeness.items() if changed.isdisjoint(p)}
        return Likeness(lambda id: texts[id].text, known)

    def _asked(self, roots: Mapping[str, str]) -> frozenset[str]:
        """The aspects on which anything may be otherwise than it is kept."""
        every = frozenset(a.id for a in self.corpus.topic.aspects)
        before = originals(self.kept.sources.values())
        if not self.notes or any(before[id] != roots[id] for id in before.keys() & roots.keys()):
            return every
        verdicts = {*enumerate(self.kept.verdicts)} ^ {*enumerate(self.corpus.verdicts)}
        decided = [_aspects(v, every) for _, v in verdicts]  # their order counts, too
        return (self._resaid() & every).union(*decided)

    def _resaid(self) -> frozenset[str]:
        """The aspects on which a source that changed says anything else, or elsewhere."""
        changed = sorted(self.read | self.gone)
        texts = self.corpus.documents
        old, new = _by_source(self.kept.claims_of(changed)), _by_source(self.corrected.claims)
        was = self.kept.documents(changed)
        dropped = self.kept.dropped.keys()
        found: set[str] = set()
        for id in changed:
            one = _spoken(old.get(id, ()), was.get(id), dropped)
            other = _spoken(new.get(id, ()), texts[id] if id in self.read else None, self.called)
            found |= {a for a in one.keys() | other.keys() if one.get(a) != other.get(a)}
        return frozenset(found)

    def _claims_on(self, aspects: frozenset[str]) -> list[Claim]:
        """All claims on these aspects."""
        changed = self.read | self.gone
        there = [c for c in self.kept.claims_on(aspects) if c.source not in changed]
        return there + [c for c in self.corrected.claims if c.aspect in aspects]

    def _reconciled(self, asked: frozenset[str], roots: Mapping[str, str]) -> Reconciled:
        """What is kept with what was asked again in its place."""
        corpus, kept = self.corpus, self.kept
        claims = self._claims_on(asked_with(asked, corpus.topic))
        found = reconcile(claims, corpus.topic, self.called, corpus.verdicts, roots, asked=asked)
        positions = [p for p in kept.positions if not touches(p.aspect, asked)]
        conflicts = [c for c in kept.conflicts if not touches(c.aspect, asked)]
        more = [m for m in kept.more if not touches(m.aspect, asked)]
        return replace(
            found,
            positions=tuple(sorted((*positions, *found.positions), key=BY_ID)),
            conflicts=tuple(sorted((*conflicts, *found.conflicts), key=BY_ID)),
            more=tuple(sorted((*more, *found.more), key=lambda m: m.aspect)),
        )

    def _dropped(self, asked: frozenset[str]) -> dict[str, str]:
        """The claims there are that people called misread, each with its source."""
        if not self.called:
            return {}
        changed = self.read | self.gone
        kept = ((id, s) for id, s in self.kept.dropped.items() if s not in changed)
        there = {id: source for id, source in kept if id in self.called}
        looked_at = (*self.corrected.claims, *self._claims_on(asked))
        return there | {c.id: c.source for c in looked_at if c.id in self.called}

    def _lost(self, found: Reconciled) -> list[Claim]:
        """The claims that a verdict on a conflict which is gone may be about now."""
        there = {c.id for c in found.conflicts}
        lost = (v.aspect for v in self.corpus.verdicts if v.aspect and v.conflict not in there)
        return self._claims_on(frozenset(a for aspect in lost for a in aspect.split("|")))

    def _opinions(self, disputed: Sequence[Dispute], found: Reconciled) -> tuple[Opinion, ...]:
        """What other readers say of the disputes as they stand."""
        on = {o.dispute for o in self.corpus.opinions}
        asked = [d for d in disputed if d.id in on]
        claims = self._claims_on(frozenset(a for d in asked for a in d.aspects))
        grounds = Grounds.of(found.conflicts, claims, self.corpus.documents)
        return holding(self.corpus.opinions, {d.id: grounds.content(d) for d in asked})


def _aspects(verdict: Verdict, every: frozenset[str]) -> frozenset[str]:
    """The aspects on which the verdict may bear."""
    if verdict.aspect:
        return every & frozenset(verdict.aspect.split("|"))
    return every if verdict.conflict else frozenset()


def _by_source(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(claim.source, []).append(claim)
    return found


def _spoken(claims: Sequence[Claim], document: Document | None, dropped: Set[str]) -> Spoken:
    """By aspect, all of a source's claims that reconciling looks at: a text that moves says the
    same. Sentences are told apart by their words and their number among equal ones."""
    if document is None:
        return {}
    numbered: dict[object, object] = {}
    counted: Counter[str] = Counter()
    for span in sorted({c.sentence for c in claims}):
        words = document.text[slice(*span)]
        numbered[span] = (words, counted[words])
        counted[words] += 1
    found: dict[str, list[object]] = {}
    for c in sorted(claims, key=PLACE):
        said = (c.id, c.quote, c.value, c.qualifiers, c.heading, numbered[c.sentence])
        why = tuple((r.field, r.cue) for r in c.why)
        found.setdefault(c.aspect, []).append((*said, why, c.id in dropped))
    return found
