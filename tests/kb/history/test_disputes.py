"""What became of disputes, by what became of their pairs."""

from dataclasses import replace

from kb.history.changes import Cause, Changes, ConflictChange
from kb.history.compare import compare
from kb.history.pieces import SeenConflict
from kb.history.snapshots import SeenDispute, Snapshot

HARD = SeenConflict("k1", "t", "contradiction", "yes or no?", (), False, None)
SOFT = SeenConflict("k2", "t", "tension", "little or much?", (), False, None)


def dispute(*conflicts: SeenConflict, id: str = "d") -> SeenDispute:
    hard = any(c.strength == "contradiction" for c in conflicts)
    strength = "contradiction" if hard else "tension"
    left = any(not c.settled for c in conflicts)
    return SeenDispute(id, "Is it so?", strength, tuple(c.id for c in conflicts), left)


def snapshot(n: int, *conflicts: SeenConflict) -> Snapshot:
    disputes = (dispute(*conflicts),) if conflicts else ()
    return Snapshot(n, "t", "r", "p", {}, {}, (), conflicts, (), disputes=disputes)


def words(before: Snapshot, after: Snapshot, earlier: set[str] | None = None) -> list[str]:
    return [d.word for d in compare(before, after, earlier or ()).disputes]


def test_a_dispute_opens_with_its_first_pair_and_closes_with_its_last() -> None:
    assert words(snapshot(1), snapshot(2, HARD)) == ["opened"]
    assert words(snapshot(1, HARD), snapshot(2)) == ["closed"]
    assert words(snapshot(2), snapshot(3, HARD), {"d"}) == ["re-opened"]


def test_a_pair_that_comes_or_goes_changes_it() -> None:
    (change,) = compare(snapshot(1, HARD), snapshot(2, HARD, SOFT)).disputes
    assert (change.word, change.question, change.conflicts) == ("changed", "Is it so?", ("k2",))
    assert words(snapshot(1, HARD, SOFT), snapshot(2, SOFT)) == ["weaker"]
    assert words(snapshot(1, SOFT), snapshot(2, HARD, SOFT)) == ["harder"]


def test_it_is_settled_with_its_last_open_pair() -> None:
    hard, soft = replace(HARD, settled=True), replace(SOFT, settled=True)
    assert words(snapshot(1, HARD, SOFT), snapshot(2, hard, SOFT)) == ["changed"]
    assert words(snapshot(1, hard, SOFT), snapshot(2, hard, soft)) == ["settled"]
    assert words(snapshot(1, hard, soft), snapshot(2, hard, SOFT)) == ["re-opened"]


def test_where_no_pair_changed_nothing_is_said() -> None:
    assert words(snapshot(1, HARD), snapshot(2, HARD)) == []


def test_what_one_cause_made_keeps_only_the_disputes_it_touched() -> None:
    pair = ConflictChange("k1", "opened", "t", "tension", "", Cause.SOURCE)
    changes = compare(snapshot(1), snapshot(2, HARD))
    assert changes.by(Cause.SOURCE).disputes == changes.disputes
    assert changes.by(Cause.VERDICT).disputes == ()
    assert Changes(1, 2, conflicts=(pair,)).by(Cause.SOURCE).conflicts == (pair,)


def test_what_was_done_to_sources_is_told_apart() -> None:
    changes = Changes(1, 2, sources_added=("a",), sources_gone=("b",), sources_edited=("c",))
    assert changes.acts("abc") == (("adding", "a"), ("removing", "b"), ("editing", "c"))
