"""Puts an outcome into the store: only the rows of what is otherwise than they say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import Any

from extract.model import Claim, digest
from kb.build.kept import Kept, TextNote
from kb.build.outcome import BuildOutcome
from kb.build.read import CacheKeys
from kb.corrections.model import TO_REVIEW
from kb.history.pieces import SnapshotPiece, of_question, of_source
from kb.history.snapshots import Manifest
from kb.knowledge.index import label_of, labels_of, passages_of, questions
from kb.knowledge.more import more_conflicts, more_lines
from kb.knowledge.search import passage
from kb.knowledge.summary import Summary
from kb.model import BY_SIDES, PLACE, Strength
from kb.reconcile.ties import touches
from kb.store.database import Store, pack
from kb.store.rows import to_row
from kb.store.tables import OF_SOURCE

ASPECT = attrgetter("aspect")


class Keeping:
    """What an outcome puts in place of what is kept.

    Made before the store is written, for it asks what is kept.
    """

    def __init__(self, outcome: BuildOutcome, kept: Kept, keys: Mapping[str, CacheKeys]) -> None:
        self.outcome, self.kept, self._keys = outcome, kept, keys
        found = outcome.found
        self.positions = _otherwise(kept.positions, found.positions)
        self.conflicts = _otherwise(kept.conflicts, found.conflicts)
        judged = _otherwise(
            [(c.aspect, kept.standings.get(c.id)) for c in kept.conflicts],
            [(c.aspect, outcome.standings[c.id]) for c in found.conflicts],
            key=lambda pair: str(pair[0]),
        )
        by_question = _grouped(found.conflicts)
        self._asked = {
            question: of_question(by_question.get(question, ()), outcome.standings)
            for question in sorted(self.conflicts.keys() | judged.keys())
        }
        self.claims = self._all_claims()
        self._said = {id: self._source_piece(id) for id in sorted(self.resaid)}

    @cached_property
    def resaid(self) -> frozenset[str]:
        """The sources of whose claims any came, went or changed."""
        before, now = self.kept.dropped, self.outcome.dropped
        dropped = {{**before, **now}[id] for id in before.keys() ^ now.keys()}
        return (self.outcome.read | dropped) - self.outcome.gone

    @cached_property
    def reworded(self) -> frozenset[str]:
        """The sources whose passages are found by other words, or tell other ones."""
        labels = {p.id: label_of(p) for p in self.kept.positions}
        now = (p for ps in self.positions.values() for p in ps)
        other = (p for p in now if labels.get(p.id, label_of(p)) != label_of(p))
        relabelled = {s for p in other for s in p.sources}
        titles = {id: s.title for id, s in self.kept.sources.items()}
        retitled = {s.id for s in self.outcome.sources if titles.get(s.id, s.title) != s.title}
        return self.resaid | relabelled | retitled

    def _all_claims(self) -> dict[str, list[Claim]]:
        """The claims in force of each source that is otherwise, by place."""
        found: dict[str, list[Claim]] = {id: [] for id in self.reworded}
        left = self.reworded - self.outcome.read
        read = (c for id in sorted(self.outcome.read) for c in self.outcome.claims[id])
        for claim in sorted((*read, *self.kept.claims_of(left)), key=PLACE):
            if claim.id not in self.outcome.dropped and claim.source in found:
                found[claim.source].append(claim)
        return found

    def _source_piece(self, id: str) -> SnapshotPiece:
        document = self.outcome.corpus.documents[id]
        return of_source(document, self.claims[id], self._position_of)

    @cached_property
    def _position_of(self) -> dict[str, str]:
        return {id: p.id for p in self.outcome.found.positions for id in p.claims}

    @cached_property
    def pieces(self) -> tuple[SnapshotPiece, ...]:
        """The pieces of a snapshot that are new."""
        return (*self._said.values(), *self._asked.values())

    @cached_property
    def notes(self) -> dict[str, TextNote]:
        """The notes of all texts, by source."""
        notes = {id: n for id, n in self.kept.notes.items() if id not in self.outcome.gone}
        for id, piece in self._said.items():
            if id in self._keys:
                text = digest(self.outcome.corpus.documents[id].text)
                notes[id] = TextNote(self._keys[id], self.outcome.prints[id], text, piece.key)
            else:
                notes[id] = replace(notes[id], piece=piece.key)
        return dict(sorted(notes.items()))

    @cached_property
    def questions(self) -> dict[str, str]:
        """By question that has conflicts, the key of its piece of a snapshot."""
        there = {c.aspect for c in self.outcome.found.conflicts}
        keys = dict(self.kept.pieces) | {q: piece.key for q, piece in self._asked.items()}
        return {q: key for q, key in sorted(keys.items()) if q in there}


def _otherwise(
    before: Iterable[Any], now: Iterable[Any], key: Any = ASPECT
) -> dict[str, Sequence[Any]]:
    """By aspect or question, the values there are, where they are others than before."""
    old, new = _grouped(before, key), _grouped(now, key)
    return {k: new.get(k, ()) for k in sorted(old.keys() | new.keys()) if old.get(k) != new.get(k)}


def _grouped(values: Iterable[Any], key: Any = ASPECT) -> dict[str, list[Any]]:
    return {k: list(v) for k, v in groupby(sorted(values, key=key), key)}


def keep(store: Store, keeping: Keeping) -> Summary:
    """Put the outcome into the store, its history left as it is; the outcome's figures."""
    _keep_sources(store, keeping)
    _keep_questions(store, keeping)
    _keep_whole(store, keeping.outcome)
    store.keep("pieces", {piece.key: pack(piece.key, piece.row) for piece in keeping.pieces})
    store.write("questions", ((q, [q, key]) for q, key in keeping.questions.items()))
    summary = _summary(store, keeping.outcome)
    store.write("summary", [("", to_row(summary))])
    return summary


def _keep_sources(store: Store, keeping: Keeping) -> None:
    outcome, kept = keeping.outcome, keeping.kept
    for name in OF_SOURCE:
        store.unshelve(name, sorted(outcome.gone))
    for id in sorted(outcome.gone):
        store.index(id, ())
    for source in outcome.sources:
        if kept.sources.get(source.id) != source:
            store.shelve("sources", source.id, {"": [to_row(source)]})
    for id, note in keeping.notes.items():
        if kept.notes.get(id) != note:
            store.shelve("texts", id, {"": [note.to_row()]})
    for id, claims in outcome.claims.items():
        store.shelve("documents", id, {"": [to_row(outcome.corpus.documents[id])]})
        store.shelve("claims", id, _by_aspect(claims))
    for coverage in outcome.coverage:
        store.shelve("coverage", coverage.source, {"": [to_row(coverage)]})
    _keep_passages(store, keeping)


def _by_aspect(claims: Iterable[Claim]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for claim in sorted(claims, key=ASPECT):
        found.setdefault(claim.aspect, []).append(claim.to_row())
    return found


def _keep_passages(store: Store, keeping: Keeping) -> None:
    outcome = keeping.outcome
    topic, documents = outcome.corpus.topic, outcome.corpus.documents
    if not keeping.kept.notes:
        store.index("", map(passage, questions(topic)))
    labels = labels_of(outcome.found.positions)
    sources = {s.id: s for s in outcome.sources}
    for id in sorted(keeping.reworded):
        claims = keeping.claims[id]
        found = passages_of(topic, sources[id], documents[id], claims, labels)
        store.index(id, map(passage, found))


def _keep_questions(store: Store, keeping: Keeping) -> None:
    outcome = keeping.outcome
    for name, found in (("positions", keeping.positions), ("conflicts", keeping.conflicts)):
        for owner, values in found.items():
            store.shelve(name, owner, {"": [to_row(v) for v in values]})
    old = [q for q in store.owners("near_misses") if touches(q, outcome.asked)]
    store.unshelve("near_misses", old)
    misses = sorted(sorted(outcome.found.near_misses, key=BY_SIDES), key=ASPECT)
    for owner, theirs in groupby(misses, ASPECT):
        store.shelve("near_misses", owner, {"": [to_row(miss) for miss in theirs]})


def _keep_whole(store: Store, o: BuildOutcome) -> None:
    """What is written whole: it does not grow with the texts, or little."""
    topic, corpus = o.corpus.topic, o.corpus
    said = topic.model_dump(mode="json", by_alias=True)
    store.write("topic", [("", {"guessed": topic.guessed, "said": said})])
    store.write("more_pairs", ((m.aspect, to_row(m)) for m in o.found.more))
    store.write("views", ((v.aspect, to_row(v)) for v in o.views))
    store.write("unread", ((file, [file, why]) for file, why in corpus.unread))
    store.write("verdicts", ((v.conflict, to_row(v)) for v in corpus.verdicts))
    store.write("standings", ((id, to_row(s)) for id, s in sorted(o.standings.items())))
    store.write("opinions", ((x.dispute, to_row(x)) for x in o.opinions))
    store.write("disputes", ((d.id, to_row(d)) for d in o.disputes))
    store.write("corrections", ((a.id, to_row(a)) for a in o.corrected.applied))
    store.write("struck", ((c.id, to_row(c)) for c in o.corrected.struck))
    store.write("dropped", ((id, [id, source]) for id, source in sorted(o.dropped.items())))
    pairs = sorted(o.likeness.items())
    store.write("likeness", (("", [*pair, same]) for pair, same in pairs))


def _summary(store: Store, o: BuildOutcome) -> Summary:
    hard = sum(c.strength is Strength.CONTRADICTION for c in o.found.conflicts)
    looks = sum(c.look for c in o.found.conflicts)
    left = [a for a in o.corrected.applied if a.state in TO_REVIEW]
    return Summary(
        sources=len(o.sources),
        sentences=sum(row["sentences"] for _, row in store.shelved("coverage")),
        claims=store.counted("claims") - len(o.dropped),
        positions=len(o.found.positions),
        disputes=len(o.disputes),
        contradictions=hard,
        tensions=len(o.found.conflicts) - hard - looks,
        looks=looks,
        near_misses=store.counted("near_misses"),
        settled=sum(s.settled for s in o.standings.values()),
        left=len(left),
        why_left=tuple(dict.fromkeys(a.reason for a in left if a.reason)),
        more=tuple(more_lines(o.found.more, more_conflicts)),
        unread=o.corpus.unread,
    )


def sweep(store: Store, keeping: Keeping, newest: Manifest) -> None:
    """Let go of what is long out of use in the caches."""
    notes = keeping.notes
    pieces = {*newest.pieces(), *keeping.questions.values(), *(n.piece for n in notes.values())}
    used = {
        "parses": {key for note in notes.values() for key in note.keys.parses},
        "readings": {note.keys.reading for note in notes.values()},
        "pieces": pieces,
    }
    store.sweep(used, newest.n)
