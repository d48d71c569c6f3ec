"""CPU seconds of several works in one run: only their ratios can be held to anything."""

import time
from collections.abc import Callable

TRIES = 2


def seconds(work: Callable[[], object]) -> float:
    """The CPU seconds that it takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def least(*works: Callable[[], object], times: int = 7) -> list[float]:
    """The least CPU time of each in several runs; they run in turn, so that a machine that is
    busy for a while slows them alike."""
    spent = [[seconds(work) for work in works] for _ in range(times)]
    return [min(mine) for mine in zip(*spent, strict=True)]


def costs_at_most(times: float, work: Callable[[], object], other: Callable[[], object]) -> bool:
    """Whether `work` takes at most so many times as long as `other`, in one of two tries."""
    return any(seconds(work) <= times * seconds(other) for _ in range(TRIES))
