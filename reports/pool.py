"""Pages written in processes of their own, each of which is given the book once.

This process writes, too. Pages come in the order of the batches, whatever the processes do, so
the bytes are the same for any number of them.
"""

import gc
import pickle
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from kb.build.process import cores, serve_parent
from kb.knowledge.value import Knowledge
from reports.parts import Site, SiteFile, Task, written

TURN = 0.0001  # seconds after which the thread that takes others' pages may have its turn
AHEAD = 2  # batches that wait for each other process
HELD = 24  # batches written and not yet taken: bounds memory

WORTH = 4_000  # claims and conflicts to be shown that make a second process worth its start

Batch = Sequence[Task]


def best_jobs(knowledge: Knowledge) -> int:
    """How many processes help to write the pages: every core for many, one for a few."""
    return cores(1 + (len(knowledge.claims) + len(knowledge.conflicts)) // WORTH)


def in_processes(jobs: int, site: Site, batches: Iterable[Batch]) -> Iterator[Iterable[SiteFile]]:
    """The files of each batch, in order. Raises what writing a page raises."""
    if jobs == 1:
        yield from (_write(site, batch) for batch in batches)
        return
    context, given = get_context("spawn"), pickle.dumps(site, pickle.HIGHEST_PROTOCOL)
    pool = ProcessPoolExecutor(jobs - 1, context, _ready, (given,))
    before = sys.getswitchinterval()
    sys.setswitchinterval(TURN)
    try:
        yield from _spread(pool, jobs - 1, site, batches)
    finally:
        sys.setswitchinterval(before)
        pool.shutdown(cancel_futures=True)


_Waiting = deque[tuple[Batch, "Future[list[SiteFile]]"]]


def _spread(
    pool: ProcessPoolExecutor, others: int, site: Site, batches: Iterable[Batch]
) -> Iterator[Iterable[SiteFile]]:
    waiting: _Waiting = deque()
    for batch in batches:
        busy = sum(not future.done() for _, future in waiting)
        waiting.append((batch, _begun(pool, site, batch, busy < others * (1 + AHEAD))))
        while waiting and (len(waiting) > HELD or waiting[0][1].done()):
            yield _result(site, *waiting.popleft())
    while waiting:
        yield _result(site, *waiting.popleft())


def _begun(
    pool: ProcessPoolExecutor, site: Site, batch: Batch, away: bool
) -> "Future[list[SiteFile]]":
    """The batch given to another process, or written here at once."""
    if away:
        try:
            return pool.submit(_in_process, batch)
        except BrokenProcessPool:
            pass
    here: Future[list[SiteFile]] = Future()
    here.set_result(_write(site, batch))
    return here


def _result(site: Site, batch: Batch, future: "Future[list[SiteFile]]") -> list[SiteFile]:
    """What the batch gave; one whose process died is written here."""
    wait([future])
    try:
        return future.result()
    except BrokenProcessPool:
        return _write(site, batch)


def _write(site: Site, batch: Batch) -> list[SiteFile]:
    return [file for task in batch for file in written(site, task)]


_site: list[Site] = []


def _ready(given: bytes) -> None:
    """Runs once in each process."""
    serve_parent()
    gc.disable()  # all that is loaded stays, and looking through it takes as long as loading it
    _site[:] = [pickle.loads(given)]
    gc.freeze()
    gc.enable()


def _in_process(batch: Batch) -> list[SiteFile]:
    return [file._replace(shows=file.shown) for file in _write(_site[0], batch)]
