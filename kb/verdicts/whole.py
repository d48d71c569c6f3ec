"""What a decision on a whole dispute says of each of its pairs.

Its line names the positions of every side as they stood. It decides the pairs between two of
those sides, be they found then or later; a pair with a position that no side had, and one within
a side, is not decided. What a person said of a pair by itself stands before what they said of the
whole, be it earlier or later; only unsure and misread, which decide nothing, give way to a later
decision on the whole, and misread passages never hinder one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kb.model import Conflict, Verdict, VerdictKind, on_conflict
from kb.verdicts.inforce import Held

Said = tuple[int, Verdict]


def on_each(last: Held, conflicts: Sequence[Conflict]) -> dict[str, tuple[Verdict, ...]]:
    """What holds on each conflict, by its own lines and by those on disputes; people sorted."""
    wholes = _spread(last, conflicts)
    own = {key: said for key, said in last.items() if said[1][0].conflict}
    held: dict[str, tuple[Verdict, ...]] = {}
    for key in sorted(own.keys() | wholes.keys()):
        theirs = _both(own.get(key), wholes.get(key))
        held[key[0]] = (*held.get(key[0], ()), *theirs)
    return held


def _both(own: tuple[int, tuple[Verdict, ...]] | None, whole: Said | None) -> tuple[Verdict, ...]:
    """What one person said of a pair: by itself, else of the whole."""
    if own is None or whole is None:
        return own[1] if own else (whole[1],) if whole else ()
    place, said = own
    if on_conflict(said):
        return said
    misread = tuple(v for v in said if v.verdict is VerdictKind.MISREAD)
    return (*misread, whole[1]) if misread or whole[0] > place else said


def _spread(last: Held, conflicts: Sequence[Conflict]) -> dict[tuple[str, str], Said]:
    """For each pair that they reach, and each person: the last decision on a whole."""
    found: dict[tuple[str, str], Said] = {}
    for place, said in sorted(last.values(), key=lambda held: held[0]):
        for line in said:
            if not line.conflict:
                reached = between(line.sides, conflicts)
                found |= {(c.id, line.by): (place, _on(line, c, s)) for c, s in reached}
    return found


def between(
    sides: Sequence[Iterable[str]], conflicts: Iterable[Conflict]
) -> list[tuple[Conflict, tuple[int, int]]]:
    """The conflicts between two different sides, each with the sides of a and b."""
    of = {position: n for n, side in enumerate(sides) for position in side}
    found = ((c, _sides(of, c)) for c in conflicts)
    return [(c, s) for c, s in found if s and s[0] != s[1]]


def _sides(of: Mapping[str, int], conflict: Conflict) -> tuple[int, int] | None:
    a, b = conflict.a.position, conflict.b.position
    return (of[a], of[b]) if a in of and b in of else None


def _on(line: Verdict, conflict: Conflict, sides: tuple[int, int]) -> Verdict:
    """The line as it reads on the pair; between two sides that are not preferred, as real."""
    said = replace(line, conflict=conflict.id, position=None, sides=())
    if line.verdict is not VerdictKind.PREFER:
        return said
    chosen = next(n for n, side in enumerate(line.sides) if line.position in side)
    if chosen not in sides:
        return replace(said, verdict=VerdictKind.REAL)
    right = conflict.a if sides[0] == chosen else conflict.b
    return replace(said, position=right.position)
