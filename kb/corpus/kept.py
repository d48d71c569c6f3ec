"""sources.yaml as it was read before: of thousands of sources, YAML takes seconds to read.

What is kept beside the store is derived and deletable; it is good for one file's bytes and one
program only.
"""

from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from extract.errors import InputError
from extract.model import digest
from kb.corpus.sources import Listed, SourceEntry, read_sources
from kb.model import SourceKind
from kb.store.digest import code_digest
from kb.store.files import write_files
from kb.store.sealed import sealed, unsealed

FILE = "sources.json"


def kept_sources(store: Path, path: Path | None) -> Listed:
    """The entries of `path`, read before or now; kept in the folder `store` if that is there and
    can be written to. Raises as `read_sources` does."""
    if path is None or not path.is_file():
        return read_sources(path)
    key = _key(path)
    row = unsealed(store / FILE)
    if row is not None and row["key"] == key:
        return Listed({values[0]: _entry(*values) for values in row["entries"]})
    listed = read_sources(path)
    if store.is_dir() and key == _key(path):
        rows = [astuple(entry) for entry in listed.entries.values()]
        with suppress(InputError):  # a store that can only be read is read all the same
            write_files(store, {FILE: sealed({"key": key, "entries": rows})})
    return listed


def _key(path: Path) -> str:
    return digest(path.read_bytes().hex(), code_digest("extract"), code_digest("kb"))


def _entry(
    id: str, line: int, title: str | None, kind: str | None, *more: str | None
) -> SourceEntry:
    return SourceEntry(id, line, title, SourceKind(kind) if kind else None, *more)
