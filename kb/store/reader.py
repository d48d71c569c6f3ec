"""Reads a store without SQLAlchemy, which takes longer to import than the store to read."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kb.store.file import FORMAT


class StoreReader:
    """An open store, to be read. Use it as a context manager.

    Raises `sqlite3.DatabaseError` for a file that is missing or no database.
    """

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(f"file:{quote(str(path.absolute()))}?mode=ro", uri=True)

    def __enter__(self) -> "StoreReader":
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def facts(self) -> dict[str, str]:
        """What the store says of itself."""
        return dict(self._db.execute("SELECT key, value FROM meta"))

    def read(self, name: str) -> Iterator[Any]:
        """The values of that name, as rows, in their order."""
        for (row,) in self._db.execute(f'SELECT row FROM "{name}" ORDER BY n'):
            yield json.loads(row)


def facts_of(path: Path) -> dict[str, str] | None:
    """What a store says of itself; None if it is not one of this program's format."""
    if not path.is_file():
        return None
    try:
        with StoreReader(path) as store:
            facts = store.facts()
    except sqlite3.DatabaseError:
        return None
    return facts if facts.get("format") == FORMAT else None
