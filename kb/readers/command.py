"""A program of one's own as a reader: the request on its standard input, claims on its output."""

import hashlib
import json
import os
import shlex
import signal
import subprocess
import tempfile
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kb.readers.budget import Budget
from kb.readers.model import Identity, ReaderFailed, Row
from kb.text import plain

LARGEST = 8_000_000  # bytes of an answer
SHOWN = 200


@dataclass(frozen=True, slots=True)
class CommandReader:
    """A command, split as a shell would, and run without one."""

    arguments: tuple[str, ...]
    identity: Identity
    budget: Budget
    timeout: float
    size: int | None = None

    @classmethod
    def of(cls, command: str, name: str | None, budget: Budget, timeout: float) -> "CommandReader":
        """The reader of a command line. Raises `ReaderFailed` if it is none."""
        try:
            arguments = tuple(shlex.split(command))
        except ValueError as error:
            raise ReaderFailed(f"{command}: a quotation mark is not closed") from error
        if not arguments:
            raise ReaderFailed("give a command, or an address that begins with http")
        files = [Path(a) for a in arguments if Path(a).is_file()]
        named = name or (files[-1] if files else Path(arguments[0])).stem
        depends = (command, *(hashlib.sha256(f.read_bytes()).hexdigest() for f in files))
        return cls(arguments, Identity(named, depends), budget, timeout)

    def read(self, request: Row) -> str:
        """What the command prints."""
        return self._answer(request)

    def weigh(self, request: Row) -> Row:
        """The JSON object that the command prints; nothing, if it prints none."""
        answer = self._answer(request)
        try:
            row = json.loads(answer)
        except (ValueError, RecursionError):
            return {}
        return row if isinstance(row, dict) else {}

    def _answer(self, request: Row) -> str:
        self.budget.spend()
        with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as errors:
            given.write(json.dumps(request, ensure_ascii=False).encode("utf-8") + b"\n")
            given.seek(0)
            answer, code, late = self._run(given, errors)
            if late:
                raise self._failed(f"gave no answer within {self.timeout:g} seconds")
            if len(answer) > LARGEST:
                raise self._failed(f"answered with more than {LARGEST // 1_000_000} MB")
            if code:
                raise self._failed(f"ended with exit code {code}{_last_line(errors)}")
        try:
            return answer.decode("utf-8")
        except UnicodeDecodeError as error:
            raise self._failed("answered with something else than UTF-8 text") from error

    def _run(self, given: IO[bytes], errors: IO[bytes]) -> tuple[bytes, int, bool]:
        """The output, the exit code, and whether it had to be stopped for its time."""
        late = threading.Event()
        try:
            process = subprocess.Popen(
                self.arguments, stdin=given, stdout=subprocess.PIPE, stderr=errors,
                start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            raise self._failed(f"can't be run ({error.strerror})") from error

        def stop() -> None:
            late.set()
            _kill(process)

        timer = threading.Timer(self.timeout, stop)
        timer.start()
        try:
            with process:
                assert process.stdout is not None
                answer = process.stdout.read(LARGEST + 1)
                if len(answer) > LARGEST:
                    _kill(process)
                code = process.wait()
        finally:
            timer.cancel()
            _kill(process)
        return answer, code, late.is_set()

    def _failed(self, what: str) -> ReaderFailed:
        return ReaderFailed(plain(f"{self.arguments[0]}: {what}"))


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Ends the command and what it started, if it still runs."""
    if process.returncode is not None and os.name != "posix":
        return
    try:
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    except (ProcessLookupError, PermissionError):
        pass


def _last_line(errors: IO[bytes]) -> str:
    """The last thing that it said on its standard error."""
    size = errors.seek(0, os.SEEK_END)
    errors.seek(max(0, size - 4_000))
    lines = errors.read().decode("utf-8", "replace").strip().splitlines()
    return f": {lines[-1].strip()[:SHOWN]}" if lines else ""
