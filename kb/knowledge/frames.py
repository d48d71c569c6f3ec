"""Flat rows as pandas data frames, with their columns even where there is no row."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from kb.knowledge.flat import (
    QUALIFIERS,
    flat_claims,
    flat_conflicts,
    flat_disputes,
    flat_more_pairs,
    flat_near_misses,
    flat_positions,
    flat_sources,
)
from kb.knowledge.value import Knowledge

if TYPE_CHECKING:
    import pandas

Flat = Callable[[Knowledge], list[dict[str, Any]]]

SIDES = [f"{side}_{what}" for side in "ab" for what in ("says", "sources", "quotes")]
COLUMNS = {
    "claims": [
        *("id", "source", "aspect", "subject", "says", "polarity", "value"),
        *(*QUALIFIERS, "start", "end", "quote", "corrected"),
    ],
    "positions": ["id", "aspect", "subject", "says", "sources", "claims"],
    "conflicts": [
        *("id", "strength", "kind", "aspect", *SIDES),
        *("within_source", "explanation", "verdict"),
    ],
    "disputes": [
        *("id", "question", "aspects", "subject", "strength"),
        *("says", "sources", "kinds", "independent", "pairs"),
    ],
    "near_misses": ["rung", "aspect", *SIDES, "explanation"],
    "sources": [*("id", "title", "kind", "publisher", "date", "url", "file", "copy_of", "claims")],
    "more_pairs": [
        *("aspect", "contradictions", "tensions", "near_misses", "refinements", "not_compared")
    ],
}
FLAT: dict[str, Flat] = {
    "claims": flat_claims,
    "positions": flat_positions,
    "conflicts": flat_conflicts,
    "disputes": flat_disputes,
    "near_misses": flat_near_misses,
    "sources": flat_sources,
    "more_pairs": flat_more_pairs,
}


def frame(knowledge: Knowledge, name: str) -> "pandas.DataFrame":
    """The frame of that name, one of `COLUMNS`."""
    import pandas

    rows = FLAT[name](knowledge)
    return pandas.DataFrame([list(row.values()) for row in rows], columns=COLUMNS[name])
