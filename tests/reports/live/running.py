"""A command of `kb` that runs on its own, as in a second terminal."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60.0  # seconds, after which it hangs
PLAIN = "from kb.cli import main; main()"
WITHOUT = "import sys; sys.modules[{!r}] = None; " + PLAIN


class Running:
    """What a running command printed, line by line, from both its outputs."""

    def __init__(self, printed: Iterable[str]) -> None:
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, args=(printed,), daemon=True).start()

    def _read(self, printed: Iterable[str]) -> None:
        for line in printed:
            self._lines.put(line.rstrip("\n"))

    def line(self, holding: str, patience: float = PATIENCE) -> str:
        """The next line that holds these words; those before it are passed over."""
        passed = []
        while True:
            try:
                line = self._lines.get(timeout=patience)
            except queue.Empty:
                raise AssertionError(f"no line with {holding!r}, only {passed}") from None
            if holding in line:
                return line
            passed.append(line)


class Process(Running):
    """One that was started as people start it."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        assert process.stdout
        super().__init__(process.stdout)
        self.process = process

    def end(self) -> int:
        """Ctrl-C, and the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def hear_interrupts() -> None:
    """Where the tests run in the background, children start deaf to interrupts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def running(*words: object, without: str | None = None) -> Iterator[Process]:
    """Run `kb` with these words, as if the library `without` were not installed."""
    code = WITHOUT.format(without) if without else PLAIN
    process = subprocess.Popen(
        [sys.executable, "-c", code, *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
        preexec_fn=hear_interrupts,
    )
    try:
        yield Process(process)
    finally:
        process.kill()
        process.wait(PATIENCE)


@cache
def _forks() -> ForkServerContext:
    forks = get_context("forkserver")
    forks.set_forkserver_preload(["tests.reports.live.loaded"])
    return forks


@contextmanager
def forked(*words: object) -> Iterator[Running]:
    """The same, sooner: forked of a process that has loaded the program and the pipeline."""
    printed, out = _forks().Pipe(duplex=False)
    process = _forks().Process(target=run_kb, args=(out, *map(str, words)))
    process.start()
    out.close()
    try:
        yield Running(os.fdopen(os.dup(printed.fileno()), encoding="utf-8"))
    finally:
        process.kill()
        process.join(PATIENCE)


def run_kb(out: Connection, *words: str) -> None:
    """What the fork does: `kb` with these words, printing to `out`."""
    hear_interrupts()
    os.chdir(ROOT)
    os.dup2(out.fileno(), 1)
    os.dup2(out.fileno(), 2)
    sys.stdout = sys.stderr = os.fdopen(1, "w", buffering=1, encoding="utf-8")
    sys.argv = ["kb", *words]

    from kb.cli import main

    main()
