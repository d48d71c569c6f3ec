"""`kb build --cluster` as it is typed; how a cluster reads is in tests/kb/build/test_cluster.py."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import psutil

from tests.bench.test_bench_build import made_up_corpus
from tests.reports.live.running import PATIENCE, hear_interrupts, running


def test_without_its_library_one_line_says_what_to_type() -> None:
    with running("build", "--cluster", "local", without="distributed") as build:
        assert build.line("KB601") == (
            "KB601 kb build --cluster needs distributed; type pip install '.[scale]' in the "
            "project's folder"
        )
        assert build.process.wait(PATIENCE) == 2


def test_a_cluster_needs_a_topic_file(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    with running("build", "--corpus", tmp_path, "--cluster", "local") as build:
        assert build.line("KB210").endswith("--cluster needs a topic file; `kb init` writes one")
        assert build.process.wait(PATIENCE) == 2


def test_an_interrupt_ends_a_local_cluster_with_nothing_written_and_nothing_said(
    tmp_path: Path,
) -> None:
    made_up_corpus(tmp_path / "corpus", 100)
    folders = [w for n in ("corpus", "store", "site") for w in (f"--{n}", tmp_path / n)]
    words = ["build", "--cluster", "local", "--jobs", "2", *map(str, folders)]
    build = subprocess.Popen(
        [sys.executable, "-m", "kb", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=hear_interrupts,
    )
    workers = _workers(psutil.Process(build.pid))
    for each in (psutil.Process(build.pid), *workers):  # as a terminal tells them all
        each.send_signal(signal.SIGINT)
    assert "Traceback" not in build.communicate(timeout=PATIENCE)[0]
    assert build.returncode == 130
    assert psutil.wait_procs(workers, PATIENCE)[1] == []
    assert not (tmp_path / "store" / "kb.sqlite").exists()


def _workers(build: psutil.Process) -> list[psutil.Process]:
    """Its workers, once one is at its first text."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = [p for p in build.children() if "spawn_main" in " ".join(p.cmdline())]
        if len(found) == 2 and any(map(_reads, found)):
            return found
        time.sleep(0.1)
    raise AssertionError("no workers came up")


def _reads(worker: psutil.Process) -> bool:
    """Whether it has loaded what parses."""
    return any("/spacy/" in m.path for m in worker.memory_maps())
