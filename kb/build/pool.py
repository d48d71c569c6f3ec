"""Reads batches in processes of their own, each of which loads the pipeline once.

Results come in the order of the batches, whatever the processes do. One that dies takes nothing
with it but the text it died of, which is named; the rest is read by others.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from extract.rules import Rules
from extract.topic.schema import Topic
from kb.build.batch import Batch, BatchRead, BatchReader, Keys, Parser, one_by_one
from kb.build.process import cores, serve_parent

AHEAD = 2  # batches that wait for each process: bounds memory
WORTH = 200_000  # characters to be read that make a second process worth its start


@dataclass(frozen=True, slots=True)
class Setup:
    """What a process needs to read: it makes its own reader of it."""

    keys: Keys
    parser: Parser
    topic: Topic
    compiled: Callable[[Topic], Rules]

    def reader(self) -> BatchReader:
        """A reader with the topic's rules compiled."""
        return BatchReader(self.keys, self.parser, self.compiled(self.topic))


@dataclass(frozen=True, slots=True)
class Died:
    """The text that a process died of."""

    source: str


Spread = Callable[[Setup, Iterable[Batch]], Iterator[BatchRead | Died]]
"""Who reads batches elsewhere: gives what each batch gives, in order."""


def best_jobs(characters: int) -> int:
    """How many processes help to read so much: every core for much, one for a few texts."""
    return cores(characters // WORTH + 1)


def in_processes(jobs: int, setup: Setup, batches: Iterable[Batch]) -> Iterator[BatchRead | Died]:
    """What each batch gives, in order. Raises what reading raises."""
    pool, waiting = _Pool(jobs, setup), deque[tuple[Batch, Future[BatchRead]]]()
    try:
        for batch in batches:
            waiting.append((batch, pool.begin(batch)))
            if len(waiting) >= jobs * (1 + AHEAD):
                yield from _next(pool, waiting)
        while waiting:
            yield from _next(pool, waiting)
    finally:
        pool.end()


class _Pool:
    """The processes; new ones when the old ones died."""

    def __init__(self, jobs: int, setup: Setup) -> None:
        self._jobs, self._setup = jobs, setup
        self._processes = self._new()

    def _new(self) -> ProcessPoolExecutor:
        context = get_context("spawn")
        return ProcessPoolExecutor(self._jobs, context, _ready, (self._setup,))

    def begin(self, batch: Batch) -> "Future[BatchRead]":
        return self._processes.submit(_read, batch)

    def again(self) -> None:
        self.end()
        self._processes = self._new()

    def end(self) -> None:
        """Leaves no process behind; one that is at work ends its batch first."""
        self._processes.shutdown(cancel_futures=True)


def _next(
    pool: _Pool, waiting: deque[tuple[Batch, "Future[BatchRead]"]]
) -> Iterator[BatchRead | Died]:
    """What the foremost batch gives; where a process died, all that waits is begun again."""
    batch, future = waiting.popleft()
    try:
        yield future.result()
        return
    except BrokenProcessPool:
        pool.again()
    for single in one_by_one(batch):
        try:
            yield pool.begin(single).result()
        except BrokenProcessPool:
            pool.again()
            yield Died(single.documents[0].source)
    rest = [b for b, _ in waiting]
    waiting.clear()
    waiting.extend((b, pool.begin(b)) for b in rest)


_reader: list[BatchReader] = []


def _ready(setup: Setup) -> None:
    """Runs once in each process."""
    serve_parent()
    _reader[:] = [setup.reader()]


def _read(batch: Batch) -> BatchRead:
    return _reader[0](batch)
