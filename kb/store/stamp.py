"""Whether a file is as it was, told by its stamp alone: what its folder says of it.

A file that was changed so shortly before it was read that a further change could bear the same
times is not believed, after git's index ("racy git").
"""

import os
import time
from pathlib import Path
from typing import NamedTuple

FINE, COARSE = 50_000_000, 2_000_000_000  # nanoseconds: of the clocks of file systems, FAT's last
SECOND = 1_000_000_000


class Stamp(NamedTuple):
    """What its folder says of a file: bytes, nanoseconds, nanoseconds, its number there."""

    size: int
    written: int
    changed: int
    number: int


def stamp_of(stat: os.stat_result) -> Stamp:
    """A file's stamp."""
    return Stamp(stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino)


def stamp_at(path: Path) -> Stamp | None:
    """The stamp of the file there; None if there is none just now."""
    try:
        return stamp_of(path.stat())
    except OSError:
        return None


def now() -> int:
    """The time in nanoseconds, to be taken before a file is read."""
    return time.time_ns()


def settled(stamp: Stamp, since: int) -> bool:
    """Whether no change after `since` can leave the file with the same stamp; whole seconds tell
    a clock that is no finer."""
    times = (stamp.written, stamp.changed)
    fine = all(t % SECOND for t in times)
    return max(times) + (FINE if fine else COARSE) < since
