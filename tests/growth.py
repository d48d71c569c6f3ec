"""Tells work that grows with its input from work that grows with the square of it.

Seconds depend on the machine and on the day; how many times longer four times the input takes
does not: 4 times where the work is linear, 16 times where it is quadratic. With a bound close to
4 a quadratic part is told where it takes as little as 4/7 of the time that the rest takes, so
that inputs may be small.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable

MORE = 4
MOST = 5.5
TRIES = 8
TWICE = 2.8


def grows_evenly(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(n)` takes less than 5.5 times as long as `work(n / 4)`, each at its best.

    The larger goes first, so what is done only once does not count for the smaller.
    """
    whole = part = float("inf")
    for _ in range(TRIES):
        whole, part = min(whole, _seconds(work, n)), min(part, _seconds(work, n // MORE))
        if whole < MOST * part:
            return True
    return False


def keeps_memory(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(2 * n)` takes at most 2.8 times as much of Python's memory as `work(n)`."""
    work(1)
    return _peak(work, 2 * n) < TWICE * _peak(work, n)


def _seconds(work: Callable[[int], object], n: int) -> float:
    """The processor's time. Garbage is not looked for meanwhile: there may be much from before."""
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
