"""readings.jsonl on disk: read whole, written to only at its end, under a lock."""

import datetime
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.model import SELF, UNQUALIFIED, Polarity, Qualifiers, Value, ValueKind
from kb.corrections.model import Anchor, Correction, CorrectionKind, Statement
from kb.store.lines import append_lines, object_of, read_lines

NAME = "readings.jsonl"
CODE = "KB218"
PLACE = ("quote", "before", "after", "sentence")
TEXTS = ("source", *PLACE, "kind", "by", "when", "note", "reader", "undoes")
KEYS = ("source", "kind", *PLACE, "was", "is", "by", "when", "note", "reader", "undoes")
STATED = ("aspect", "subject", "polarity", "value")
WORDS = ", ".join(CorrectionKind)
Row = dict[str, Any]

_NO_VALUE = Value(ValueKind.OPTION, "").to_row()
_QUALIFIED = UNQUALIFIED.to_row()
_WANTED = {
    CorrectionKind.NOT_A_CLAIM: ("was",),
    CorrectionKind.ADD: ("is",),
    CorrectionKind.UNDO: ("undoes",),
}
_TAKEN = ("was", "is", "undoes")


def statement_from(row: Any) -> Statement:
    """The inverse of `Statement.to_row`. Raises `ValueError` that says what is wrong."""
    if not isinstance(row, dict) or not isinstance(row.get("aspect"), str) or not row["aspect"]:
        raise ValueError("must be an object that names its aspect")
    for key, value in row.items():
        if key not in (*STATED, *_QUALIFIED):
            raise ValueError(f"{key} is not a known key")
        wanted = bool if isinstance(_QUALIFIED.get(key), bool) else str
        if key != "value" and not isinstance(value, wanted):
            raise ValueError(f"{key} must be {'true or false' if wanted is bool else 'text'}")
    told = {key: row[key] for key in row if key in _QUALIFIED}
    try:
        qualifiers = Qualifiers.from_row({**_QUALIFIED, **told})
        polarity = Polarity(row.get("polarity", "affirm"))
    except (ValueError, TypeError) as error:
        raise ValueError(str(error)) from error
    value = _value(row["value"]) if "value" in row else None
    return Statement(row["aspect"], row.get("subject", SELF), polarity, value, qualifiers)


def _value(row: Any) -> Value:
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise ValueError("value must be an object with its kind and text")
    for key, cell in row.items():
        if key not in _NO_VALUE:
            raise ValueError(f"value: {key} is not a known key")
        if key in ("low", "high"):
            fits = isinstance(cell, int | float) and not isinstance(cell, bool)
            if not fits or not math.isfinite(cell):
                raise ValueError(f"value: {key} must be a number")
        elif not isinstance(cell, bool if isinstance(_NO_VALUE[key], bool) else str):
            raise ValueError(f"value: {key} is of the wrong type")
    amount = {"low", "high", "endless"} & row.keys()
    if "kind" not in row or (amount and not row.get("unit")):
        raise ValueError("value must name its kind, and the unit of its amount")
    return Value.from_row({**_NO_VALUE, **row})


def to_line(correction: Correction) -> str:
    """The correction as its line of the file, without the line end."""
    return json.dumps(correction.to_row(), ensure_ascii=False)


def from_line(line: str) -> Correction:
    """The inverse of `to_line`. Raises `ValueError` that says what is wrong with the line."""
    row = object_of(line)
    for mistake in _mistakes(row):
        raise ValueError(mistake)
    said = {key: _stated(key, row) for key in ("was", "is")}
    kind = CorrectionKind(row["kind"])
    if kind is CorrectionKind.RIGHT and said["was"] != said["is"]:
        raise ValueError("right says the same in was and is")
    return Correction(
        source=row["source"],
        anchor=Anchor(*(row.get(key, "") for key in PLACE)),
        kind=kind,
        was=said["was"],
        states=said["is"],
        by=row.get("by", ""),
        when=row["when"],
        note=row.get("note") or None,
        reader=row.get("reader") or None,
        undoes=row.get("undoes") or None,
    )


def _stated(key: str, row: Row) -> Statement | None:
    try:
        return statement_from(row[key]) if key in row else None
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from error


def _mistakes(row: Row) -> Iterator[str]:
    unknown = sorted(set(row) - set(KEYS))
    if unknown:
        yield f"{unknown[0]} is not a known key; known ones are {', '.join(KEYS)}"
    for key in TEXTS:
        if not isinstance(row.get(key, ""), str):
            yield f"{key} must be text"
    missing = [k for k in ("source", "kind", "quote", "when") if not row.get(k, "").strip()]
    if missing:
        yield f"{missing[0]} is missing"
    if row["kind"] not in list(CorrectionKind):
        yield f"{row['kind']} is no kind of correction; there are {WORDS}"
    if not row.get("by") and not row.get("reader"):
        yield "by is missing"
    if row.get("reader") and row["kind"] != CorrectionKind.ADD:
        yield "a reader can only propose to add; leave out reader, or let kind be add"
    wanted = _WANTED.get(CorrectionKind(row["kind"]), ("was", "is"))
    for key in _TAKEN:
        if (key in row) != (key in wanted):
            yield f"{row['kind']} {'must have' if key in wanted else 'can not have'} {key}"
    if not _moment(row["when"]):
        yield "when must be a time with its zone, such as 2027-01-31T09:30:00.000000+00:00"


def _moment(when: str) -> bool:
    try:
        return datetime.datetime.fromisoformat(when).tzinfo is not None
    except ValueError:
        return False


def read_corrections(path: Path) -> tuple[Correction, ...]:
    """Every line of the file, in order; none if there is no file. Raises all mistakes at once."""
    return read_lines(path, from_line, CODE)


def append(path: Path, *corrections: Correction) -> None:
    """Add lines to the end of the file, all or none. Two who write at once wait for each other."""
    append_lines(path, *map(to_line, corrections))
