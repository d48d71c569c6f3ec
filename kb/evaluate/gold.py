"""Reads an annotated folder: claims, conflicts, and what only looks like either.

Each quote is looked up in the texts; a gold source is the text that holds all its quotes.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from extract.errors import InputError

# Names that the annotation has for the contract's kinds of conflict.
KINDS = {"absolute_vs_qualified": "absolute", "numeric": "quantity"}


class GoldPlace(NamedTuple):
    """A passage: the whole text, and where in it."""

    text: str
    start: int
    end: int

    @property
    def quote(self) -> str:
        """The passage's words."""
        return self.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """An annotated claim."""

    id: str
    aspect: str
    place: GoldPlace


@dataclass(frozen=True, slots=True)
class GoldConflict:
    """An annotated conflict between the gold claims `a` and `b`."""

    a: str
    b: str
    aspect: str
    kind: str
    strength: str


@dataclass(frozen=True, slots=True)
class Gold:
    """An annotated folder, every quote found in its text."""

    claims: Mapping[str, GoldClaim]
    conflicts: Mapping[frozenset[str], GoldConflict]
    not_claims: tuple[GoldPlace, ...]
    not_conflicts: tuple[tuple[GoldPlace, GoldPlace], ...]


def read_gold(folder: Path, texts: Iterable[str]) -> Gold:
    """The annotation in `folder` of these texts.

    Raises `InputError` for a folder without claims.jsonl, a line that is no JSON object or
    lacks a key, and a source whose quotes no text holds.
    """
    if not (folder / "claims.jsonl").is_file():
        raise InputError(f"{folder}: holds no claims.jsonl; name an annotated folder", "KB301")
    rows = {
        name: _rows(folder / f"{name}.jsonl")
        for name in ("claims", "conflicts", "not_claims", "not_conflicts")
    }
    try:
        return _gold(folder, rows, tuple(dict.fromkeys(texts)))
    except KeyError as error:
        line = f"{folder}: names or lacks {error.args[0]!r}; see the format in tests/gold/README.md"
        raise InputError(line, "KB301") from error


def _gold(folder: Path, rows: dict[str, list[dict[str, Any]]], texts: tuple[str, ...]) -> Gold:
    quoted = [(r["source"], r["quote"]) for name in ("claims", "not_claims") for r in rows[name]]
    quoted += [
        (r[f"{side}_source"], r[f"{side}_quote"])
        for r in rows["not_conflicts"]
        for side in "ab"
        if side not in r
    ]
    text_of = _text_of(folder, quoted, texts)

    def place(source: str, quote: str) -> GoldPlace:
        text = text_of[source]
        at = text.find(quote)
        if at < 0:
            raise InputError(f"{folder}: “{quote}” does not stand in {source}", "KB301")
        return GoldPlace(text, at, at + len(quote))

    claims = {
        r["id"]: GoldClaim(r["id"], r["aspect"], place(r["source"], r["quote"]))
        for r in rows["claims"]
    }

    def side(row: dict[str, Any], which: str) -> GoldPlace:
        if which in row:
            return claims[row[which]].place
        return place(row[which + "_source"], row[which + "_quote"])

    return Gold(
        claims=claims,
        conflicts={frozenset((r["a"], r["b"])): _conflict(r) for r in rows["conflicts"]},
        not_claims=tuple(place(r["source"], r["quote"]) for r in rows["not_claims"]),
        not_conflicts=tuple((side(r, "a"), side(r, "b")) for r in rows["not_conflicts"]),
    )


def _conflict(row: dict[str, Any]) -> GoldConflict:
    kind = KINDS.get(row["kind"], row["kind"])
    return GoldConflict(row["a"], row["b"], row["aspect"], kind, row["strength"])


def _text_of(folder: Path, quoted: list[tuple[str, str]], texts: tuple[str, ...]) -> dict[str, str]:
    """The text of each gold source: the first that holds all its quotes."""
    quotes: dict[str, list[str]] = defaultdict(list)
    for source, quote in quoted:
        quotes[source].append(quote)
    found: dict[str, str] = {}
    for source, theirs in quotes.items():
        text = next((t for t in texts if all(q in t for q in theirs)), None)
        if text is None:
            line = f"{folder}: no text holds the quotes of {source}; name the texts with --texts"
            raise InputError(line, "KB301")
        found[source] = text
    return found


def _rows(path: Path) -> list[dict[str, Any]]:
    if not path.exists():
        return []
    rows = []
    for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        try:
            row = json.loads(line) if line.strip() else None
        except ValueError as error:
            raise InputError(f"{path}:{n}: is not one line of JSON", "KB301") from error
        if row is not None and not isinstance(row, dict):
            raise InputError(f"{path}:{n}: must be a JSON object", "KB301")
        rows += [row] if row is not None else []
    return rows
