"""Which disputes opened, closed or changed, by what became of their pairs."""

from collections.abc import Container, Iterable, Iterator

from kb.history.changes import ConflictChange, DisputeChange
from kb.history.snapshots import SeenDispute, Snapshot


def dispute_changes(
    before: Snapshot,
    after: Snapshot,
    conflicts: Iterable[ConflictChange],
    earlier: Container[str],
) -> Iterator[DisputeChange]:
    """The disputes of which a pair changed, those that are there first, what matters most first.

    `earlier` has ids of disputes that were there before `before`.
    """
    old, new = ({d.id: d for d in side} for side in (before.disputes, after.disputes))
    homes = {c: d.id for side in (old, new) for d in side.values() for c in d.conflicts}
    touched: dict[str, list[str]] = {}
    for change in conflicts:
        if change.id in homes:
            touched.setdefault(homes[change.id], []).append(change.id)
    for id in (*new, *(id for id in old if id not in new)):
        if id in touched:
            seen = new.get(id) or old[id]
            word = _word(old.get(id), new.get(id), earlier)
            yield DisputeChange(id, word, seen.question, seen.strength, tuple(touched[id]))


def _word(old: SeenDispute | None, new: SeenDispute | None, earlier: Container[str]) -> str:
    if new is None:
        return "closed"
    if old is None:
        return "re-opened" if new.id in earlier else "opened"
    if old.open != new.open:
        return "re-opened" if new.open else "settled"
    if old.strength != new.strength:
        return "weaker" if new.strength == "tension" else "harder"
    return "changed"
