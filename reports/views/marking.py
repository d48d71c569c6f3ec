"""A source's text cut into runs, so that overlapping claims can all be marked in place.

The runs of a block, joined, are the block's text: nothing is lost and nothing is said twice.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

from extract.model import Block


class Marked(Protocol):
    """What is marked in a text: a claim, or whatever else has a place and a name."""

    @property
    def id(self) -> str:
        """Its name on the page."""

    @property
    def start(self) -> int:
        """The offset of its first character."""

    @property
    def end(self) -> int:
        """The offset after its last character."""


@dataclass(frozen=True, slots=True)
class ClaimRun:
    """A stretch of text with the claims that cover it, those that begin and end with it;
    `missed` names the span that was not understood, if it is in one."""

    text: str
    claims: tuple[str, ...]
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    missed: str = ""


def runs_of(
    text: str, block: Block, claims: Sequence[Marked], missed: tuple[tuple[int, int], ...] = ()
) -> tuple[ClaimRun, ...]:
    """The block's text in runs; `missed` are spans that were not understood."""
    inside = sorted(
        (c for c in claims if c.start < block.end and c.end > block.start),
        key=lambda c: (c.start, -c.end, c.id),
    )
    gaps = [(s, e) for s, e in missed if s < block.end and e > block.start]
    edges = {block.start, block.end}
    for start, end in [(c.start, c.end) for c in inside] + gaps:
        edges |= {max(start, block.start), min(end, block.end)}
    cuts = sorted(edges)
    pairs = pairwise(cuts)
    return tuple(_run(text, start, end, inside, gaps) for start, end in pairs)


def _run(
    text: str, start: int, end: int, inside: list[Marked], gaps: list[tuple[int, int]]
) -> ClaimRun:
    return ClaimRun(
        text=text[start:end],
        claims=tuple(c.id for c in inside if c.start <= start and c.end >= end),
        begins=tuple(c.id for c in inside if c.start == start),
        ends=tuple(c.id for c in inside if c.end == end),
        missed=next((f"missed-{s}" for s, e in gaps if s <= start and e >= end), ""),
    )
