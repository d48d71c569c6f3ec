"""The texts of a corpus, each read when it is asked for, unless it was read before."""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from extract.document import read_document
from extract.errors import InputError
from extract.model import Document


class Documents(Mapping[str, Document]):
    """The documents by source, in the order of their ids.

    `files` has each text's path and the digest of its bytes; `read` those that are read already.
    Asking for a text raises `InputError` if it is not as that digest says.
    """

    def __init__(
        self, files: Mapping[str, tuple[Path, str]], read: Mapping[str, Document] | None = None
    ) -> None:
        self._files = dict(sorted(files.items()))
        self._read = dict(read or {})

    def __getitem__(self, id: str) -> Document:
        """The document of that source; `KeyError` if there is none."""
        if id not in self._read:
            self._read[id] = _read(*self._files[id])
        return self._read[id]

    def __contains__(self, id: object) -> bool:
        return id in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)

    def without(self, ids: Collection[str]) -> "Documents":
        """The others."""
        files = {id: file for id, file in self._files.items() if id not in ids}
        return Documents(files, {id: d for id, d in self._read.items() if id in files})


def _read(path: Path, sha256: str) -> Document:
    document = read_document(path)
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise InputError(f"{path}: changed while it was read; build again", "KB401")
    return document
