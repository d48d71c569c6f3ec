"""Which lines of readings.jsonl hold; their order in the file never matters.

A line that an undo takes back does not count, and an undo that is itself taken back takes back
nothing. Of lines on one claim the latest holds, whoever wrote it.
"""

from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter
from itertools import groupby
from typing import NamedTuple

from extract.model import Span
from kb.corrections.model import Correction, CorrectionKind


class InForce(NamedTuple):
    """A correction that holds, and other people's lines on the same claim that say otherwise,
    the latest first."""

    correction: Correction
    differing: tuple[Correction, ...] = ()


def left_standing(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """The lines that no undo takes back, each once, the oldest first; without the undos."""
    lines = {c.id: c for c in corrections}
    undos = {id: c.undoes for id, c in lines.items() if c.kind is CorrectionKind.UNDO}
    back = _taken_back(undos)
    kept = [c for id, c in lines.items() if id not in back and id not in undos]
    return tuple(sorted(kept, key=lambda c: c.latest))


def _taken_back(undos: Mapping[str, str | None]) -> set[str]:
    """The ids of all lines that an undo in force names."""
    by_line: dict[str, list[str]] = {}
    for id, line in undos.items():
        by_line.setdefault(line or "", []).append(id)
    back: set[str] = set()
    for id in TopologicalSorter(by_line).static_order():
        if any(undo not in back for undo in by_line.get(id, ())):
            back.add(id)
    return back


def in_force(
    corrections: Iterable[Correction], places: Mapping[str, Span] | None = None
) -> tuple[InForce, ...]:
    """The corrections of people that hold, the oldest first.

    `places` says where in the text the words of a correction are, by its id; lines whose words
    are not there compete if their words and surroundings are the same.
    """
    left = [c for c in left_standing(corrections) if not c.proposed]
    found: list[InForce] = []
    key = _sorted_target
    for _, same in groupby(sorted(left, key=key), key=key):
        found += _latest(sorted(same, key=lambda c: c.latest, reverse=True), places or {})
    return tuple(sorted(found, key=lambda f: f.correction.latest))


def _sorted_target(correction: Correction) -> str:
    return repr(correction.target)


def _latest(lines: Sequence[Correction], places: Mapping[str, Span]) -> list[InForce]:
    """Of lines on one claim in one source, the latest first: those that hold at each place."""
    held: list[list[Correction]] = []
    for line in lines:
        over = next((h for h in held if _one_place(h[0], line, places)), None)
        if over is None:
            held.append([line])
        else:
            over.append(line)
    return [InForce(h[0], tuple(_otherwise(h))) for h in held]


def _otherwise(lines: Sequence[Correction]) -> Iterable[Correction]:
    """Of each other person the latest line, where it says something else than the first."""
    first, *rest = lines
    seen = {first.by}
    for line in rest:
        if line.by not in seen:
            seen.add(line.by)
            if (line.kind, line.states) != (first.kind, first.states):
                yield line


def _one_place(one: Correction, other: Correction, places: Mapping[str, Span]) -> bool:
    a, b = places.get(one.id), places.get(other.id)
    if a and b:
        return a.start < b.end and b.start < a.end
    return not a and not b and one.anchor == other.anchor
