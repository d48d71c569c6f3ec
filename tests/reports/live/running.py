"""A command of `kb` that runs on its own, as in a second terminal."""

import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60.0  # seconds, after which it hangs
PLAIN = "from kb.cli import main; main()"
WITHOUT = "import sys; sys.modules[{!r}] = None; " + PLAIN


class Running:
    """What a running command printed, line by line, from both its outputs."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.process = process
        self._lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout
        for line in self.process.stdout:
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

    def end(self) -> int:
        """Ctrl-C, and the exit code."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(PATIENCE)


def hear_interrupts() -> None:
    """Where the tests run in the background, children start deaf to interrupts."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


@contextmanager
def running(*words: object, without: str | None = None) -> Iterator[Running]:
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
        yield Running(process)
    finally:
        process.kill()
        process.wait(PATIENCE)
