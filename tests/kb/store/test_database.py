import sqlite3
from pathlib import Path

import pytest

from extract.errors import InputError
from kb.store.database import KEPT, Damaged, Store, pack
from kb.store.swap import swapped
from kb.store.tables import FILE


def packed(rows: dict[str, object]) -> dict[str, bytes]:
    return {key: pack(key, row) for key, row in rows.items()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    odd = tmp_path / "a ?# folder"
    odd.mkdir()
    return odd


def test_what_was_kept_is_there_at_the_next_opening(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep(packed({"k": {"text": "Panels"}}), {})
        store.write("claims", [("b", {"n": 2}), ("a", {"n": 1})])
        store.state({"corpus": "x"})
    with Store(folder / FILE) as store:
        assert store.parses(["k", "other"]) == {"k": {"text": "Panels"}}
        assert list(store.read("claims")) == [{"n": 2}, {"n": 1}]
        assert store.facts()["corpus"] == "x"


def test_values_are_replaced(folder: Path) -> None:
    with swapped(folder) as store:
        store.write("claims", [("a", 1), ("b", 2)])
        store.write("claims", [("c", 3)])
        assert list(store.read("claims")) == [3]


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


def test_values_that_were_not_written_here_are_not_read(folder: Path) -> None:
    with swapped(folder) as store:
        store.write("claims", [("a", 1), ("b", 2)])
        store.write("views", [("c", 3)])
        store.state({})
    change(folder / FILE, "DELETE FROM claims WHERE id = 'b'")
    with Store(folder / FILE) as store:
        assert list(store.read("views")) == [3]
        with pytest.raises(Damaged):
            store.read("claims")


def test_a_cached_row_that_was_not_written_for_its_key_is_none(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep(packed({"a": {"text": "A"}, "b": {"text": "B"}, "c": {"text": "C"}}), {})
        store.state({})
    change(folder / FILE, "UPDATE parses SET row = (SELECT row FROM parses WHERE key = 'a')")
    with Store(folder / FILE) as store:
        assert store.parses("abc") == {"a": {"text": "A"}}


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
        store.write_passages(rows)
        assert store.search(["panel"]) == rows
        assert store.search(["las", "nowhere"]) == rows[:1]
        assert store.search(["a pan"]) == rows[1:]
        assert store.search(['"OR', "NEAR("]) == []


def test_rows_long_out_of_use_are_dropped(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep(packed({"old": 1, "used": 2}), {})
        store.sweep({"used"}, set(), now=1)
        store.sweep({"used"}, set(), now=1 + KEPT)
        assert store.parses(["old", "used"]) == {"old": 1, "used": 2}
        store.sweep({"used"}, set(), now=2 + KEPT)
        assert store.parses(["old", "used"]) == {"used": 2}


def test_a_row_that_is_used_again_stays(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep(packed({"k": 1}), {})
        store.sweep(set(), set(), now=1)
        store.sweep({"k"}, set(), now=2)
        store.sweep({"k"}, set(), now=3 + KEPT)
        assert store.parses(["k"]) == {"k": 1}


def test_only_the_last_snapshots_are_kept(folder: Path) -> None:
    with swapped(folder) as store:
        for n in range(1, KEPT + 4):
            store.add_snapshot(n, {})
        assert list(store.snapshots()) == list(range(4, KEPT + 4))
