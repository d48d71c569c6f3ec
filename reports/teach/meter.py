"""The meter of a question as a row of cells, one for each answer, as wide as its sources."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.topic.schema import Kind
from reports import text
from reports.views.meter import LETTERS, Meter, MeterShare

LEAST = 0.2  # of the width, so that a cell's words have room
# One colour an answer, paler ones for those on no side; words in each cell say the same.
FILLS: Mapping[str, str] = {
    "yes": "BBD7EE",
    "ifs": "E3EFF8",
    "both": "D5D2CB",
    "no": "F8D6A0",
    "A": "BBD7EE",
    "B": "F8D6A0",
    "C": "C8E3C4",
    "several": "D5D2CB",
    "other": "F0EEE9",
    "tied": "F0EEE9",
    "silent": "FFFFFF",
}
_SHORT = {
    "ifs": "with ifs",
    "both": "says both",
    "several": "more than one",
    "other": "other",
    "tied": "related",
    "silent": "silent",
}


@dataclass(frozen=True, slots=True)
class MeterCell:
    """One cell: its words, its colour and how much of the width it takes; `key` for a style."""

    words: str
    fill: str
    key: str
    width: float


def cells(meter: Meter, calm: Kind | None = None) -> tuple[MeterCell, ...]:
    """The meter from left to right; the widths make one. No source, no cell.

    `calm` is the kind of a question on which nobody disagrees: whoever speaks answers it, and
    only where it asks for yes or no it says which.
    """
    raw = [max(LEAST, s.count / meter.total) for s in meter.shares]
    whole = sum(raw) or 1.0
    return tuple(
        MeterCell(_words(meter, share, calm), FILLS[share.kind], share.kind, width / whole)
        for share, width in zip(meter.shares, raw, strict=True)
    )


def spoken(meter: Meter, bar: Sequence[MeterCell]) -> str:
    """The bar for those who hear it: "Of 5 sources, yes: 3, silent: 2." """
    told = ", ".join(cell.words for cell in bar)
    return f"Of {text.figure(meter.total, 'source')}, {told}." if told else "No source."


def _words(meter: Meter, share: MeterShare, calm: Kind | None) -> str:
    """A side goes by its letter: what it says stands beneath."""
    name = share.kind if meter.by_side else share.words
    if calm not in (None, Kind.YESNO) and share.kind in ("yes", *LETTERS):
        name = "answers"
    if {*share.ids} <= {*meter.torn}:
        name = "contradicts itself" if share.count == 1 else "contradict themselves"
    else:
        name = _SHORT.get(share.kind, name)
    return f"{name}: {text.number(share.count)}"
