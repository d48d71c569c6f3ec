"""Reads batches on a cluster of machines (dask.distributed), or of processes of this one.

Results come in the order of the batches, whatever the workers do. What a worker had that died is
read by another; a text that they die of is named, and the rest is read. Only who reads on a
cluster imports this: it needs the extra `scale`.
"""

import asyncio
import logging
import pickle
import re
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import CancelledError
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import replace
from functools import partial
from tempfile import TemporaryDirectory
from threading import current_thread, main_thread
from uuid import uuid4

import dask
from distributed import Client, Future, KilledWorker, LocalCluster
from distributed.comm.core import CommClosedError, connect
from distributed.security import Security

from extract.errors import InputError
from kb.build.batch import Batch, BatchRead, one_by_one
from kb.build.pool import AHEAD, Died, Setup, Spread
from kb.build.process import cores
from kb.build.worker import ClusterReading, Compiled, program, read, refused

LOCAL = "local"
CODE = "KB604"
CONNECT = 5.0  # seconds until a scheduler has answered
LEFT = 60.0  # seconds without any worker until the build gives up
LOOK = 5.0  # seconds between two looks at who is there
QUIET = logging.CRITICAL + 1
_ADDRESS = re.compile(r"(?:tcp|tls)://[^\s/]+:\d{1,5}")
# What a cluster of one machine does without: nobody watches it.
_OWN = {
    "distributed.admin.tick.interval": "1s",
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.admin.system-monitor.disk": False,
    "distributed.worker.profile.enabled": False,
    "distributed.worker.http.routes": [],
    "distributed.scheduler.http.routes": [],
    "distributed.scheduler.active-memory-manager.start": False,
    "distributed.scheduler.allowed-failures": 0,  # what a worker had is then read one by one
}
_Waiting = deque[tuple[Batch, "Future[bytes]"]]


@contextmanager
def cluster(address: str, jobs: int | None = None) -> Iterator[Spread]:
    """What reads on the cluster at `address`; `local` is one of `jobs` processes of this machine,
    which is started when there is something to read and ended right after.

    Raises `InputError` for what is no address, and where no scheduler answers.
    """
    with _unlogged():
        if address == LOCAL:
            yield partial(_briefly, _own(jobs or cores(1_000_000)))
            return
        with _client(address) as client:
            yield partial(_read_all, client)


@contextmanager
def _unlogged() -> Iterator[None]:
    """What dask has to say of a scheduler that is gone, we say in one line."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)


def _briefly(
    started: AbstractContextManager[Client], setup: Setup, batches: Iterable[Batch]
) -> Iterator[BatchRead | Died]:
    with started as client:
        yield from _read_all(client, setup, batches)


@contextmanager
def _own(workers: int) -> Iterator[Client]:
    """A cluster of this machine's processes; nobody else's machine can reach it."""
    with ExitStack() as open:
        open.enter_context(dask.config.set(_OWN))
        scratch = TemporaryDirectory(prefix="kb-", ignore_cleanup_errors=True)
        with _uninterrupted():
            made = LocalCluster(
                n_workers=workers,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                dashboard_address="127.0.0.1:0",
                scheduler_kwargs={"dashboard": False},
                silence_logs=QUIET,
                memory_limit=0,
                local_directory=open.enter_context(scratch),
                preload=["kb.build.worker"],
            )
            open.enter_context(made)
            client = open.enter_context(Client(made, set_as_default=False))
        yield client


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C is not heard for that moment, nor by the processes that are started in it: a cluster
    that is half there can't be ended without a word."""
    if current_thread() is not main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@contextmanager
def _client(address: str) -> Iterator[Client]:
    """A connection to the scheduler. Raises `InputError` where none answers soon."""
    if not _ADDRESS.fullmatch(address):
        line = f"--cluster {address}: write tcp://HOST:PORT of a dask scheduler, or local"
        raise InputError(line, "KB210")
    try:
        asyncio.run(_knock(address))
        client = Client(address, timeout=CONNECT, set_as_default=False)
    except TypeError as error:
        line = f"{address}: tls:// needs certificates, in dask's settings; or write tcp://"
        raise InputError(line, CODE) from error
    except (OSError, ValueError) as error:
        line = f"{address}: no dask scheduler answers there; start one with `dask scheduler`"
        raise InputError(f"{line}, or name another with --cluster", CODE) from error
    with client:
        yield client


async def _knock(address: str) -> None:
    """Whether it is dask that answers: the client waits for ever on what is something else."""
    own = Security().get_connection_args("client")
    asked = connect(address, timeout=CONNECT, **own)
    (await asyncio.wait_for(asked, CONNECT)).abort()


def _read_all(client: Client, setup: Setup, batches: Iterable[Batch]) -> Iterator[BatchRead | Died]:
    """What each batch gives, in order. Raises what reading raises."""
    name = f"counterclaim-{uuid4().hex}"
    try:
        _send(client, name, setup)
        yield from _Order(client, name).read(batches)
    except (CancelledError, CommClosedError) as error:
        line = f"{_address(client)}: the scheduler is gone; start it and build again"
        raise InputError(line, CODE) from error
    finally:
        with suppress(Exception):  # the scheduler may be gone, and so is the name
            client.unregister_worker_plugin(name)


def _send(client: Client, name: str, setup: Setup) -> None:
    """Give every worker what reading needs. Raises `InputError` where one can't read the same."""
    if not client.nthreads():
        line = f"{_address(client)}: the scheduler has no workers; start some with `dask worker`"
        raise InputError(line, CODE)
    given = replace(setup, compiled=Compiled(setup.compiled(setup.topic).to_row()))
    try:
        client.register_plugin(ClusterReading(pickle.dumps(given), program()), name)
        told: dict[str, str] = client.run(refused, name)
    except Exception as error:
        why = str(error).split("\n")[0]
        line = f"{_address(client)}: its workers can't read ({why}); install Counterclaim on each"
        raise InputError(line, CODE) from error
    for worker, why_not in sorted(told.items()):
        if why_not:
            raise InputError(f"{worker}: {why_not}", CODE)


def _address(client: Client) -> str:
    return str(client.scheduler.address) if client.scheduler else "the cluster"


class _Order:
    """Batches go out as there is room, and come back in their order."""

    def __init__(self, client: Client, name: str) -> None:
        self._client, self._name = client, name
        self._threads, self._looked, self._seen = 0, 0.0, time.monotonic()

    def read(self, batches: Iterable[Batch]) -> Iterator[BatchRead | Died]:
        waiting: _Waiting = deque()
        for batch in batches:
            waiting.append((batch, self._begin(batch)))
            if len(waiting) >= self._room():
                yield from self._next(waiting)
        while waiting:
            yield from self._next(waiting)

    def _begin(self, batch: Batch) -> "Future[bytes]":
        # As bytes: dask would look through a value for what it knows.
        return self._client.submit(read, self._name, pickle.dumps(batch), pure=False)

    def _room(self) -> int:
        """How many batches may be under way: bounds memory, here and on the scheduler."""
        if time.monotonic() - self._looked > LOOK:
            self._look()
        return (1 + AHEAD) * max(1, self._threads)

    def _look(self) -> None:
        """See who is there. Raises `InputError` where nobody has been for long."""
        self._threads = sum(self._client.nthreads().values())
        self._looked = time.monotonic()
        if self._threads:
            self._seen = self._looked
        elif self._looked - self._seen > LEFT:
            line = f"{_address(self._client)}: no worker is left; start some and build again"
            raise InputError(line, CODE)

    def _next(self, waiting: _Waiting) -> Iterator[BatchRead | Died]:
        """What the foremost batch gives; where workers died of it, of each of its texts alone."""
        batch, future = waiting.popleft()
        found = self._result(future)
        if found is not None:
            yield found
            return
        for _, other in waiting:  # so that a text is blamed for no other's deaths
            self._settle(other)
        for single in one_by_one(batch):
            yield self._result(self._begin(single)) or Died(single.documents[0].source)

    def _result(self, future: "Future[bytes]") -> BatchRead | None:
        """What it gives; None where workers died of it. What a worker had done that is gone is
        done again, so an end that was seen may be none."""
        while True:
            try:
                found: BatchRead = pickle.loads(future.result(timeout=LOOK))
                return found
            except TimeoutError:
                self._look()
            except KilledWorker:
                return None

    def _settle(self, future: "Future[bytes]") -> None:
        """Wait until it has ended, in whatever way."""
        while not future.done():
            with suppress(TimeoutError):
                future.exception(timeout=LOOK)
            if not future.done():
                self._look()
