import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from kb.store.database import Store
from kb.store.swap import locked, swapped
from kb.store.tables import FILE

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    odd = tmp_path / "a ?# folder"
    odd.mkdir()
    return odd


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
    with Store(folder / FILE) as store:
        assert store.facts()["corpus"] == "x"


def test_who_comes_second_says_so_and_waits(folder: Path) -> None:
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


HOLDING = """
import sys, time
from pathlib import Path
from kb.store.swap import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_the_lock_falls_with_the_process_that_holds_it(folder: Path) -> None:
    words = [sys.executable, "-c", HOLDING, str(folder)]
    holding = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert holding.stdout is not None
    assert holding.stdout.readline() == "held\n"
    said: list[str] = []

    def kill(line: str) -> None:
        said.append(line)
        os.kill(holding.pid, signal.SIGKILL)

    with locked(folder, kill):
        assert said == [f"another build is at work in {folder}; waiting for it"]
    holding.communicate()
