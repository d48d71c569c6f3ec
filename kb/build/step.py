"""A build as a step of the corpus's history: its snapshot, and what changed since the last one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from extract.model import digest
from kb.build.keep import Keeping
from kb.history.changes import Changes
from kb.history.compare import compare
from kb.history.kept import newest, steps
from kb.history.pieces import SeenClaim, seen_as
from kb.history.snapshots import (
    Manifest,
    Program,
    differing,
    seen_disputes,
    snapshot,
    to_row,
)
from kb.store.database import KEPT, Store, unpack
from kb.store.rows import this_version
from kb.store.rows import to_row as value_to_row


@dataclass(frozen=True, slots=True)
class TakenStep:
    """The newest snapshot; what this build changed, if it made one that is not the first; and all
    the kept steps, newest first."""

    newest: Manifest
    changes: Changes | None
    history: tuple[Changes, ...]


def take_step(store: Store, keeping: Keeping, facts: Mapping[str, str]) -> TakenStep:
    """Add a snapshot if the outcome differs from the last one's. The pieces of the outcome must
    be in the store. Raises `Damaged` for snapshots of another version."""
    last, history = newest(store), steps(store)
    now = _manifest(keeping, facts, last.n + 1 if last else 1)
    changes = _changes(store, keeping, last, now) if last else None
    if last and changes is None:
        return TakenStep(last, None, history)
    store.add_snapshot(now.n, to_row(now), now.ids())
    if changes:
        history = (changes, *history)[: KEPT - 1]
        store.write("history", (("", value_to_row(c)) for c in history))
    return TakenStep(now, changes, history)


def _manifest(keeping: Keeping, facts: Mapping[str, str], n: int) -> Manifest:
    o, notes = keeping.outcome, keeping.notes
    program = digest(*(facts[p] for p in ("pipeline", "extract", "kb")))
    made = (a.claim for a in o.corrected.applied if a.made and a.claim)
    return Manifest(
        n=n,
        of=Program(facts["topic"], facts["rules"], program),
        texts={id: note.text for id, note in notes.items()},
        sources={id: note.piece for id, note in notes.items()},
        questions=keeping.questions,
        labels={p.id: p.label for p in o.found.positions},
        misread=tuple(sorted([*o.dropped, *(c.id for c in o.corrected.struck), *made])),
        cut=tuple(sorted(m.aspect for m in o.found.more)),
        disputes=seen_disputes(o.disputes, o.standings),
        claims=sum(len(p.claims) for p in o.found.positions),
    )


def _changes(store: Store, keeping: Keeping, last: Manifest, now: Manifest) -> Changes | None:
    """What changed, out of the pieces that differ; None if the outcome is the same."""
    sources = differing(last.sources, now.sources)
    asked = differing(last.questions, now.questions)
    keys = {m.sources.get(s) for m in (last, now) for s in sources}
    keys |= {m.questions.get(q) for m in (last, now) for q in asked}
    found = store.cached("pieces", (key for key in keys if key))
    with this_version():
        pieces = {key: unpack(row) for key, row in found.items()}
        before, after = (snapshot(m, pieces, sources, asked) for m in (last, now))
    if before.same_outcome(after):
        return None
    earlier = {id for n, ids in store.seen().items() if n < last.n for id in ids}
    return compare(before, after, earlier, _elsewhere(keeping, sources))


def _elsewhere(keeping: Keeping, sources: frozenset[str]) -> Iterator[SeenClaim]:
    """The claims of sources that are as they were, on what was asked."""
    for claim in keeping.outcome.found.claims:
        if claim.source not in sources:
            yield seen_as(claim, "")
