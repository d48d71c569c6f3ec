"""Which claims take part in a set of conflicts, by position.

A position may have claims that stand in no conflict: only those of a conflict's own sides take
part in it.
"""

from collections.abc import Iterable

from kb.model import Conflict


def taking_part(conflicts: Iterable[Conflict]) -> dict[str, tuple[str, ...]]:
    """The claims of the conflicts' sides, each once and by position, in the conflicts' order."""
    found: dict[str, dict[str, None]] = {}
    for side in (side for c in conflicts for side in (c.a, c.b)):
        found.setdefault(side.position, {}).update(dict.fromkeys(side.claims))
    return {position: tuple(claims) for position, claims in found.items()}
