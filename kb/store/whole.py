"""A digest at the end of the store's file, by which a file that is not as it was written is known.

SQLite reads no further than the pages that its header counts, so what stands behind them is ours.
"""

import hashlib
import os
from pathlib import Path

from kb.store.stamp import Stamp, now, settled, stamp_of

_MARK = b"\ncounterclaim store sha256 "
_SIZE = len(_MARK) + 64
_AT_ONCE = 1 << 20


def seal(path: Path) -> None:
    """Put the digest of the whole file behind it, and all of it onto the disk."""
    with path.open("r+b") as file:
        sum = hashlib.file_digest(file, "sha256")
        file.seek(0, os.SEEK_END)
        file.write(_MARK + sum.hexdigest().encode("ascii"))
        file.flush()
        os.fsync(file.fileno())


_found: dict[Path, Stamp] = {}


def is_whole(path: Path) -> bool:
    """Whether the file is just as it was sealed; one that did not change is looked at once."""
    since, stamp = now(), stamp_of(path.stat())
    if _found.get(path) == stamp:
        return True
    whole = _is_whole(path)
    if whole and settled(stamp, since):
        _found[path] = stamp
    return whole


def _is_whole(path: Path) -> bool:
    size = path.stat().st_size - _SIZE
    with path.open("rb") as file:
        sum = hashlib.sha256()
        left = size
        while left > 0 and (some := file.read(min(left, _AT_ONCE))):
            sum.update(some)
            left -= len(some)
        return file.read() == _MARK + sum.hexdigest().encode("ascii")


def unseal(path: Path) -> None:
    """Take the digest away again, so that the file can be written to."""
    with path.open("r+b") as file:
        file.truncate(max(0, path.stat().st_size - _SIZE))
