"""What any process does that works for another one, which alone talks to people."""

import os
import signal
from multiprocessing import parent_process
from threading import Thread


def cores(most: int) -> int:
    """The cores that this process may use, and at most so many."""
    here = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return max(1, min(here or 1, most))


def serve_parent() -> None:
    """Leave Ctrl-C to the parent, which ends its processes, and end when it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
