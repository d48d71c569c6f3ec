"""Who may write the store, and how: one at a time, into a copy that is swapped in when whole.

Killed at any point, a build leaves the last good store: the copy is made under another name
and takes its place in one step (`rename`).
"""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import lock_descriptor

from extract.errors import InputError
from kb.store.database import Damaged, Store
from kb.store.tables import FILE
from kb.store.whole import is_whole, seal, unseal

Say = Callable[[str], None]


@contextmanager
def locked(folder: Path, say: Say = lambda _: None) -> Iterator[bool]:
    """Hold the store for one build. While another holds it, say so and wait; whether it had to.

    The lock falls with the process that holds it. Raises `InputError` if `folder` can't be
    written to.
    """
    with _told(folder):
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / "lock").open("a+b")
    with lock:
        waited = not lock_descriptor(lock.fileno(), blocking=False)
        if waited:
            say(f"another build is at work in {folder}; waiting for it")
            lock_descriptor(lock.fileno())
        yield waited


@contextmanager
def swapped(folder: Path, anew: bool = False) -> Iterator[Store]:
    """A writable copy of the store, put in its place at the end unless an error ended it.

    `anew` begins with an empty one. Raises `Damaged` for a store that is not as it was
    written, and `InputError` if `folder` can't be written to.
    """
    path, copy = folder / FILE, folder / (FILE + ".new")
    with _told(folder):
        copy.unlink(missing_ok=True)
    try:
        if not anew and path.is_file():
            _copied(path, copy)
        with Store(copy, write=True) as store:
            yield store
        with _told(folder):
            seal(copy)
            copy.replace(path)
    finally:
        copy.unlink(missing_ok=True)


def _copied(path: Path, copy: Path) -> None:
    with _told(path.parent):
        if not is_whole(path):
            raise Damaged("is damaged")
        shutil.copyfile(path, copy)
        unseal(copy)


@contextmanager
def _told(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        line = f"{error.filename or folder}: can't be written ({error.strerror})"
        raise InputError(f"{line}; name another folder with --store", "KB208") from error
