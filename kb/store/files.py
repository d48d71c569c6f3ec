"""Writes files so that none is ever half there, and none is touched without need."""

import os
from collections.abc import Mapping
from pathlib import Path
from threading import get_ident

from extract.errors import InputError


def write_file(path: Path, content: bytes) -> bool:
    """Put `content` at `path` in one step; False, and nothing touched, if it is there already."""
    if path.is_file() and path.read_bytes() == content:
        return False
    aside = path.with_name(f".{path.name}.{os.getpid()}-{get_ident()}.new")
    try:
        aside.write_bytes(content)
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    return True


def write_files(folder: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Write the files into `folder`, which is made if need be; the names of those that changed.

    Raises `InputError` if the folder can't be written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return tuple(name for name, content in files.items() if write_file(folder / name, content))
    except OSError as error:
        why = error.strerror or "is not writable"
        raise InputError(
            f"{folder}: can't be written ({why}); name another folder", "KB208"
        ) from error
