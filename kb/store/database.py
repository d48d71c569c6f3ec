"""The store: one SQLite file that holds the caches, the outcome of the last build, snapshots.

A store that is open for reading never changes under its reader: builds write a copy and swap
it in (`store_swap`).
"""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import (
    Connection,
    Table,
    create_engine,
    delete,
    insert,
    select,
    text,
    update,
)
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import NullPool

from kb.store.tables import FORMAT, PASSAGES, meta, metadata, parses, readings, snapshots, values

KEPT = 20
AT_ONCE = 500
Passage = tuple[str, str, int, int, str]


class Store:
    """An open store. Use it as a context manager; what was written is committed at the end."""

    def __init__(self, path: Path, write: bool = False) -> None:
        mode = "rwc" if write else "ro"
        # A URI of SQLite's own, so that no character of the path is taken for something else.
        address = f"file:{quote(str(path.absolute()))}?mode={mode}"
        self._engine = create_engine(
            "sqlite://", creator=lambda: sqlite3.connect(address, uri=True), poolclass=NullPool
        )
        self._write = write

    def __enter__(self) -> "Store":
        self._db: Connection = self._engine.connect()
        if self._write:
            # The file is a copy that is swapped in when whole, so a journal protects nothing.
            self._db.execute(text("PRAGMA journal_mode = MEMORY"))
            self._db.execute(text("PRAGMA synchronous = OFF"))
            metadata.create_all(self._db)
            self._db.execute(text(PASSAGES))
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if self._write and kind is None:
            self._db.commit()
        self._db.close()
        self._engine.dispose()

    # What the store is of.

    def facts(self) -> dict[str, str]:
        """What the store says of itself: format, corpus, digests of what it was built from."""
        return {row.key: row.value for row in self._db.execute(select(meta))}

    def state(self, facts: Mapping[str, str]) -> None:
        """Replace what the store says of itself."""
        self._db.execute(delete(meta))
        rows = [{"key": k, "value": v} for k, v in sorted({**facts, "format": FORMAT}.items())]
        self._db.execute(insert(meta), rows)

    # The caches.

    def parses(self, keys: Iterable[str]) -> dict[str, Any]:
        """The cached parses, as rows, of those keys that have one."""
        return self._cached(parses, keys)

    def readings(self, keys: Iterable[str]) -> dict[str, Any]:
        """The cached readings of documents, as rows, of those keys that have one."""
        return self._cached(readings, keys)

    def keep_parses(self, rows: Mapping[str, Any]) -> None:
        """Add parses to the cache."""
        self._keep(parses, rows)

    def keep_readings(self, rows: Mapping[str, Any]) -> None:
        """Add readings to the cache."""
        self._keep(readings, rows)

    def _cached(self, table: Table, keys: Iterable[str]) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for some in _batches(sorted(set(keys))):
            query = select(table.c.key, table.c.row).where(table.c.key.in_(some))
            found |= {key: unpack(row) for key, row in self._db.execute(query)}
        return found

    def _keep(self, table: Table, rows: Mapping[str, Any]) -> None:
        query = insert(table).prefix_with("OR REPLACE")
        for some in _batches(sorted(rows.items())):
            self._db.execute(query, [{"key": k, "row": pack(r), "gone": None} for k, r in some])

    def sweep(self, used_parses: set[str], used_readings: set[str], now: int) -> None:
        """Mark cached rows out of use, and drop those unused for more than `KEPT` snapshots."""
        for table, used in ((parses, used_parses), (readings, used_readings)):
            for key, gone in self._db.execute(select(table.c.key, table.c.gone)).all():
                if (key in used) is not (gone is None):
                    mark = None if key in used else now
                    query = update(table).where(table.c.key == key)
                    self._db.execute(query.values(gone=mark))
            self._db.execute(delete(table).where(table.c.gone < now - KEPT))

    # The outcome.

    def write(self, name: str, rows: Iterable[tuple[str, Any]]) -> None:
        """Replace the values of that name by these, given as (id, row)."""
        self._db.execute(delete(values[name]))
        full = ({"n": n, "id": id, "row": dumps(row)} for n, (id, row) in enumerate(rows))
        for some in _batches(full):
            self._db.execute(insert(values[name]), some)

    def read(self, name: str) -> Iterator[Any]:
        """The values of that name, as rows, in their order."""
        table = values[name]
        for (row,) in self._db.execute(select(table.c.row).order_by(table.c.n)):
            yield json.loads(row)

    def write_passages(self, passages: Iterable[Passage]) -> None:
        """Replace what can be searched: (text, source, start, end, claim's id or "")."""
        self._db.execute(text("DELETE FROM passages"))
        query = text("INSERT INTO passages VALUES (:text, :source, :start, :end, :claim)")
        keys = ("text", "source", "start", "end", "claim")
        for some in _batches(dict(zip(keys, p, strict=True)) for p in passages):
            self._db.execute(query, some)

    def search(self, words: Sequence[str], limit: int) -> list[Passage]:
        """The passages in which all words stand, in any inflection; the best first."""
        query = text(
            "SELECT text, source, start, end, claim FROM passages WHERE passages MATCH :words "
            "ORDER BY rank, source, start, end, claim LIMIT :limit"
        )
        quoted = " ".join('"' + word.replace('"', '""') + '"' for word in words)
        found = self._db.execute(query, {"words": quoted, "limit": limit})
        return [(t, s, int(a), int(b), c) for t, s, a, b, c in found]

    def texts(self, sources: Iterable[str]) -> dict[str, str]:
        """The texts of those sources."""
        table = values["documents"]
        query = select(table.c.id, table.c.row).where(table.c.id.in_(sorted(sources)))
        return {id: json.loads(row)["text"] for id, row in self._db.execute(query)}

    # Snapshots.

    def snapshots(self) -> dict[int, Any]:
        """The kept snapshots, as rows, by number."""
        query = select(snapshots.c.n, snapshots.c.row).order_by(snapshots.c.n)
        return {n: unpack(row) for n, row in self._db.execute(query)}

    def add_snapshot(self, n: int, row: Any) -> None:
        """Add a snapshot; of all, only the last `KEPT` stay."""
        self._db.execute(insert(snapshots), {"n": n, "row": pack(row)})
        self._db.execute(delete(snapshots).where(snapshots.c.n <= n - KEPT))

    def forget_snapshots(self) -> None:
        """Drop all snapshots and the steps between them."""
        self._db.execute(delete(snapshots))
        self._db.execute(delete(values["history"]))

    def vacuum(self) -> None:
        """Give the room of dropped rows back if it is more than half of the file."""
        self._db.commit()
        free, pages = (
            self._db.execute(text(f"PRAGMA {name}")).scalar_one()
            for name in ("freelist_count", "page_count")
        )
        if free * 2 > pages:
            self._db.execute(text("VACUUM"))


def usable(path: Path) -> bool:
    """Whether `path` is a store of this program's format."""
    if not path.is_file():
        return False
    try:
        with Store(path) as store:
            return store.facts().get("format") == FORMAT
    except DatabaseError:
        return False


def dumps(row: Any) -> str:
    """Compact JSON."""
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def pack(row: Any) -> bytes:
    """Compact JSON, compressed."""
    return zlib.compress(dumps(row).encode("utf-8"), 6)


def unpack(row: bytes) -> Any:
    """The inverse of `pack`."""
    return json.loads(zlib.decompress(row))


def _batches(rows: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(rows)
    while some := list(islice(rest, AT_ONCE)):
        yield some
