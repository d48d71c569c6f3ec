"""Settings of a team: `.kb.toml`, or `[tool.kb]` in pyproject.toml.

Looked for in the folder in which `kb` runs, then in those above it; the first one found
counts. Paths are seen from the file's folder. What is given on the command line goes first.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from extract.errors import InputError
from extract.topic.suggest import remedy

CODE = "KB521"
OWN, SHARED = ".kb.toml", "pyproject.toml"
LEVELS = ("contradiction", "tension", "never")
SHOW = ("supported", "supported-with-tension", "unsupported", "unused", "skipped", "all")


@dataclass(frozen=True, slots=True)
class Settings:
    """What a team has settled; None where it has not."""

    corpus: Path | None = None
    store: Path | None = None
    site: Path | None = None
    fail_on: str | None = None
    baseline: Path | None = None
    exclude: tuple[str, ...] = ()
    show: tuple[str, ...] = ()
    proof: bool = True
    folder: Path = Path()

    def excludes(self, name: str) -> bool:
        """Whether a draft is left out; patterns are seen from the settings' folder."""
        try:
            seen = Path(name).resolve().relative_to(self.folder.resolve()).as_posix()
        except ValueError:
            seen = Path(name).as_posix()
        return any(fnmatch(seen, p) or seen.startswith(p.rstrip("/") + "/") for p in self.exclude)


def find_settings(start: Path) -> Settings:
    """The settings that hold in a folder. Raises `InputError` for a file that is wrong."""
    for folder in (start, *start.absolute().parents):
        for name in (OWN, SHARED):
            path = folder / name
            if path.is_file():
                table = _table(path)
                if table is not None:
                    return _read(table, path)
    return Settings()


def _table(path: Path) -> dict[str, Any] | None:
    """The file's settings; None if it is of another tool and says nothing to this one."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"{path}: can't be read ({error.strerror})", CODE) from None
    except ValueError as error:
        told = str(error).splitlines()[0]
        at = re.search(r"line (\d+)", told)
        where = f"{path}:{at[1]}" if at else f"{path}"
        raise InputError(f"{where}: is not TOML ({told}); mend it", CODE) from None
    if path.name == OWN:
        return data
    tools = data.get("tool", {})
    found = tools.get("kb") if isinstance(tools, dict) else None
    if found is not None and not isinstance(found, dict):
        raise _wrong(path, "kb", "tool.kb must be a table")
    return found


def _read(table: dict[str, Any], path: Path) -> Settings:
    settings = Settings(folder=path.parent)
    for key, value in table.items():
        if key not in _KEYS:
            raise _wrong(path, key, f"{key!r} is not a setting; {remedy(key, _KEYS, '')}")
        field = key.replace("-", "_")
        settings = replace(settings, **{field: _value(path, key, value)})
    return settings


def _value(path: Path, key: str, value: Any) -> Any:
    kind = _KEYS[key]
    if kind is Path:
        if isinstance(value, str) and value:
            return path.parent / value
        raise _wrong(path, key, f"{key!r} must be a path in quotes")
    if kind is list:
        if isinstance(value, list) and all(isinstance(v, str) for v in value):
            return _known(path, key, value) if key == "show" else tuple(value)
        raise _wrong(path, key, f"{key!r} must be a list of words in quotes")
    if kind is bool:
        if isinstance(value, bool):
            return value
        raise _wrong(path, key, f"{key!r} must be true or false")
    if value not in LEVELS:
        raise _wrong(path, key, f"{key!r} must be one of {', '.join(LEVELS)}")
    return value


def shown(words: Iterable[str]) -> tuple[str, ...]:
    """What is to be shown beside the findings that count. Raises `InputError`."""
    words = tuple(words)
    for word in words:
        if word not in SHOW:
            raise InputError(f"{word!r} can't be shown; use {', '.join(SHOW)}", CODE)
    return words


def _known(path: Path, key: str, value: list[str]) -> tuple[str, ...]:
    try:
        return shown(value)
    except InputError as error:
        raise _wrong(path, key, str(error).removeprefix(f"{CODE} ")) from None


def _wrong(path: Path, key: str, what: str) -> InputError:
    line = next(_lines(path, key), None)
    return InputError(f"{path}:{line}: {what}" if line else f"{path}: {what}", CODE)


def _lines(path: Path, key: str) -> Iterator[int]:
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if pattern.match(line):
            yield number


_KEYS: dict[str, Any] = {
    "corpus": Path,
    "store": Path,
    "site": Path,
    "fail-on": str,
    "baseline": Path,
    "exclude": list,
    "show": list,
    "proof": bool,
}
