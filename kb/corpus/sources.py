"""Reads sources.yaml: what is known of each source, by its id, all of it optional."""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.errors import InputError, InputErrors

FILE = "sources.yaml"
KEYS = ("title", "publisher", "url", "date", "copy-of")
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_URL = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class SourceEntry:
    """What sources.yaml says of one source, on which line; None where it says nothing."""

    id: str
    line: int = 0
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    date: str | None = None
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Absent:
    """An entry that no text belongs to."""

    where: str
    reason: str


@dataclass(frozen=True, slots=True)
class Listed:
    """All entries of sources.yaml, by id."""

    entries: Mapping[str, SourceEntry] = field(default_factory=dict)

    def entry(self, id: str) -> SourceEntry:
        """What is known of that source; an empty entry if it is not listed."""
        return self.entries.get(id, SourceEntry(id))

    def absent(self, ids: set[str]) -> tuple[Absent, ...]:
        """The entries that none of the texts belongs to."""
        return tuple(
            Absent(f"{FILE}:{e.line}", f"there is no text “{e.id}”; remove or rename it")
            for e in self.entries.values()
            if e.id not in ids
        )


def read_sources(path: Path | None) -> Listed:
    """The entries of `path`; none if there is no such file. Raises every mistake at once."""
    if path is None or not path.exists():
        return Listed()
    rows = _load(path)
    if rows is None:
        return Listed()
    if not isinstance(rows, dict):
        raise InputError(f"{path}:1: is not a mapping from ids to what is known of them", "KB203")
    errors = [InputError(f"{path}:{line}: {what}", "KB203") for line, what in _mistakes(rows)]
    if errors:
        raise errors[0] if len(errors) == 1 else InputErrors(errors)
    entries = {str(id): _entry(str(id), _line(rows, id), row or {}) for id, row in rows.items()}
    return Listed(entries)


def _load(path: Path) -> Any:
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError, YAMLError

    try:
        return YAML(typ="rt").load(path.read_text(encoding="utf-8-sig"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        what = (error.problem or "is not YAML").strip().splitlines()[0]
        raise InputError(f"{path}:{line}: {what}", "KB203") from error
    except (YAMLError, UnicodeDecodeError, OSError) as error:
        raise InputError(f"{path}: can't be read as YAML in UTF-8", "KB203") from error


def _line(rows: Any, key: Any) -> int:
    return int(rows.lc.key(key)[0]) + 1


def _mistakes(rows: Any) -> Iterator[tuple[int, str]]:
    for id, row in rows.items():
        if row is not None and not isinstance(row, dict):
            yield _line(rows, id), f"{id}: holds no keys; known ones are {', '.join(KEYS)}"
        for key in row if isinstance(row, dict) else ():
            for what in _wrong(str(id), str(key), row[key], rows):
                yield _line(row, key), f"{id}.{key}: {what}"


def _wrong(id: str, key: str, value: Any, rows: Any) -> Iterator[str]:
    text = _text(value)
    if key not in KEYS:
        yield f"not a known key; known ones are {', '.join(KEYS)}"
    elif text is None:
        yield "must be text on one line"
    elif key == "url" and not _URL.fullmatch(text):
        yield "must begin with http:// or https://"
    elif key == "date" and not _DATE.fullmatch(text):
        yield "must be a date such as 2021-03-31, 2021-03 or 2021"
    elif key == "copy-of" and text in _copies(text, rows, id):
        yield "a source can't be a copy of itself"


def _copies(text: str, rows: Any, id: str) -> tuple[str, ...]:
    """`text` again if following copy-of from it leads back to `id`."""
    seen = {id}
    at: str | None = text
    while at is not None and at not in seen:
        seen.add(at)
        row = rows.get(at)
        at = _text(row.get("copy-of")) if isinstance(row, dict) else None
    return (text,) if at == id else ()


def _text(value: Any) -> str | None:
    """The value as one line of text; None if it is nothing of the kind."""
    if isinstance(value, bool) or not isinstance(value, str | int | datetime.date):
        return None
    text = str(value).strip()
    return text if text and "\n" not in text else None


def _entry(id: str, line: int, row: Any) -> SourceEntry:
    values = {str(key).replace("-", "_"): _text(value) for key, value in row.items()}
    return SourceEntry(id, line, **values)
