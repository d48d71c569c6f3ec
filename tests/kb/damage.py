"""Ways of damaging a store, and what the commands that only read then answer."""

import json
import random
import shutil
import sqlite3
import zlib
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from extract.errors import InputError
from kb.export.contract import FILES
from kb.history.kept import read_snapshots
from kb.knowledge.search import Hit, search
from kb.knowledge.value import Knowledge
from kb.store.origin import opened
from kb.store.tables import CACHES, FILE, KINDS, SHELVES

from .conftest import Place

Damage = Callable[[Path], object]
EDIT = ("brighter-roofs", "at least 40 years", "at least 22 years")


def exported(k: Knowledge) -> str:
    """What `kb export` would write."""
    return json.dumps({name: rows(k) for name, rows in FILES.items()}, ensure_ascii=False)


def answers(place: Place) -> dict[str, str]:
    """What each way of reading gives: its answer, or the line that refuses it."""
    ways: dict[str, Callable[[], Any]] = {
        "open": lambda: exported(Knowledge.open(place.corpus, place.store)),
        "search": lambda: repr(_search(place)),
        "changes": lambda: repr(read_snapshots(place.corpus, place.store)),
    }
    return {name: _answer(way) for name, way in ways.items()}


def _search(place: Place) -> tuple[Hit, ...]:
    with opened(place.corpus, place.store) as store:
        return search(store, "panels", 99)


def _answer(way: Callable[[], str]) -> str:
    try:
        return way()
    except InputError as error:
        return str(error)


def sql(*lines: str, rows: tuple[Any, ...] = ()) -> Damage:
    """Runs these statements on the store, whatever they are for."""

    def run(store: Path) -> None:
        db = sqlite3.connect(store / FILE)
        for line in lines:
            db.execute(line, rows)
        db.commit()
        db.close()

    return run


def row(table: str, value: Any) -> Damage:
    """Puts `value` in place of the first row's content."""
    first = f"(SELECT rowid FROM {table} LIMIT 1)"
    return sql(f"UPDATE {table} SET row = ? WHERE rowid = {first}", rows=(value,))


def write(name: str, content: bytes) -> Damage:
    """Puts `content` in place of a file's."""
    return lambda store: (store / name).write_bytes(content)


def cut(share: float) -> Damage:
    """Leaves only that share of the file."""

    def run(store: Path) -> None:
        content = (store / FILE).read_bytes()
        (store / FILE).write_bytes(content[: int(len(content) * share)])

    return run


def replace(name: str, old: bytes, new: bytes) -> Damage:
    """Replaces every `old` in a file, which must hold it."""

    def run(store: Path) -> None:
        content = (store / name).read_bytes()
        assert old in content
        (store / name).write_bytes(content.replace(old, new))

    return run


def folder(name: str) -> Damage:
    """Puts a folder with something in it in a file's place."""

    def run(store: Path) -> None:
        (store / name).unlink(missing_ok=True)
        (store / name).mkdir()
        (store / name / "note.txt").write_text("not the program's", encoding="utf-8")

    return run


def packed(value: Any) -> bytes:
    """A cached row's content as an older program packed it."""
    return zlib.compress(json.dumps(value).encode("utf-8"))


# Random ones.

CELLS: tuple[Any, ...] = (
    *("", "{", "null", "[]", "{}", "5", '"text"', "[[[[", b"\xff\xfe", b"", 7, 1.5),
    *(packed(None), packed([]), packed({}), packed({"claims": [], "coverage": []})),
)
SHADOWS = ("passages_data", "passages_idx", "passages_content", "passages_docsize")
TABLES = (*KINDS, *SHELVES, *CACHES, "meta", "numbers", "snapshots", "passages", *SHADOWS)


def damage(store: Path, pick: random.Random) -> None:
    """Damages the store, or what is kept beside it, in a random way."""
    with suppress(sqlite3.Error):  # a store that an earlier damage keeps SQLite from changing
        pick.choice((_flip, _flip, _flip, _zero, _cut, _edit, _edit, _edit, _tables, _files))(
            store, pick
        )


def _flip(store: Path, pick: random.Random) -> None:
    def flipped(content: bytearray) -> bytearray:
        for _ in range(pick.choice((1, 1, 3, 40))):
            content[pick.randrange(len(content))] ^= 1 << pick.randrange(8)
        return content

    _change(store / pick.choice((FILE, FILE, FILE, FILE, "rules.json")), flipped)


def _zero(store: Path, pick: random.Random) -> None:
    def zeroed(content: bytearray) -> bytearray:
        start, size = pick.randrange(len(content)), pick.choice((16, 512, 4096))
        content[start : start + size] = bytes(len(content[start : start + size]))
        return content

    _change(store / FILE, zeroed)


def _cut(store: Path, pick: random.Random) -> None:
    _change(store / pick.choice((FILE, "rules.json")), lambda c: c[: pick.randrange(len(c))])


def _change(path: Path, how: Callable[[bytearray], bytearray]) -> None:
    if path.is_file() and path.stat().st_size:
        path.write_bytes(how(bytearray(path.read_bytes())))


def _edit(store: Path, pick: random.Random) -> None:
    """One row of one table: changed, swapped with another, doubled or gone."""
    table = pick.choice(TABLES)
    db = sqlite3.connect(store / FILE)
    columns = [c[1] for c in db.execute(f"PRAGMA table_info({table})")]
    key = columns[0] if columns else "no_such_column"
    keys = [k for (k,) in db.execute(f"SELECT {key} FROM {table}")]
    if keys:
        one, other, column = pick.choice(keys), pick.choice(keys), pick.choice(columns[1:])
        query = f"SELECT {column} FROM {table} WHERE {key} = ?"
        new = pick.choice((*CELLS, *db.execute(query, (other,)).fetchone()))
        change = f"UPDATE {table} SET {column} = ? WHERE {key} = ?"
        how = pick.choice(((change, (new, one)), (f"DELETE FROM {table} WHERE {key} = ?", (one,))))
        db.execute(*how)
    db.commit()
    db.close()


def _tables(store: Path, pick: random.Random) -> None:
    one, other = pick.choice(TABLES), pick.choice(KINDS)
    third = f"ALTER TABLE {one} RENAME TO spare"
    swap = (third, f"ALTER TABLE {other} RENAME TO {one}", f"ALTER TABLE spare RENAME TO {other}")
    sql(*pick.choice(((f"DROP TABLE {one}",), (f"DELETE FROM {one}",), swap)))(store)


def _files(store: Path, pick: random.Random) -> None:
    names = [FILE, "rules.json", "lock", "kb.sqlite.new", "kb.sqlite-journal", "kb.sqlite-wal"]
    one, other = pick.sample(names, 2)
    if (store / one).exists():
        pick.choice((shutil.copyfile, shutil.move))(store / one, store / other)
    else:
        (store / one).write_bytes(pick.randbytes(pick.choice((0, 10, 5000))))
