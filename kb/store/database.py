"""The store: one SQLite file that holds the caches, the outcome of the last build, snapshots.

A store that is open for reading never changes under its reader: builds write a copy and swap
it in (`swap.py`). Nothing in it is believed unseen: the file has a digest (`whole.py`), and so has
each cached row.
"""

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

from extract.errors import InputError
from kb.store.tables import CACHES, FORMAT, INDEXES, MOST_PASSAGES, PASSAGES, SHELVES, TABLES
from kb.store.whole import is_whole

KEPT = 20
AT_ONCE = 500
NO_ROOM = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_CANTOPEN)
SUM = 8  # bytes of a cached row's digest
Parts = Mapping[str, Sequence[Any]]
"""What an owner has on a shelf: its rows by part."""
Passage = tuple[str, int, int, str, str, int, int, str, str]
"""All that finds it, how many characters of that are its own and its question's, its aspect,
source, start, end, claim, and its text where no source has it."""


class Damaged(Exception):
    """A store that can't be read, or holds other rows than were written; `str` says which."""


class Store:
    """An open store. Use it as a context manager; what was written is committed at the end.

    Raises `Damaged` on entering and on leaving, and at a reading, where the file is not as it
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
                self._prepare() if self._write else self._check()
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
            self._create(TABLES)

    def _create(self, names: Iterable[str]) -> None:
        for name in names:
            self._db.execute(f"CREATE TABLE {name} ({TABLES[name]})")
        for line in (*INDEXES, PASSAGES):
            self._db.execute(line)

    def _check(self) -> None:
        found = self._db.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        if found and found != (FORMAT,):
            raise Damaged("is of another version")
        if not found or not self._is_whole():
            raise Damaged("is damaged")

    def _is_whole(self) -> bool:
        try:
            return is_whole(self._path)
        except OSError:
            return False

    # What the store is of.

    def facts(self) -> dict[str, str]:
        """What the store says of itself: format, corpus, digests of what it was built from."""
        return dict(self._db.execute("SELECT key, value FROM meta ORDER BY key"))

    def state(self, facts: Mapping[str, str]) -> None:
        """Replace what the store says of itself."""
        self._db.execute("DELETE FROM meta")
        rows = sorted({**facts, "format": FORMAT}.items())
        self._db.executemany("INSERT INTO meta VALUES (?, ?)", rows)

    # The caches. A row that is not as it was written is as good as none.

    def keep(self, table: str, rows: Mapping[str, bytes]) -> None:
        """Add rows to a cache, each packed by its key."""
        query = f"INSERT OR REPLACE INTO {table} VALUES (?, ?, NULL)"
        self._db.executemany(query, sorted(rows.items()))

    def cached(self, table: str, keys: Iterable[str]) -> dict[str, bytes]:
        """The packed rows of a cache, of those keys that have one; `unpack` opens them."""
        found: dict[str, bytes] = {}
        for some in _batches(sorted(set(keys))):
            marks = ", ".join("?" * len(some))
            query = f"SELECT key, row FROM {table} WHERE key IN ({marks})"
            kept = self._db.execute(query, some)
            found |= {key: row for key, row in kept if _packed(key, row)}
        return found

    def sweep(self, used: Mapping[str, Collection[str]], now: int) -> None:
        """Mark cached rows out of use, and drop those unused for more than `KEPT` snapshots.

        `used` has the keys in use of each cache, `now` is the newest snapshot's number.
        """
        for table in CACHES:
            in_use = set(used[table])
            there = self._db.execute(f"SELECT key FROM {table} WHERE gone IS NULL")
            marks: list[tuple[int | None, str]]
            marks = [(now, key) for (key,) in there if key not in in_use]
            gone = self._db.execute(f"SELECT key FROM {table} WHERE gone IS NOT NULL")
            marks += [(None, key) for (key,) in gone if key in in_use]
            self._db.executemany(f"UPDATE {table} SET gone = ? WHERE key = ?", marks)
            self._db.execute(f"DELETE FROM {table} WHERE gone < ?", (now - KEPT,))

    # The outcome: values written whole.

    def write(self, name: str, rows: Iterable[tuple[str, Any]]) -> None:
        """Replace the values of that name by these, given as (id, row)."""
        self._db.execute(f"DELETE FROM {name}")
        full = ((n, id, dumps(row)) for n, (id, row) in enumerate(rows))
        self._db.executemany(f"INSERT INTO {name} VALUES (?, ?, ?)", full)

    def read(self, name: str) -> Iterator[Any]:
        """The values of that name, as rows, in their order."""
        return map(json.loads, self.texts_of(name))

    def texts_of(self, name: str) -> Iterator[str]:
        """The same, each as JSON."""
        rows = self._db.execute(f"SELECT row FROM {name} ORDER BY n")
        return (row for (row,) in rows)

    # The outcome: values on shelves, by owner.

    def shelve(self, name: str, owner: str, parts: Parts) -> None:
        """Put these rows in place of all that the owner has there."""
        self.unshelve(name, [owner])
        full = [(owner, part, len(rows), dumps(rows)) for part, rows in parts.items() if rows]
        self._db.executemany(f"INSERT INTO {name} VALUES (?, ?, ?, ?)", full)

    def unshelve(self, name: str, owners: Iterable[str]) -> None:
        """Take all that these owners have away."""
        gone = [(owner,) for owner in owners]
        self._db.executemany(f"DELETE FROM {name} WHERE owner = ?", gone)

    def shelved(
        self, name: str, owners: Iterable[str] | None = None, parts: Iterable[str] | None = None
    ) -> Iterator[tuple[str, Any]]:
        """Each owner with a row of its, by owner and part: of all, of these owners or parts."""
        query = f"SELECT owner, row FROM {name}"
        if owners is None and parts is None:
            found: Iterator[Any] = self._db.execute(f"{query} ORDER BY owner, part")
        else:
            column, keys = ("part", parts) if owners is None else ("owner", owners)
            found = self._chosen(f"{query} WHERE {column}", sorted(set(keys or ())))
        return ((owner, row) for owner, rows in found for row in json.loads(rows))

    def shelf(self, name: str) -> Iterator[str]:
        """All on that shelf: a JSON list of rows for each owner and part, in their order."""
        rows = self._db.execute(f"SELECT row FROM {name} ORDER BY owner, part")
        return (row for (row,) in rows)

    def _chosen(self, query: str, keys: Sequence[str]) -> Iterator[Any]:
        for some in _batches(keys):
            marks = ", ".join("?" * len(some))
            yield from self._db.execute(f"{query} IN ({marks}) ORDER BY owner, part", some)

    def clear(self) -> None:
        """Take the outcome away; caches and snapshots stay."""
        for name in (*SHELVES, "passages"):
            self._db.execute(f"DROP TABLE {name}")
        self._create(SHELVES)

    def owners(self, name: str) -> list[str]:
        """Who has anything on that shelf, sorted."""
        return [o for (o,) in self._db.execute(f"SELECT DISTINCT owner FROM {name} ORDER BY owner")]

    def counted(self, name: str) -> int:
        """How many rows are on that shelf."""
        (n,) = self._db.execute(f"SELECT coalesce(sum(count), 0) FROM {name}").fetchone()
        return int(n)

    # What can be searched.

    def index(self, owner: str, passages: Iterable[Passage]) -> None:
        """Put these passages in place of all that the owner has: a source, or "" for questions."""
        first = self._number(owner) * MOST_PASSAGES
        span = (first, first + MOST_PASSAGES - 1)
        self._db.execute("DELETE FROM passages WHERE rowid BETWEEN ? AND ?", span)
        query = f"INSERT INTO passages (rowid, {_COLUMNS}) VALUES ({'?, ' * 9}?)"
        self._db.executemany(query, ((first + n, *p) for n, p in enumerate(passages)))

    def _number(self, owner: str) -> int:
        self._db.execute("INSERT OR IGNORE INTO numbers (owner) VALUES (?)", (owner,))
        (n,) = self._db.execute("SELECT n FROM numbers WHERE owner = ?", (owner,)).fetchone()
        return int(n)

    def search(self, terms: Sequence[str]) -> list[Passage]:
        """The passages in which a word begins with one of the terms: questions, then by source.

        A term of several words begins with whole ones.
        """
        query = f"SELECT {_COLUMNS} FROM passages WHERE passages MATCH ? ORDER BY source, rowid"
        wanted = " OR ".join('"' + term.replace('"', '""') + '" *' for term in terms)
        with self._told():
            found = self._db.execute(query, (wanted,)).fetchall()
        return [(w, int(n), int(m), a, s, int(i), int(j), *t) for w, n, m, a, s, i, j, *t in found]

    def texts(self, sources: Iterable[str]) -> dict[str, str]:
        """The texts of those sources."""
        return {id: row["text"] for id, row in self.shelved("documents", sources)}

    # Snapshots.

    def snapshots(self) -> dict[int, Any]:
        """The kept snapshots, as rows, by number."""
        rows = self._db.execute("SELECT n, row FROM snapshots ORDER BY n")
        return {n: unpack(row) for n, row in rows}

    def newest(self) -> Any:
        """The newest snapshot, as a row; None if there is none."""
        query = "SELECT row FROM snapshots ORDER BY n DESC LIMIT 1"
        found = self._db.execute(query).fetchone()
        return unpack(found[0]) if found else None

    def seen(self) -> dict[int, list[str]]:
        """The ids of what was there in each kept snapshot, by its number."""
        rows = self._db.execute("SELECT n, ids FROM snapshots ORDER BY n")
        return {n: json.loads(ids) for n, ids in rows}

    def add_snapshot(self, n: int, row: Any, ids: Sequence[str] = ()) -> None:
        """Add a snapshot; of all, only the last `KEPT` stay."""
        values = (n, pack(str(n), row), dumps(list(ids)))
        self._db.execute("INSERT INTO snapshots VALUES (?, ?, ?)", values)
        self._db.execute("DELETE FROM snapshots WHERE n <= ?", (n - KEPT,))

    def vacuum(self) -> None:
        """Give the room of dropped rows back if it is more than half of the file."""
        self._db.commit()
        (free,), (pages,) = (
            self._db.execute(f"PRAGMA {name}").fetchone()
            for name in ("freelist_count", "page_count")
        )
        if free * 2 > pages:
            self._db.execute("VACUUM")


_COLUMNS = "words, said, asked, aspect, source, start, end, claim, text"


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


def _packed(key: str, found: Any) -> bool:
    """Whether that is what `pack` made for this key."""
    return isinstance(found, bytes) and found[:SUM] == _sum(key, found[SUM:])


def _sum(key: str, data: bytes) -> bytes:
    return hashlib.sha256(key.encode("utf-8") + b"\0" + data).digest()[:SUM]


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(rows)
    while some := list(islice(rest, AT_ONCE)):
        yield some
