"""Who may write the store, and how: one at a time, into a copy that is swapped in when whole.

Killed at any point, a build leaves the last good store: the copy is made under another name
and takes its place in one step (`rename`).
"""

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from extract.errors import InputError
from kb.store.database import Store, usable
from kb.store.tables import FILE

Say = Callable[[str], None]


@contextmanager
def locked(folder: Path, say: Say = lambda _: None) -> Iterator[None]:
    """Hold the store for one build. While another holds it, say so and wait.

    The lock falls with the process that holds it. Raises `InputError` if `folder` can't be
    written to.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a+b")
    except OSError as error:
        line = f"{folder}: can't be written ({error.strerror}); name another with --store"
        raise InputError(line, "KB208") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say(f"another build is at work in {folder}; waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def swapped(folder: Path, anew: bool = False) -> Iterator[Store]:
    """A writable copy of the store, put in its place at the end unless an error ended it.

    `anew` begins with an empty one.
    """
    path, copy = folder / FILE, folder / (FILE + ".new")
    copy.unlink(missing_ok=True)
    if not anew and usable(path):
        shutil.copyfile(path, copy)
    try:
        with Store(copy, write=True) as store:
            yield store
        _sync(copy)
        copy.replace(path)
    finally:
        copy.unlink(missing_ok=True)


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
