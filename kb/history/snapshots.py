"""A snapshot: what a build came to, kept so that a later one can be held against it.

Every build whose claims, conflicts or verdicts differ from the last snapshot's is one.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from extract.model import Claim, Document, digest, normalise
from kb.model import Conflict, Dispute, Position, Ruling


@dataclass(frozen=True, slots=True)
class SeenClaim:
    """A claim as a snapshot keeps it. `answer` digests its polarity and value, whatever
    their wording; `says` is its position's label; `block` digests its paragraph.
    """

    id: str
    source: str
    aspect: str
    subject: str
    answer: str
    says: str
    quote: str
    block: str


@dataclass(frozen=True, slots=True)
class SeenConflict:
    """A conflict as a snapshot keeps it. `claims` are those of both sides."""

    id: str
    aspect: str
    strength: str
    explanation: str
    claims: tuple[str, ...]
    settled: bool
    reopened: str | None


@dataclass(frozen=True, slots=True)
class SeenDispute:
    """A dispute as a snapshot keeps it; `open` is whether people left a pair of it open."""

    id: str
    question: str
    strength: str
    conflicts: tuple[str, ...]
    open: bool


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a build came to, and from which texts, topic file and program.

    `texts` digests each source's text; `blocks` the paragraphs of each. `cut` are the questions
    of whose conflicts not all are here. `misread` are the claims that people called
    misread, struck or made. `disputes` is None in one of an older program.
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
    disputes: tuple[SeenDispute, ...] | None = None

    def same_outcome(self, other: "Snapshot | None") -> bool:
        """Whether both came to the same claims and conflicts, in the same state."""
        return other is not None and self._outcome() == other._outcome()

    def _outcome(self) -> tuple[object, ...]:
        return (
            [c.id for c in self.claims],
            [(c.id, c.strength, c.settled, c.claims) for c in self.conflicts],
            self.misread,
        )


_SNAPSHOT = TypeAdapter(Snapshot)


def to_row(snapshot: Snapshot) -> Any:
    """The snapshot as JSON-able data."""
    return _SNAPSHOT.dump_python(snapshot, mode="json")


def from_row(row: Any) -> Snapshot:
    """The inverse of `to_row`."""
    return _SNAPSHOT.validate_python(row)


def take(
    n: int,
    digests: tuple[str, str, str],
    documents: Mapping[str, Document],
    claims: Iterable[Claim],
    positions: Iterable[Position],
    conflicts: Iterable[Conflict],
    standings: Mapping[str, Ruling],
    misread: Iterable[str],
    cut: Iterable[str] = (),
    disputes: Iterable[Dispute] = (),
) -> Snapshot:
    """The snapshot numbered `n`; `digests` are the topic's, its rules' and the program's."""
    says = {id: p.label for p in positions for id in p.claims}
    blocks = {id: _blocks(d) for id, d in sorted(documents.items())}
    return Snapshot(
        n,
        *digests,
        texts={id: digest(d.text) for id, d in sorted(documents.items())},
        blocks={id: tuple(sorted({name for _, name in b})) for id, b in blocks.items()},
        claims=tuple(_claim(c, says.get(c.id, ""), blocks[c.source]) for c in claims),
        conflicts=tuple(_conflict(c, standings[c.id]) for c in conflicts),
        misread=tuple(sorted(misread)),
        cut=tuple(sorted(cut)),
        disputes=tuple(_dispute(d, standings) for d in disputes),
    )


def _dispute(dispute: Dispute, standings: Mapping[str, Ruling]) -> SeenDispute:
    left = any(not standings[id].settled for id in dispute.conflicts)
    strength = str(dispute.strength)
    return SeenDispute(dispute.id, dispute.question, strength, dispute.conflicts, left)


def _blocks(document: Document) -> list[tuple[int, str]]:
    """Where each paragraph begins, and the digest of its text."""
    text = document.text
    return [(b.start, digest(normalise(text[b.start : b.end]))) for b in document.blocks]


def _claim(claim: Claim, says: str, blocks: list[tuple[int, str]]) -> SeenClaim:
    at = bisect_right(blocks, claim.start, key=lambda b: b[0]) - 1
    return SeenClaim(
        id=claim.id,
        source=claim.source,
        aspect=claim.aspect,
        subject=claim.subject,
        answer=_answer(claim),
        says=says,
        quote=" ".join(claim.quote.split()),
        block=blocks[at][1] if at >= 0 else "",
    )


def _answer(claim: Claim) -> str:
    """The same for two wordings of the same answer; a part's or option's name says all."""
    row = claim.value.to_row() if claim.value else {}
    return digest(str(claim.polarity), {k: v for k, v in row.items() if k != "text"})


def _conflict(conflict: Conflict, standing: Ruling) -> SeenConflict:
    return SeenConflict(
        id=conflict.id,
        aspect=conflict.aspect,
        strength=str(conflict.strength),
        explanation=conflict.explanation,
        claims=(*conflict.a.claims, *conflict.b.claims),
        settled=standing.settled,
        reopened=standing.reopened,
    )
