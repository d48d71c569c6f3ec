"""The snapshots that a store keeps, and the choice of two of them."""

from collections.abc import Sequence
from pathlib import Path

from extract.errors import InputError
from kb.history.changes import Changes
from kb.history.compare import compare
from kb.history.snapshots import Manifest, from_row, snapshot
from kb.store.database import Store, unpack
from kb.store.origin import opened
from kb.store.rows import from_row as value_from_row
from kb.store.rows import this_version


def read_manifests(store: Store) -> tuple[Manifest, ...]:
    """The kept snapshots, oldest first. Raises `Damaged` for those of another version."""
    with this_version():
        return tuple(from_row(row) for _, row in sorted(store.snapshots().items()))


def newest(store: Store) -> Manifest | None:
    """The last snapshot, if there is one. Raises `Damaged` for one of another version."""
    with this_version():
        row = store.newest()
        return from_row(row) if row else None


def steps(store: Store) -> tuple[Changes, ...]:
    """What changed from each kept snapshot to the next, newest first. Raises as `newest` does."""
    with this_version():
        return tuple(value_from_row(Changes, row) for row in store.read("history"))


def read_snapshots(corpus: Path, store: Path) -> tuple[Manifest, ...]:
    """The kept snapshots, oldest first. Raises `InputError` as `opened` does."""
    with opened(corpus, store) as kept:
        return read_manifests(kept)


def changes_between(corpus: Path, store: Path, two: tuple[Manifest, Manifest]) -> Changes:
    """What changed from one kept snapshot to another. Raises `InputError` as `opened` does."""
    before, after = two
    with opened(corpus, store) as kept:
        found = kept.cached("pieces", {*before.pieces(), *after.pieces()})
        earlier = {id for n, ids in kept.seen().items() if n < before.n for id in ids}
    pieces = {key: unpack(row) for key, row in found.items()}
    return compare(snapshot(before, pieces), snapshot(after, pieces), earlier)


def pick(
    kept: Sequence[Manifest], start: int | None, end: int | None
) -> tuple[Manifest, Manifest] | None:
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
