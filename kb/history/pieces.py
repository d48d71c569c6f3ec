"""What a snapshot keeps of one source, and of one question.

A piece hangs on its source's text and claims alone, or on its question's conflicts: what did not
change has the same piece in every snapshot, and is kept once.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from extract.model import Claim, Document, digest, normalise
from kb.model import Conflict, Ruling


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
class SnapshotPiece:
    """A row for the store, under a key that digests it."""

    key: str
    row: Any


def of_source(
    document: Document, claims: Iterable[Claim], positions: Mapping[str, str]
) -> SnapshotPiece:
    """The source's paragraphs and claims; `positions` has the id of each claim's position."""
    blocks = _blocks(document)
    seen = [_claim(c, positions.get(c.id, ""), blocks) for c in sorted(claims, key=lambda c: c.id)]
    row = {"blocks": sorted({name for _, name in blocks}), "claims": seen}
    return SnapshotPiece(digest(document.source, row), row)


def of_question(conflicts: Iterable[Conflict], standings: Mapping[str, Ruling]) -> SnapshotPiece:
    """The question's conflicts, and how they stand."""
    row = [_conflict(c, standings[c.id]) for c in sorted(conflicts, key=lambda c: c.id)]
    return SnapshotPiece(digest(row), row)


def seen_claims(source: str, row: Any, labels: Mapping[str, str]) -> Iterable[SeenClaim]:
    """The claims of a source's piece; `labels` has each position's label as it was then."""
    for id, aspect, subject, answer, position, quote, block in row["claims"]:
        says = labels.get(position, "")
        yield SeenClaim(id, source, aspect, subject, answer, says, quote, block)


def seen_conflicts(row: Any) -> Iterable[SeenConflict]:
    """The conflicts of a question's piece."""
    for id, aspect, strength, explanation, claims, settled, reopened in row:
        yield SeenConflict(id, aspect, strength, explanation, tuple(claims), settled, reopened)


def seen_as(claim: Claim, says: str) -> SeenClaim:
    """A claim as a snapshot keeps it, but for its paragraph."""
    return SeenClaim(
        claim.id, claim.source, claim.aspect, claim.subject, _answer(claim), says, _quote(claim), ""
    )


def _blocks(document: Document) -> list[tuple[int, str]]:
    """Where each paragraph begins, and the digest of its text."""
    text = document.text
    return [(b.start, digest(normalise(text[b.start : b.end]))) for b in document.blocks]


def _claim(claim: Claim, position: str, blocks: Sequence[tuple[int, str]]) -> list[str]:
    at = bisect_right(blocks, claim.start, key=lambda b: b[0]) - 1
    block = blocks[at][1] if at >= 0 else ""
    place = (claim.id, claim.aspect, claim.subject, _answer(claim))
    return [*place, position, _quote(claim), block]


def _quote(claim: Claim) -> str:
    return " ".join(claim.quote.split())


def _answer(claim: Claim) -> str:
    """The same for two wordings of the same answer; a part's or option's name says all."""
    row = claim.value.to_row() if claim.value else {}
    return digest(str(claim.polarity), {k: v for k, v in row.items() if k != "text"})


def _conflict(conflict: Conflict, standing: Ruling) -> list[Any]:
    seen = SeenConflict(
        id=conflict.id,
        aspect=conflict.aspect,
        strength=str(conflict.strength),
        explanation=conflict.explanation,
        claims=(*conflict.a.claims, *conflict.b.claims),
        settled=standing.settled,
        reopened=standing.reopened,
    )
    return list(astuple(seen))
