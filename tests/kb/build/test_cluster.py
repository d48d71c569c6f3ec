"""Texts read on a cluster: a real scheduler, real workers, and the same bytes as one machine."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

import psutil
import pytest
from distributed import LocalCluster

from extract.errors import InputError
from extract.parse import Parse
from extract.rules import Rules
from extract.topic.load import load_topic
from kb.build import batch, cluster
from kb.build.batch import Batch, BatchRead, Keys, Parser, Pipeline
from kb.build.build import Built, build
from kb.build.pool import AHEAD, Died, Setup
from kb.corpus.folder import text_documents
from tests.kb.build.test_pool import FATAL, Failing, Mortal, add_texts
from tests.kb.conftest import Place

ROOT = Path(__file__).resolve().parents[3]
DASK = [sys.executable, "-m", "dask"]
HERE = ["--host", "127.0.0.1", "--no-dashboard"]


class KilledOnce:
    """The pipeline in a worker that someone kills in the middle of its first batch."""

    def __init__(self, mark: Path) -> None:
        self._mark, self._pipeline = mark, Pipeline(None)

    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        if not self._mark.exists():
            self._mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return self._pipeline(texts)


class Nothing:
    """A parser that is quick: there is nothing in any text."""

    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        return (Parse((), (), ()) for _ in texts)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A scheduler and two worker processes, as they are started by hand."""
    folder = tmp_path_factory.mktemp("dask")
    with bound() as free:
        found = f"tcp://{place_of(free)}"
    workers = ["--nworkers", "2", "--nthreads", "1", "--local-directory", str(folder)]
    started = [
        _started(["scheduler", "--port", found.rpartition(":")[2], *HERE]),
        _started(["worker", found, *HERE, *workers]),
    ]
    try:
        _wait_for_workers(found)
        yield found
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait(30)


def _started(words: list[str]) -> "subprocess.Popen[bytes]":
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    quiet = subprocess.DEVNULL
    return subprocess.Popen([*DASK, *words], env=environment, stdout=quiet, stderr=quiet)


def _wait_for_workers(address: str) -> None:
    from distributed import Client

    for _ in range(20):  # the scheduler takes a moment to listen
        try:
            with Client(address, timeout=5, set_as_default=False) as client:
                client.wait_for_workers(2, timeout=60)
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("no scheduler came up")


@pytest.fixture(autouse=True)
def a_batch_for_each_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "LARGEST", 1)


def built(place: Place, store: Path, address: str, parser: Parser | None = None) -> Built:
    with cluster.cluster(address, 2) as spread:
        return build(place.corpus, store, parser=parser, spread=spread)


def test_a_cluster_gives_the_same_bytes_as_one_process(
    bare: Place, tmp_path: Path, address: str
) -> None:
    add_texts(bare, "ab")
    build(bare.corpus, tmp_path / "one", jobs=1)
    built(bare, tmp_path / "two", address)
    one, two = (tmp_path / name / "kb.sqlite" for name in ("one", "two"))
    assert two.read_bytes() == one.read_bytes()


def test_a_worker_killed_midway_loses_nothing(bare: Place, tmp_path: Path, address: str) -> None:
    add_texts(bare, "ab")
    alone = build(bare.corpus, tmp_path / "one", jobs=1).knowledge
    parser = KilledOnce(tmp_path / "killed")
    assert built(bare, tmp_path / "two", address, parser).knowledge == alone
    assert (tmp_path / "killed").exists()


def test_a_text_that_its_workers_die_of_is_named_and_the_rest_is_read(bare: Place) -> None:
    add_texts(bare, "acd", FATAL)
    k = built(bare, bare.store, "local", Mortal()).knowledge
    assert [file for file, why in k.unread if "died" in why] == ["texts/d.txt"]
    assert {"a", "c"} < {s.id for s in k.sources}


def test_what_reading_raises_reaches_the_person(bare: Place, address: str) -> None:
    with pytest.raises(InputError, match="KB999 english: can't be loaded"):
        built(bare, bare.store, address, Failing())
    assert not (bare.store / "kb.sqlite").exists()


def batches(place: Place, n: int) -> Iterator[Batch]:
    document = next(iter(text_documents(place.corpus).values()))
    return (Batch((document,), {}) for _ in range(n))


def setup(place: Place) -> Setup:
    topic = load_topic(place.corpus / "topic.yaml")
    return Setup(Keys("pipe", "rules"), Nothing(), topic, Rules)


def test_no_more_batches_are_under_way_than_keep_the_workers_busy(
    bare: Place, address: str
) -> None:
    taken: list[Batch] = []
    under_way: list[int] = []
    with cluster.cluster(address) as spread:
        asked = (taken.append(b) or b for b in batches(bare, 40))
        for given, found in enumerate(spread(setup(bare), asked)):
            assert isinstance(found, BatchRead)
            under_way.append(len(taken) - given)
    assert len(under_way) == 40
    assert max(under_way) == 2 * (1 + AHEAD)


def test_a_cluster_of_this_machine_is_reached_from_this_machine_only_and_ends(
    bare: Place,
) -> None:
    here = psutil.Process()
    before = set(here.children(recursive=True))
    heard: set[str] = set()
    with cluster.cluster("local", 2) as spread:
        for found in spread(setup(bare), batches(bare, 2)):
            assert not isinstance(found, Died)
            for process in {here, *here.children(recursive=True)} - before:
                sockets = process.net_connections("inet")
                heard |= {s.laddr.ip for s in sockets if s.status == psutil.CONN_LISTEN}
    assert heard == {"127.0.0.1"}
    left = set(here.children(recursive=True)) - before
    assert not [p for p in left if "spawn_main" in " ".join(p.cmdline())]


NOBODY = "KB604 {}: no dask scheduler answers"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("tcp://{closed}", NOBODY.format("tcp://{closed}")),
        ("tcp://{deaf}", NOBODY.format("tcp://{deaf}")),
        ("tls://{closed}", "KB604 tls://{closed}: tls:// needs certificates"),
        ("{closed}", "KB210 --cluster {closed}: write tcp://HOST:PORT"),
    ],
)
def test_where_no_scheduler_answers_one_line_says_so(
    address: str, told: str, bare: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "CONNECT", 0.3)
    with bound() as closed, bound() as deaf:
        deaf.listen()  # and never says a word
        places = {"closed": place_of(closed), "deaf": place_of(deaf)}
        with pytest.raises(InputError, match=re.escape(told.format(**places))):
            built(bare, bare.store, address.format(**places))
    assert not bare.store.exists()


def bound() -> socket.socket:
    """A port that is taken, where nobody listens."""
    taken = socket.socket()
    taken.bind(("127.0.0.1", 0))
    return taken


def place_of(taken: socket.socket) -> str:
    return f"127.0.0.1:{taken.getsockname()[1]}"


def of_threads(workers: int) -> LocalCluster:
    """A cluster within this process, which is quick to start."""
    where = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "protocol": "tcp://"}
    return LocalCluster(n_workers=workers, threads_per_worker=1, processes=False, **where)


def test_a_scheduler_without_workers_is_no_use(bare: Place) -> None:
    told = r"KB604 .* has no workers; start some"
    with of_threads(0) as empty, pytest.raises(InputError, match=told):
        built(bare, bare.store, empty.scheduler_address)


@pytest.mark.parametrize(
    ("leave", "told"),
    [
        (LocalCluster.close, "KB604 .*the scheduler is gone"),
        (partial(LocalCluster.scale, n=0), "KB604 .*no worker is left"),
    ],
)
def test_who_is_left_alone_is_told(
    leave: Callable[[LocalCluster], None],
    told: str,
    bare: Place,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for seconds in ("LEFT", "LOOK"):
        monkeypatch.setattr(cluster, seconds, 0.5)
    with of_threads(1) as made, cluster.cluster(made.scheduler_address) as spread:
        found = spread(setup(bare), batches(bare, 200))
        next(found)
        leave(made)
        with pytest.raises(InputError, match=told):
            list(found)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ("program", "runs another version of Counterclaim or Python"),
        ("pipeline", "has another language pipeline"),
    ],
)
def test_a_worker_that_would_read_otherwise_is_refused(
    changed: str, told: str, bare: Place, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = {"program": "kb.build.cluster.program", "pipeline": "kb.build.read.version"}
    monkeypatch.setattr(other[changed], lambda *_: "of another day")
    with pytest.raises(InputError, match=f"KB604 tcp://127.0.0.1:.*: {told}"):
        built(bare, bare.store, address)
    assert not (bare.store / "kb.sqlite").exists()
