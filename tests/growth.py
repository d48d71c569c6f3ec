"""Tells work that grows with its input from work that grows with the square of it.

Seconds depend on the machine and on the day; how many times longer four times the input takes
does not: 4 times where the work is linear, 16 times where it is quadratic.
"""

import gc
import time
from collections.abc import Callable

MORE = 4
MOST = 10
TRIES = 3


def grows_evenly(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(n)` takes less than 10 times as long as `work(n / 4)`, in one of 3 tries."""
    return any(_seconds(work, n) < MOST * _seconds(work, n // MORE) for _ in range(TRIES))


def _seconds(work: Callable[[int], object], n: int) -> float:
    """The processor's time. Garbage is not looked for meanwhile: there may be much from before."""
    gc.collect()
    gc.disable()
    try:
        began = time.process_time()
        work(n)
        return time.process_time() - began
    finally:
        gc.enable()
