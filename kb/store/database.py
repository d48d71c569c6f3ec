"""The store: one SQLite file that holds the caches, the outcome of the last build, snapshots.

A store that is open for reading never changes under its reader: builds write a copy and swap
it in (`swap.py`). Nothing in it is believed unseen: the rows of a table have a digest together,
a cached row has one of its own.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from extract.errors import InputError
from kb.store.tables import CACHES, FORMAT, PASSAGES, ROWS, TABLES

KEPT = 20
AT_ONCE = 500
NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)
SUM = 8  # bytes of a cached row's digest
Passage = tuple[str, int, int, str, str, int, int, str, str]
"""All that finds it, how many characters of that are its own and its question's, its aspect,
source, start, end, claim, and its text where no source has it."""


class Damaged(Exception):
    """A store that can't be read, or holds other rows than were written; `str` says which."""


class Store:
    """An open store. Use it as a context manager; what was written is committed at the end.

    Raises `Damaged` on entering, on leaving and at each reading where the file is not as it
    was written, and `InputError` where it can't be written.
    """

    def __init__(self, path: Path, write: bool = False) -> None:
        # A file that is swapped and never changed needs no lock, and no journal beside it.
        mode = "rwc" if write else "ro&immutable=1"
        self._address = f"{path.absolute().as_uri()}?mode={mode}"
        self._path, self._write, self._new = path, write, False

    def __enter__(self) -> "Store":
        with self._told():
            self._db = sqlite3.connect(self._address, uri=True)
        try:
            with self._told():
                self._prepare() if self._write else self._check_format()
        except BaseException:
            self._db.close()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: Any, _: object) -> None:
        try:
            with self._told():
                if isinstance(error, sqlite3.Error):
                    raise error
                if self._write and kind is None:
                    self._db.commit()
        finally:
            self._db.close()

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Says what an error of SQLite's means for this store."""
        try:
            yield
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", 0) & 0xFF
            if self._new or (self._write and code in NO_ROOM):
                line = f"{self._path.parent}: can't be written ({error}); name another with --store"
                raise InputError(line, "KB208") from error
            raise Damaged("is damaged") from error

    def _prepare(self) -> None:
        # The file is a copy that is swapped in when whole, so a journal protects nothing.
        self._db.execute("PRAGMA journal_mode = MEMORY")
        self._db.execute("PRAGMA synchronous = OFF")
        self._new = self._db.execute("SELECT 1 FROM sqlite_master").fetchone() is None
        if self._new:
            for name, columns in TABLES.items():
                self._db.execute(f"CREATE TABLE {name} ({columns})")
            self._db.execute(PASSAGES)
            for name in ROWS:
                self._seal(name)

    def _check_format(self) -> None:
        found = self._db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        if found != (FORMAT,):
            raise Damaged("is of another version" if found else "is damaged")

    # Whether it is as it was written.

    def check(self) -> None:
        """Raises `Damaged` for a broken file, and for rows that a build does not read itself."""
        if self._db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
            raise Damaged("is damaged")
        for name in ("snapshots", "passages"):
            self._whole(name)

    def _whole(self, name: str) -> list[Any]:
        """The rows of that name. Raises `Damaged` unless they are those that were written."""
        rows = self._rows(name)
        query = "SELECT digest FROM digests WHERE name = ?"
        if self._db.execute(query, (name,)).fetchone() != (_digest(name, rows),):
            raise Damaged("is damaged")
        return rows

    def _seal(self, name: str) -> None:
        values = (name, _digest(name, self._rows(name)))
        self._db.execute("INSERT OR REPLACE INTO digests VALUES (?, ?)", values)

    def _rows(self, name: str) -> list[Any]:
        return [row for query in ROWS[name] for row in self._db.execute(query)]

    # What the store is of.

    def facts(self) -> dict[str, str]:
        """What the store says of itself: format, corpus, digests of what it was built from."""
        return dict(self._whole("meta"))

    def state(self, facts: Mapping[str, str]) -> None:
        """Replace what the store says of itself."""
        self._db.execute("DELETE FROM meta")
        rows = sorted({**facts, "format": FORMAT}.items())
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", rows)
        self._seal("meta")

    # The caches. A row that is not as it was written is as good as none.

    def parses(self, keys: Iterable[str]) -> dict[str, Any]:
        """The cached parses, as rows, of those keys that have one."""
        return _unpacked(self._cached("parses", keys))

    def readings(self, keys: Iterable[str]) -> dict[str, Any]:
        """The cached readings of documents, as rows, of those keys that have one."""
        return _unpacked(self._cached("readings", keys))

    def packed_parses(self, keys: Iterable[str]) -> dict[str, bytes]:
        """The same as they are kept, to be handed to another process."""
        return self._cached("parses", keys)

    def keep(self, parses: Mapping[str, bytes], readings: Mapping[str, bytes]) -> None:
        """Add parses and readings to the caches, each packed by its key."""
        for table, rows in zip(CACHES, (parses, readings), strict=True):
            query = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, NULL)"
            self._db.executemany(query, sorted(rows.items()))

    def _cached(self, table: str, keys: Iterable[str]) -> dict[str, bytes]:
        found: dict[str, bytes] = {}
        for some in _batches(sorted(set(keys))):
            marks = ", ".join("?" * len(some))
            query = f"SELECT key, row FROM {table} WHERE key IN ({marks})"
            kept = self._db.execute(query, some)
            found |= {key: row for key, row in kept if _packed(key, row)}
        return found

    def sweep(self, used_parses: set[str], used_readings: set[str], now: int) -> None:
        """Mark cached rows out of use, and drop those unused for more than `KEPT` snapshots."""
        for table, used in zip(CACHES, (used_parses, used_readings), strict=True):
            for key, gone in self._db.execute(f"SELECT key, gone FROM {table}").fetchall():
                if (key in used) is not (gone is None):
                    mark = None if key in used else now
                    self._db.execute(f"UPDATE {table} SET gone = ? WHERE key = ?", (mark, key))
            self._db.execute(f"DELETE FROM {table} WHERE gone < ?", (now - KEPT,))

    # The outcome.

    def write(self, name: str, rows: Iterable[tuple[str, Any]]) -> None:
        """Replace the values of that name by these, given as (id, row)."""
        self._db.execute(f"DELETE FROM {name}")
        full = ((n, id, dumps(row)) for n, (id, row) in enumerate(rows))
        self._db.executemany(f"INSERT INTO {name} VALUES (?, ?, ?)", full)
        self._seal(name)

    def read(self, name: str) -> Iterator[Any]:
        """The values of that name, as rows, in their order."""
        return (json.loads(row) for _, _, row in self._whole(name))

    def write_passages(self, passages: Iterable[Passage]) -> None:
        """Replace what can be searched."""
        self._db.execute("DROP TABLE passages")
        self._db.execute(PASSAGES)
        self._db.executemany(f"INSERT INTO passages VALUES ({'?, ' * 8}?)", passages)
        self._db.commit()  # FTS5 writes its index only then
        self._seal("passages")

    def search(self, terms: Sequence[str]) -> list[Passage]:
        """The passages in which a word begins with one of the terms, in the order written.

        A term of several words begins with whole ones.
        """
        self._whole("passages")
        query = "SELECT * FROM passages WHERE passages MATCH ? ORDER BY rowid"
        wanted = " OR ".join('"' + term.replace('"', '""') + '" *' for term in terms)
        found = self._db.execute(query, (wanted,))
        return [(w, int(n), int(m), a, s, int(i), int(j), *t) for w, n, m, a, s, i, j, *t in found]

    def texts(self, sources: Iterable[str]) -> dict[str, str]:
        """The texts of those sources."""
        wanted = set(sources)
        rows = self._whole("documents")
        return {id: json.loads(row)["text"] for _, id, row in rows if id in wanted}

    # Snapshots.

    def snapshots(self) -> dict[int, Any]:
        """The kept snapshots, as rows, by number."""
        return {n: unpack(row) for n, row in self._whole("snapshots")}

    def add_snapshot(self, n: int, row: Any) -> None:
        """Add a snapshot; of all, only the last `KEPT` stay."""
        self._db.execute("INSERT INTO snapshots VALUES (?, ?)", (n, pack(str(n), row)))
        self._db.execute("DELETE FROM snapshots WHERE n <= ?", (n - KEPT,))
        self._seal("snapshots")

    def forget_snapshots(self) -> None:
        """Drop all snapshots and the steps between them."""
        self._db.execute("DELETE FROM snapshots")
        self._seal("snapshots")
        self.write("history", ())

    def vacuum(self) -> None:
        """Give the room of dropped rows back if it is more than half of the file."""
        self._db.commit()
        (free,), (pages,) = (
            self._db.execute(f"PRAGMA {name}").fetchone()
            for name in ("freelist_count", "page_count")
        )
        if free * 2 > pages:
            self._db.execute("VACUUM")


def dumps(row: Any) -> str:
    """Compact JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def pack(key: str, row: Any) -> bytes:
    """Compact JSON, compressed, behind a digest of it and of its key."""
    data = zlib.compress(dumps(row).encode("utf-8"), 6)
    return _sum(key, data) + data


def unpack(packed: bytes) -> Any:
    """The inverse of `pack`."""
    return json.loads(zlib.decompress(packed[SUM:]))


def _unpacked(rows: Mapping[str, bytes]) -> dict[str, Any]:
    return {key: unpack(row) for key, row in rows.items()}


def _packed(key: str, found: Any) -> bool:
    """Whether that is what `pack` made for this key."""
    return isinstance(found, bytes) and found[:SUM] == _sum(key, found[SUM:])


def _sum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode("utf-8") + b"\0" + data).digest()[:SUM]


def _digest(name: str, rows: Iterable[Sequence[Any]]) -> str:
    """Of the raw values, in their order: reading them costs more than their digest."""
    values = [v if isinstance(v, bytes) else str(v).encode("utf-8") for row in rows for v in row]
    return hashlib.sha256(b"\0".join([name.encode("utf-8"), *values])).hexdigest()


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(rows)
    while some := list(islice(rest, AT_ONCE)):
        yield some
