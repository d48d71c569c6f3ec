"""verdicts.jsonl on disk: read whole, written to only at its end, under a lock."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kb.model import Verdict, VerdictKind
from kb.store.lines import append_lines, object_of, read_lines

KEYS = (
    *("conflict", "verdict", "by", "when", "note", "position", "claim", "review"),
    *("aspect", "says", "passages", "dispute", "sides"),
)
NEEDED = ("verdict", "by", "when")
WORDS = ", ".join(VerdictKind)


def to_line(verdict: Verdict) -> str:
    """The verdict as its line of the file, without the line end; what is None is left out."""
    row = {key: _plain(getattr(verdict, key)) for key in KEYS}
    return json.dumps({k: v for k, v in row.items() if v not in (None, "", [])}, ensure_ascii=False)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    return str(value) if isinstance(value, VerdictKind) else value


def from_line(line: str) -> Verdict:
    """The inverse of `to_line`. Raises `ValueError` that says what is wrong with the line."""
    row = object_of(line)
    for mistake in _mistakes(row):
        raise ValueError(mistake)
    lists = {k: tuple(row[k]) for k in ("says", "passages") if row.get(k) is not None}
    sides = tuple(tuple(side) for side in row.get("sides") or ())
    kind = VerdictKind(row["verdict"])
    return Verdict(**{"conflict": "", **row, **lists, "sides": sides, "verdict": kind})


def _mistakes(row: dict[str, Any]) -> Iterator[str]:
    on = "dispute" if "dispute" in row else "conflict"
    missing = [k for k in (on, *NEEDED) if not row.get(k)]
    if missing:
        yield f"{missing[0]} is missing"
    if on == "dispute" and "conflict" in row:
        yield "is on a conflict or on a dispute, not both"
    yield from _wrong_lists(row, whole=on == "dispute")
    unknown = sorted(set(row) - set(KEYS))
    if unknown:
        yield f"{unknown[0]} is not a known key; known ones are {', '.join(KEYS)}"
    for key in row.keys() - {"says", "passages", "sides"}:
        if not isinstance(row[key], str | None):
            yield f"{key} must be text"
    if row["verdict"] not in list(VerdictKind):
        yield f"{row['verdict']} is no verdict; there are {WORDS}"
    named = {"prefer": "position", "misread": "claim"}.get(row["verdict"])
    if named and not row.get(named):
        yield f"{row['verdict']} must name the {named}"
    if on == "dispute" and named == "claim":
        yield "misread is said of a conflict, not of a dispute"
    if on == "dispute" and named == "position" and not _among(row["position"], row["sides"]):
        yield "position must be one of a side"


def _wrong_lists(row: dict[str, Any], whole: bool) -> Iterator[str]:
    many = "two or more" if whole else "two"
    for key in ("says", "passages"):
        if row.get(key) is not None and not (_texts(row[key]) and _enough(row[key], whole)):
            yield f"{key} must be {many} texts"
    sides = row.get("sides")
    if whole and not (
        isinstance(sides, list) and _enough(sides, whole) and all(map(_texts, sides))
    ):
        yield "sides must be two or more lists of positions"


def _among(position: str, sides: list[list[str]]) -> bool:
    return any(position in side for side in sides)


def _texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(v, str) for v in value)


def _enough(values: list[Any], whole: bool) -> bool:
    return len(values) > 1 if whole else len(values) == 2


def read_verdicts(path: Path) -> tuple[Verdict, ...]:
    """Every line of the file, in order; none if there is no file. Raises all mistakes at once."""
    return read_lines(path, from_line, "KB204")


def append(path: Path, verdict: Verdict) -> None:
    """Add a line to the end of the file. Two who write at once wait for each other."""
    append_lines(path, to_line(verdict))
