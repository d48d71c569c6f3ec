"""What a worker of a cluster does for a build: it is given once what reading needs, then batches.

Only who reads on a cluster imports this: it needs the extra `scale`.
"""

import pickle
import signal
import sys
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import Any

from distributed import Worker, WorkerPlugin, get_worker

from extract.errors import InputError
from extract.model import digest
from extract.rules import Rules
from extract.topic.schema import Topic
from kb.build.batch import BatchReader, Pipeline
from kb.build.pool import Setup
from kb.store.digest import code_digest


def program() -> str:
    """Which program reads here: a digest of its code and of Python's version."""
    return digest(code_digest("extract"), code_digest("kb"), list(sys.version_info[:2]))


@dataclass(frozen=True, slots=True)
class Compiled:
    """A topic's rules as they are sent, so that no worker compiles them."""

    row: dict[str, Any]

    def __call__(self, topic: Topic) -> Rules:
        """The rules, for the topic that they were compiled of."""
        return Rules.from_row(topic, self.row)


class ClusterReading(WorkerPlugin):
    """What reading needs, on each worker that is there now or comes later.

    `given` is the pickled `Setup`: it is opened only where the same program runs.
    """

    def __init__(self, given: bytes, wanted: str) -> None:
        self._given, self._wanted = given, wanted
        self.refused = ""

    def setup(self, worker: Worker) -> None:
        """Runs once on each worker; `refused` then says why it can't read, if so."""
        self._one_at_a_time = Lock()
        self.refused = self._why_not()

    def _why_not(self) -> str:
        if program() != self._wanted:
            return "runs another version of Counterclaim or Python; install the same there"
        try:
            parser, pipe = self._setup.parser, self._setup.keys.pipe
            same = not isinstance(parser, Pipeline) or parser.version() == pipe
        except InputError as error:
            return str(error)
        return "" if same else "has another language pipeline; install the same there"

    @cached_property
    def _setup(self) -> Setup:
        found: Setup = pickle.loads(self._given)
        return found

    @cached_property
    def _reader(self) -> BatchReader:
        return self._setup.reader()

    def read(self, batch: bytes) -> bytes:
        """What the pickled batch gives, pickled. Raises what reading raises."""
        if self.refused:
            raise InputError(f"{get_worker().address}: {self.refused}", "KB604")
        with self._one_at_a_time:  # the pipeline is made for one thread
            return pickle.dumps(self._reader(pickle.loads(batch)))


def read(name: str, batch: bytes) -> bytes:
    """The task: the batch read by the plugin of that name."""
    return _reading(get_worker(), name).read(batch)


def refused(name: str, dask_worker: Worker) -> str:
    """Why this worker can't read; nothing if it can."""
    return _reading(dask_worker, name).refused


def _reading(worker: Worker, name: str) -> ClusterReading:
    found = worker.plugins[name]
    assert isinstance(found, ClusterReading)
    return found


def dask_setup(worker: Worker) -> None:
    """Runs first in each worker of a local cluster. Ctrl-C is the build's to hear: it ends them."""
    with suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
