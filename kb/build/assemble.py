"""From a corpus and its readings to knowledge: reconciled, with people's verdicts on it."""

from dataclasses import replace

from kb.build.read import Readings
from kb.corpus.folder import Corpus
from kb.corrections.apply import apply_corrections
from kb.corrections.coverage import covered
from kb.knowledge.value import Knowledge
from kb.model import Dispute
from kb.readers.dispute import Grounds
from kb.readers.opinions import Opinion, holding
from kb.reconcile.agreement import originals, views
from kb.reconcile.copies import with_copies
from kb.reconcile.disputes import disputes
from kb.reconcile.pairs import reconcile
from kb.verdicts.reopen import reopened
from kb.verdicts.standing import marked, misread, standings


def assemble(corpus: Corpus, readings: Readings) -> Knowledge:
    """What the corpus's claims come to. Pure: knows neither the store nor earlier builds."""
    read, texts = readings.claims, corpus.documents
    corrected = apply_corrections(corpus.corrections, read, texts, corpus.topic)
    dropped = misread(corpus.verdicts) - corrected.made
    sources = with_copies(corpus.sources, {id: d.text for id, d in texts.items()})
    roots = originals(sources)
    found = reconcile(corrected.claims, corpus.topic, dropped, corpus.verdicts, roots)
    again = reopened(corpus.verdicts, found.conflicts, found.positions, found.claims)
    standing = standings(corpus.verdicts, found.conflicts, again)
    found = replace(found, conflicts=marked(found.conflicts, standing))
    disputed = disputes(found.conflicts, found.positions, corpus.topic, roots)
    settled = frozenset(id for id, ruling in standing.items() if ruling.settled)
    return Knowledge(
        topic=corpus.topic,
        sources=sources,
        documents=texts,
        claims=found.claims,
        positions=found.positions,
        conflicts=found.conflicts,
        near_misses=found.near_misses,
        more=found.more,
        disputes=disputed,
        views=views(found, corpus.topic, sources, settled),
        coverage=covered(readings.coverage, read, corrected.claims),
        unread=corpus.unread,
        verdicts=corpus.verdicts,
        standings=standing,
        misread=tuple(c for c in corrected.claims if c.id in dropped),
        corrections=corrected.applied,
        struck=corrected.struck,
        opinions=_opinions(corpus, disputed, Grounds.of(found.conflicts, found.claims, texts)),
    )


def _opinions(
    corpus: Corpus, disputed: tuple[Dispute, ...], grounds: Grounds
) -> tuple[Opinion, ...]:
    """What other readers say of the disputes as they stand."""
    on = {o.dispute for o in corpus.opinions}
    return holding(corpus.opinions, {d.id: grounds.content(d) for d in disputed if d.id in on})
