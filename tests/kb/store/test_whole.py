import os
import sqlite3
from pathlib import Path

import pytest

from kb.store import whole
from kb.store.stamp import SECOND
from kb.store.whole import is_whole, seal, unseal


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "db"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE claims (words TEXT)")
        db.execute("INSERT INTO claims VALUES ('panels last')")
    db.close()
    return path


def words(path: Path) -> list[tuple[str]]:
    db = sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)
    found = db.execute("SELECT words FROM claims").fetchall()
    db.close()
    return found


def test_a_sealed_file_is_whole_and_still_a_database(path: Path) -> None:
    assert not is_whole(path)
    seal(path)
    assert is_whole(path)
    assert words(path) == [("panels last",)]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: content.replace(b"panels", b"panelz"),
        lambda content: content[:-1],
        lambda content: content + b" ",
        lambda content: content[:-64] + b"0" * 64,
        lambda content: b"",
    ],
)
def test_any_other_byte_is_seen(path: Path, spoil: object) -> None:
    seal(path)
    assert is_whole(path)
    path.write_bytes(spoil(path.read_bytes()))  # type: ignore[operator]
    assert not is_whole(path)


def test_a_file_that_stays_is_looked_at_once(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seal(path)
    long_ago = path.stat().st_mtime_ns - 60 * SECOND
    monkeypatch.setattr(whole, "now", lambda: path.stat().st_ctime_ns + 60 * SECOND)
    assert is_whole(path)
    monkeypatch.setattr(whole, "_is_whole", lambda _: False)
    assert is_whole(path)
    os.utime(path, ns=(long_ago, long_ago))
    assert not is_whole(path)


def test_one_that_may_yet_change_unseen_is_looked_at_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seal(path)
    monkeypatch.setattr(whole, "now", lambda: path.stat().st_ctime_ns)
    assert is_whole(path)
    monkeypatch.setattr(whole, "_is_whole", lambda _: False)
    assert not is_whole(path)


def test_what_is_unsealed_is_as_before(path: Path) -> None:
    before = path.read_bytes()
    seal(path)
    unseal(path)
    assert path.read_bytes() == before
