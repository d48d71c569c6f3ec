"""Waits for drafts to be saved, by looking at when they last changed."""

import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

PAUSE = 0.3  # seconds between two looks


def saves(names: Callable[[], Sequence[str]], pause: float = PAUSE) -> Iterator[None]:
    """Yields at once, and again after each save of a draft; `names` are asked anew each time."""
    last: object = None
    while True:
        now = tuple((name, _stamp(name)) for name in names())
        if now != last:
            last = now
            yield
        time.sleep(pause)


def _stamp(name: str) -> tuple[int, int] | None:
    """When a file last changed, and its size; None if it is not there just now."""
    try:
        seen = Path(name).stat()
    except OSError:
        return None
    return seen.st_mtime_ns, seen.st_size
