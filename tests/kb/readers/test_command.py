"""A program of one's own as a reader."""

import sys
import time
from pathlib import Path

import pytest

from kb.readers import command
from kb.readers.budget import Budget
from kb.readers.command import CommandReader
from kb.readers.model import ReaderFailed, SpentError

REQUEST = {"version": 1, "text": "A mower’s life; $(touch x)"}


def reader(folder: Path, code: str, timeout: float = 20, most: int | None = None) -> CommandReader:
    script = folder / "my reader.py"
    script.write_text(code, encoding="utf-8")
    line = f"'{sys.executable}' '{script}'"
    return CommandReader.of(line, None, Budget(most), timeout)


def failure(asked: CommandReader) -> str:
    with pytest.raises(ReaderFailed) as error:
        asked.read(REQUEST)
    assert "\n" not in str(error.value) and str(error.value).isprintable()
    return str(error.value)


def test_the_request_goes_in_and_the_answer_comes_out(tmp_path: Path) -> None:
    echo = reader(tmp_path, "import json, sys; print(json.load(sys.stdin)['text'], end='')")
    assert echo.read(REQUEST) == REQUEST["text"]
    assert echo.identity.name == "my reader"


def test_no_shell_reads_the_command(tmp_path: Path) -> None:
    asked = CommandReader.of(f"echo a; touch {tmp_path / 'x'} $HOME", None, Budget(), 5)
    assert asked.read(REQUEST) == f"a; touch {tmp_path / 'x'} $HOME\n"
    assert not (tmp_path / "x").exists()


def test_another_script_is_another_reader(tmp_path: Path) -> None:
    one = reader(tmp_path, "print(1)").identity
    assert one == reader(tmp_path, "print(1)").identity
    assert one != reader(tmp_path, "print(2)").identity


def test_silence_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    flag = tmp_path / "late"
    child = f"import time; time.sleep(1.5); open({str(flag)!r}, 'w')"
    code = (
        "import subprocess, sys, time\n"
        f"subprocess.Popen([sys.executable, '-c', {child!r}])\n"
        "time.sleep(60)"
    )
    assert "no answer within 0.5 seconds" in failure(reader(tmp_path, code, 0.5))
    time.sleep(1.5)
    assert not flag.exists()


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("raise SystemExit('no\\x1b[2J model')", "ended with exit code 1: no [2J model"),
        ("import sys; sys.stdout.buffer.write(b'\\xff\\xfe')", "something else than UTF-8"),
    ],
)
def test_what_goes_wrong_is_one_line(tmp_path: Path, code: str, told: str) -> None:
    assert told in failure(reader(tmp_path, code))


def test_a_flood_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "LARGEST", 10_000)
    assert "more than" in failure(reader(tmp_path, "while True: print('x' * 999)"))


@pytest.mark.parametrize("line", ["", "  ", "echo 'a", "/no/such/program"])
def test_what_is_no_command_is_said(line: str) -> None:
    with pytest.raises(ReaderFailed):
        CommandReader.of(line, None, Budget(), 5).read(REQUEST)


def test_the_limit_counts_commands_too(tmp_path: Path) -> None:
    asked = reader(tmp_path, "print(1)", most=1)
    asked.read(REQUEST)
    with pytest.raises(SpentError):
        asked.read(REQUEST)


def test_a_dispute_is_answered_with_an_object(tmp_path: Path) -> None:
    asked = reader(tmp_path, 'print(\'{"answer": "stands", "reason": "so"}\')')
    assert asked.weigh(REQUEST) == {"answer": "stands", "reason": "so"}
    assert reader(tmp_path, "print('[]')").weigh(REQUEST) == {}
    assert reader(tmp_path, "print('It stands.')").weigh(REQUEST) == {}
