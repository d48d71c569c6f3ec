from pathlib import Path

import pytest

from kb.store.database import KEPT, Store, usable
from kb.store.swap import locked, swapped
from kb.store.tables import FILE


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    odd = tmp_path / "a ?# folder"
    odd.mkdir()
    return odd


def test_what_was_kept_is_there_at_the_next_opening(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep_parses({"k": {"text": "Panels"}})
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


def test_an_error_on_the_way_leaves_the_last_store(folder: Path) -> None:
    with swapped(folder) as store:
        store.state({"corpus": "good"})
    before = (folder / FILE).read_bytes()
    with pytest.raises(RuntimeError), swapped(folder) as store:
        store.state({"corpus": "half"})
        raise RuntimeError
    assert (folder / FILE).read_bytes() == before
    assert [p.name for p in folder.iterdir()] == [FILE]


def test_the_copy_of_a_killed_build_is_in_nobodys_way(folder: Path) -> None:
    (folder / (FILE + ".new")).write_bytes(b"half a store")
    with swapped(folder) as store:
        store.state({"corpus": "x"})
    assert usable(folder / FILE)


def test_a_foreign_an_older_and_no_store_are_unusable(folder: Path) -> None:
    path = folder / FILE
    assert not usable(path)
    path.write_bytes(b"this is no database")
    assert not usable(path)
    path.unlink()
    with Store(path, write=True) as store:
        store.keep_parses({})
    assert not usable(path)


def test_all_words_are_found_in_any_inflection(folder: Path) -> None:
    with swapped(folder) as store:
        store.write_passages(
            [("Panels last 25 years", "a", 0, 20, "c1"), ("The panel is new", "b", 0, 16, "")]
        )
        assert [p[1] for p in store.search(["panel"], 9)] == ["a", "b"]
        assert [p[1] for p in store.search(["lasting", "panels"], 9)] == ["a"]
        assert store.search(['"OR', "NEAR("], 9) == []


def test_rows_long_out_of_use_are_dropped(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep_parses({"old": 1, "used": 2})
        store.sweep({"used"}, set(), now=1)
        store.sweep({"used"}, set(), now=1 + KEPT)
        assert store.parses(["old", "used"]) == {"old": 1, "used": 2}
        store.sweep({"used"}, set(), now=2 + KEPT)
        assert store.parses(["old", "used"]) == {"used": 2}


def test_a_row_that_is_used_again_stays(folder: Path) -> None:
    with swapped(folder) as store:
        store.keep_parses({"k": 1})
        store.sweep(set(), set(), now=1)
        store.sweep({"k"}, set(), now=2)
        store.sweep({"k"}, set(), now=3 + KEPT)
        assert store.parses(["k"]) == {"k": 1}


def test_only_the_last_snapshots_are_kept(folder: Path) -> None:
    with swapped(folder) as store:
        for n in range(1, KEPT + 4):
            store.add_snapshot(n, {})
        assert list(store.snapshots()) == list(range(4, KEPT + 4))


def test_who_comes_second_says_so_and_waits(folder: Path) -> None:
    import threading

    said: list[str] = []
    done: list[str] = []

    def second() -> None:
        with locked(folder, said.append):
            done.append("second")

    with locked(folder):
        other = threading.Thread(target=second)
        other.start()
        while not said:
            other.join(0.01)
        done.append("first")
    other.join()
    assert done == ["first", "second"]
    assert said == [f"another build is at work in {folder}; waiting for it"]
