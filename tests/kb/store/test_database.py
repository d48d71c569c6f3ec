import sqlite3
from collections.abc import Iterable
from pathlib import Path

import pytest

from extract.errors import InputError
from kb.store.database import KEPT, Damaged, Store, pack, unpack
from kb.store.swap import swapped
from kb.store.tables import FILE


def packed(rows: dict[str, object]) -> dict[str, bytes]:
    return {key: pack(key, row) for key, row in rows.items()}


def parses(store: Store, keys: Iterable[str]) -> dict[str, object]:
    return {key: unpack(row) for key, row in store.cached("parses", keys).items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    odd = tmp_path / "a ?# folder"
    odd.mkdir()
    return odd


def test_what_was_kept_is_there_at_the_next_opening(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep("parses", packed({"k": {"text": "Panels"}}))
        store.write("views", [("b", {"n": 2}), ("a", {"n": 1})])
        store.state({"corpus": "x"})
    with Store(folder / FILE) as store:
        assert parses(store, ["k", "other"]) == {"k": {"text": "Panels"}}
        assert list(store.read("views")) == [{"n": 2}, {"n": 1}]
        assert store.facts()["corpus"] == "x"


def test_values_are_replaced(folder: Path) -> None:
    with swapped(folder) as store:
        store.write("views", [("a", 1), ("b", 2)])
        store.write("views", [("c", 3)])
        assert list(store.read("views")) == [3]


def test_a_shelf_holds_what_each_owner_has(folder: Path) -> None:
    with swapped(folder) as store:
        store.shelve("claims", "b", {"pain": [1, 2], "price": [3]})
        store.shelve("claims", "a", {"price": [4]})
        assert list(store.shelved("claims")) == [("a", 4), ("b", 1), ("b", 2), ("b", 3)]
        assert list(store.shelved("claims", ["b", "no such"])) == [("b", 1), ("b", 2), ("b", 3)]
        assert list(store.shelved("claims", parts=["price"])) == [("a", 4), ("b", 3)]
        assert store.counted("claims") == 4
        store.shelve("claims", "b", {"pain": [5], "price": []})
        assert list(store.shelved("claims")) == [("a", 4), ("b", 5)]
        store.unshelve("claims", ["a"])
        assert store.owners("claims") == ["b"]


def test_the_outcome_can_be_taken_away_and_caches_stay(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep("parses", packed({"k": 1}))
        store.shelve("claims", "a", {"": [1]})
        store.index("a", [(" panels", 7, 7, "", "a", 0, 7, "c", "")])
        store.clear()
        assert list(store.shelved("claims")) == []
        assert store.search(["panels"]) == []
        assert parses(store, ["k"]) == {"k": 1}


def facts(path: Path) -> dict[str, str]:
    with Store(path) as store:
        return store.facts()


def test_a_foreign_an_older_and_no_store_say_what_they_are(folder: Path) -> None:
    path = folder / FILE
    with pytest.raises(Damaged, match=r"^is damaged$"):
        facts(path)
    path.write_bytes(b"this is no database")
    with pytest.raises(Damaged, match=r"^is damaged$"):
        facts(path)
    path.unlink()
    with swapped(folder) as store:
        store.state({})
    change(path, "UPDATE meta SET value = '1'")
    with pytest.raises(Damaged, match=r"^is of another version$"):
        facts(path)


def change(path: Path, line: str) -> None:
    db = sqlite3.connect(path)
    db.execute(line)
    db.commit()
    db.close()


def test_a_store_that_was_changed_by_others_is_not_read(folder: Path) -> None:
    with swapped(folder) as store:
        store.write("views", [("a", 1), ("b", 2)])
        store.state({})
    change(folder / FILE, "DELETE FROM views WHERE id = 'b'")
    with pytest.raises(Damaged, match=r"^is damaged$"):
        facts(folder / FILE)
    with pytest.raises(Damaged, match=r"^is damaged$"), swapped(folder):
        pass


def test_a_cached_row_that_was_not_written_for_its_key_is_none(folder: Path) -> None:
    with Store(folder / FILE, write=True) as store:
        store.keep("parses", packed({"a": {"text": "A"}, "b": {"text": "B"}}))
    change(folder / FILE, "UPDATE parses SET row = (SELECT row FROM parses WHERE key = 'a')")
    with Store(folder / FILE, write=True) as store:
        assert parses(store, "ab") == {"a": {"text": "A"}}


def test_what_lies_beside_a_store_is_not_taken_for_a_part_of_it(folder: Path) -> None:
    with swapped(folder) as store:
        store.state({"corpus": "x"})
    for more in ("-journal", "-wal"):
        (folder / (FILE + more)).write_bytes(b"left by a crash")
    assert facts(folder / FILE)["corpus"] == "x"


def test_a_store_that_cannot_be_made_is_one_line(folder: Path) -> None:
    told = r"^KB208 .*no folder: can't be written \(.*--store$"
    with pytest.raises(InputError, match=told), Store(folder / "no folder" / FILE, write=True):
        pass


def test_words_are_found_by_their_beginnings(folder: Path) -> None:
    rows = [
        (" panels last", 12, 12, "", "a", 0, 12, "c", ""),
        (" a panel", 8, 8, "", "b", 0, 7, "", ""),
    ]
    with swapped(folder) as store:
        store.index("b", rows[1:])
        store.index("a", rows[:1])
        assert store.search(["panel"]) == rows
        assert store.search(["las", "nowhere"]) == rows[:1]
        assert store.search(["a pan"]) == rows[1:]
        assert store.search(['"OR', "NEAR("]) == []
        store.index("a", ())
        assert store.search(["panel"]) == rows[1:]


def used(*parses: str) -> dict[str, set[str]]:
    return {"parses": set(parses), "readings": set(), "pieces": set()}


def test_rows_long_out_of_use_are_dropped(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep("parses", packed({"old": 1, "used": 2}))
        store.sweep(used("used"), now=1)
        store.sweep(used("used"), now=1 + KEPT)
        assert parses(store, ["old", "used"]) == {"old": 1, "used": 2}
        store.sweep(used("used"), now=2 + KEPT)
        assert parses(store, ["old", "used"]) == {"used": 2}


def test_a_row_that_is_used_again_stays(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep("parses", packed({"k": 1}))
        store.sweep(used(), now=1)
        store.sweep(used("k"), now=2)
        store.sweep(used("k"), now=3 + KEPT)
        assert parses(store, ["k"]) == {"k": 1}


def test_only_the_last_snapshots_are_kept(folder: Path) -> None:
    with swapped(folder) as store:
        for n in range(1, KEPT + 4):
            store.add_snapshot(n, {"n": n}, [f"conflict {n}"])
        assert list(store.snapshots()) == list(store.seen()) == list(range(4, KEPT + 4))
        assert store.newest() == {"n": KEPT + 3}
        assert store.seen()[4] == ["conflict 4"]
