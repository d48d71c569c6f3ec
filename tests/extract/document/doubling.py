"""Tells work in proportion to its input from what grows faster: the input is doubled.

Twice the input takes twice as long where the work is linear and four times as long where it is
quadratic; machines and days change the seconds, but not that.
"""

import gc
import time
import tracemalloc
from collections.abc import Callable

MOST = 2.8
TRIES = 5


def keeps_pace(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(2 * n)` takes at most 2.8 times as long as `work(n)`, each at its best."""
    one = other = float("inf")
    for _ in range(TRIES):
        one, other = min(one, _seconds(work, n)), min(other, _seconds(work, 2 * n))
        if other < MOST * one:
            return True
    return False


def keeps_memory(work: Callable[[int], object], n: int) -> bool:
    """Whether `work(2 * n)` takes at most 2.8 times as much of Python's memory as `work(n)`."""
    work(1)
    return _peak(work, 2 * n) < MOST * _peak(work, n)


def _seconds(work: Callable[[int], object], n: int) -> float:
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
