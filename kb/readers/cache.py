"""Answers of other readers, kept beside the store by all that they depend on.

One that was edited or cut short is as good as none; the folder can be deleted.
"""

from pathlib import Path
from typing import Any

from extract.model import digest
from kb.readers.model import Identity, Row
from kb.store.files import write_files
from kb.store.sealed import sealed, unsealed

FOLDER = "readers"


def key_of(identity: Identity, request: Row) -> str:
    """The name under which an answer is kept."""
    return digest(identity.name, identity.depends, request)


def kept(store: Path, key: str) -> Any:
    """The answer of that key, `None` if there is none."""
    return unsealed(store / FOLDER / f"{key}.json")


def keep(store: Path, key: str, answer: Any) -> None:
    """Keep an answer."""
    write_files(store / FOLDER, {f"{key}.json": sealed(answer)})
