"""The meter of a question as a row of cells, one for each way to stand, as wide as its sources."""

from collections.abc import Iterable
from dataclasses import dataclass

from reports import text
from reports.views.tally import Share, Stands, Tally

LEAST = 0.17  # of the width, so that a cell's words have room
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# One colour a side, a paler one with ifs; words in each cell say the same.
FILLS = ("BBD7EE", "F8D6A0", "C8E3C4", "E4CDE8")
IFS = ("E3EFF8", "FCEFD8", "E8F3E6", "F4EAF5")
OTHER = {Stands.BOTH: "D5D2CB", Stands.ASIDE: "F0EEE9", Stands.SILENT: "FFFFFF"}
_WORDS = {
    Stands.BOTH: "several sides",
    Stands.ASIDE: "other",
    Stands.SILENT: "silent",
}


@dataclass(frozen=True, slots=True)
class MeterCell:
    """One cell: its words, its colour and how much of the width it takes; `key` for a style."""

    words: str
    fill: str
    key: str
    width: float


def cells(tally: Tally) -> tuple[MeterCell, ...]:
    """The meter from left to right; the widths make one. No source, no cell."""
    raw = [max(LEAST, len(s.sources) / tally.total) for s in tally.shares]
    whole = sum(raw) or 1.0
    return tuple(
        MeterCell(_words(share), _fill(share), _key(share), width / whole)
        for share, width in zip(tally.shares, raw, strict=True)
    )


def spoken(tally: Tally) -> str:
    """The meter for those who hear it: "Of 5 sources, A outright: 3, silent: 2." """
    told = ", ".join(_spoken(tally.shares))
    return f"Of {text.figure(tally.total, 'source')}, {told}." if told else "No source."


def _spoken(shares: Iterable[Share]) -> Iterable[str]:
    for share in shares:
        outright = " outright" if share.stance is Stands.PLAIN else ""
        words, _, count = _words(share).rpartition(": ")
        yield f"{words}{outright}: {count}"


def _words(share: Share) -> str:
    count = text.number(len(share.sources))
    if share.side is None:
        return f"{_WORDS[share.stance]}: {count}"
    ifs = " with ifs" if share.stance is Stands.IFS else ""
    return f"{_letter(share.side)}{ifs}: {count}"


def _letter(side: int) -> str:
    return LETTERS[side] if side < len(LETTERS) else str(side + 1)


def _fill(share: Share) -> str:
    if share.side is None:
        return OTHER[share.stance]
    fills = IFS if share.stance is Stands.IFS else FILLS
    return fills[share.side % len(fills)]


def _key(share: Share) -> str:
    return (
        str(share.stance)
        if share.side is None
        else f"side{share.side % len(FILLS)}" + (" ifs" if share.stance is Stands.IFS else "")
    )
