"""The snapshots that a store keeps, and the choice of two of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from extract.errors import InputError
from kb.history.snapshots import Snapshot, from_row
from kb.store.database import Damaged
from kb.store.origin import opened


def read_snapshots(corpus: Path, store: Path) -> tuple[Snapshot, ...]:
    """The kept snapshots, oldest first. Raises `InputError` as `opened` does."""
    with opened(corpus, store) as kept:
        try:
            return tuple(from_row(row) for _, row in sorted(kept.snapshots().items()))
        except ValueError as error:
            raise Damaged("is of another version") from error


def pick(
    kept: Sequence[Snapshot], start: int | None, end: int | None
) -> tuple[Snapshot, Snapshot] | None:
    """The snapshots numbered `start` and `end`, else the last but one and the last.

    None if there is only one to choose from. Raises `InputError` for a number not kept.
    """
    by_number = {s.n: s for s in kept}
    if end is None:
        end = kept[-1].n
    if start is None:
        earlier = [n for n in by_number if n < end]
        if not earlier and end in by_number:
            return None
        start = max(earlier, default=end)
    for n in (start, end):
        if n not in by_number:
            numbers = ", ".join(map(str, by_number))
            raise InputError(f"{n}: no such snapshot; kept are {numbers}", "KB206")
    return by_number[start], by_number[end]


def seen_in(snapshots: Iterable[Snapshot]) -> frozenset[str]:
    """The ids of the conflicts and disputes that were there in one of them."""
    return frozenset(
        seen.id for s in snapshots for some in (s.conflicts, s.disputes or ()) for seen in some
    )
