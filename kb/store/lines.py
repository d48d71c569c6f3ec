"""Files of JSON lines that people share: read whole, written to only at the end, under a lock."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from filelock import lock_descriptor

from extract.errors import InputError, InputErrors

T = TypeVar("T")


def object_of(line: str) -> dict[str, Any]:
    """The JSON object that the line is. Raises `ValueError` that says what is wrong with it."""
    try:
        row = json.loads(line, parse_constant=_no_number)
        line.encode("utf-8")
        json.dumps(row, ensure_ascii=False).encode("utf-8")
    except (ValueError, RecursionError) as error:
        raise ValueError("is not one line of JSON; a merge leaves both sides' lines") from error
    if not isinstance(row, dict):
        raise ValueError("must be a JSON object")
    return row


def _no_number(word: str) -> NoReturn:
    raise ValueError(f"{word} is no number")


def read_lines(path: Path, from_line: Callable[[str], T], code: str) -> tuple[T, ...]:
    """What each line of the file is, in order; nothing if there is no file.

    `from_line` raises `ValueError` with what is wrong; all mistakes are raised at once.
    """
    if not path.exists():
        return ()
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: can't be read as UTF-8 text", code) from error
    values, errors = [], []
    for number, line in enumerate(lines, 1):
        try:
            values += [from_line(line)] if line.strip() else []
        except ValueError as error:
            errors.append(InputError(f"{path}:{number}: {error}", code))
    if errors:
        raise errors[0] if len(errors) == 1 else InputErrors(errors)
    return tuple(values)


def append_lines(path: Path, *lines: str) -> None:
    """Add lines to the end of the file, all or none; two who write at once wait for each other."""
    with path.open("a+b") as file:
        lock_descriptor(file.fileno())
        first = "\n" if _unfinished(file) else ""
        file.write((first + "".join(f"{line}\n" for line in lines)).encode("utf-8"))
        file.flush()
        os.fsync(file.fileno())


def _unfinished(file: Any) -> bool:
    """Whether the last line lacks its end, as some editors leave it."""
    if file.seek(0, os.SEEK_END) == 0:
        return False
    file.seek(-1, os.SEEK_END)
    return bool(file.read(1) != b"\n")
