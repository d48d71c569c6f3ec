"""Tells work that grows with its input from work that grows with the square of it.

Seconds depend on the machine and on the day; how many times longer four times the input takes
does not: 4 times where the work is linear, 16 times where it is quadratic.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable

MORE = 4
MOST = 10
TRIES = 3
TWICE = 2.8
TRIES_TWICE = 5


def grows_evenly(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(n)` takes less than 10 times as long as `work(n / 4)`, in one of 3 tries."""
    return any(_seconds(work, n) < MOST * _seconds(work, n // MORE) for _ in range(TRIES))


def keeps_pace(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(2 * n)` takes at most 2.8 times as long as `work(n)`, each at its best."""
    one = other = float("inf")
    for _ in range(TRIES_TWICE):
        one, other = min(one, _seconds(work, n)), min(other, _seconds(work, 2 * n))
        if other < TWICE * one:
            return True
    return False


def keeps_memory(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(2 * n)` takes at most 2.8 times as much of Python's memory as `work(n)`."""
    work(1)
    return _peak(work, 2 * n) < TWICE * _peak(work, n)


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


def _peak(work: Callable[[int], object], n: int) -> int:
    tracemalloc.start()
    try:
        work(n)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
