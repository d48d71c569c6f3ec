"""Subtypes that a text sets against one another: what it says of one, it does not say of all."""

from collections.abc import Mapping, Sequence

from extract.model import ScopeKind
from kb.model import Position


def contrasted(positions: Mapping[str, Sequence[Position]]) -> frozenset[str]:
    """Positions on a subtype, all of whose sources set it against another subtype; `positions`
    are by aspect."""
    found: list[str] = []
    for of_aspect in positions.values():
        scoped = [(p, name) for p in of_aspect if (name := _subtype(p)) is not None]
        named: dict[str, set[str]] = {}
        for p, name in scoped:
            for source in p.sources:
                named.setdefault(source, set()).add(name)
        found += [p.id for p, _ in scoped if all(len(named[s]) > 1 for s in p.sources)]
    return frozenset(found)


def _subtype(p: Position) -> str | None:
    scope = p.qualifiers.scope
    return scope.name if scope and scope.kind is ScopeKind.SUBTYPE else None
