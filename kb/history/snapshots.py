"""A snapshot: what a build came to, kept so that a later one can be held against it.

Every build whose claims, conflicts or verdicts differ from the last snapshot's is one. It is kept
as a manifest that names a piece for each source and each question; pieces are kept once for all
snapshots in which their source or question is the same.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from kb.history.pieces import SeenClaim, SeenConflict, seen_claims, seen_conflicts
from kb.model import Dispute, Ruling


@dataclass(frozen=True, slots=True)
class SeenDispute:
    """A dispute as a snapshot keeps it; `open` is whether people left a pair of it open."""

    id: str
    question: str
    strength: str
    conflicts: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Program:
    """Digests of the topic file, of what reading depends on in it, and of the program."""

    topic: str
    rules: str
    program: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """A snapshot as it is kept: the keys of its pieces, and what stands in none.

    `texts` digests each source's text. `labels` has the label of each position. `cut` are the
    questions of whose conflicts not all are there. `misread` are the claims that people called
    misread, struck or made.
    """

    n: int
    of: Program
    texts: Mapping[str, str]
    sources: Mapping[str, str]
    questions: Mapping[str, str]
    labels: Mapping[str, str]
    misread: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    disputes: tuple[SeenDispute, ...] = ()
    claims: int = 0

    def pieces(self) -> Iterator[str]:
        """The keys of all its pieces."""
        yield from self.sources.values()
        yield from self.questions.values()

    def ids(self) -> list[str]:
        """The ids of its conflicts and disputes."""
        return sorted({id for d in self.disputes for id in (d.id, *d.conflicts)})


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a build came to, and from which texts, topic file and program.

    `texts` digests each source's text; `blocks` the paragraphs of each. Of two that are compared
    `blocks`, `claims` and `conflicts` may be left out where both have the same.
    """

    n: int
    topic: str
    rules: str
    program: str
    texts: Mapping[str, str]
    blocks: Mapping[str, tuple[str, ...]]
    claims: tuple[SeenClaim, ...]
    conflicts: tuple[SeenConflict, ...]
    misread: tuple[str, ...]
    cut: tuple[str, ...] = ()
    disputes: tuple[SeenDispute, ...] = ()

    def same_outcome(self, other: "Snapshot") -> bool:
        """Whether both came to the same claims and conflicts, in the same state."""
        return self._outcome() == other._outcome()

    def _outcome(self) -> tuple[object, ...]:
        return (
            [c.id for c in self.claims],
            [(c.id, c.strength, c.settled, c.claims) for c in self.conflicts],
            self.misread,
        )


_MANIFEST = TypeAdapter(Manifest)


def to_row(manifest: Manifest) -> Any:
    """The manifest as JSON-able data."""
    return _MANIFEST.dump_python(manifest, mode="json")


def from_row(row: Any) -> Manifest:
    """The inverse of `to_row`."""
    return _MANIFEST.validate_python(row)


def snapshot(
    manifest: Manifest,
    pieces: Mapping[str, Any],
    sources: Iterable[str] | None = None,
    questions: Iterable[str] | None = None,
) -> Snapshot:
    """The snapshot out of its pieces' rows: whole, or with these sources and questions only."""
    m = manifest
    mine = _rows(m.sources, pieces, sources)
    asked = _rows(m.questions, pieces, questions)
    claims = (c for s, row in mine for c in seen_claims(s, row, m.labels))
    conflicts = (c for _, row in asked for c in seen_conflicts(row))
    return Snapshot(
        n=m.n,
        topic=m.of.topic,
        rules=m.of.rules,
        program=m.of.program,
        texts=m.texts,
        blocks={s: tuple(row["blocks"]) for s, row in mine},
        claims=tuple(sorted(claims, key=lambda c: c.id)),
        conflicts=tuple(sorted(conflicts, key=lambda c: c.id)),
        misread=m.misread,
        cut=m.cut,
        disputes=m.disputes,
    )


def _rows(
    keys: Mapping[str, str], pieces: Mapping[str, Any], only: Iterable[str] | None
) -> list[tuple[str, Any]]:
    chosen: Container[str] = keys if only is None else frozenset(only)
    return [(name, pieces[key]) for name, key in sorted(keys.items()) if name in chosen]


def differing(one: Mapping[str, str], other: Mapping[str, str]) -> frozenset[str]:
    """The names that have not the same key in both."""
    return frozenset(n for n in one.keys() | other.keys() if one.get(n) != other.get(n))


def seen_disputes(
    disputes: Iterable[Dispute], standings: Mapping[str, Ruling]
) -> tuple[SeenDispute, ...]:
    """The disputes as a snapshot keeps them."""
    return tuple(
        SeenDispute(
            d.id,
            d.question,
            str(d.strength),
            d.conflicts,
            any(not standings[id].settled for id in d.conflicts),
        )
        for d in disputes
    )
