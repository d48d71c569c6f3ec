"""How the sources stand to one another on each aspect: counted and shown, never averaged.

Sources that are copies of one another count once; a statement that a source only reports is
not its own. Agreed and contradicted exclude each other.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from extract.model import SELF
from extract.topic.schema import Strength, Topic
from kb.model import Agreement, AspectView, Conflict, Dispute, Position, Reconciled, Source


def originals(sources: Iterable[Source]) -> dict[str, str]:
    """Each source's id with that of the source it copies in the end, its own if none."""
    parent = {s.id: s.copy_of for s in sources}
    return {id: _root(id, parent) for id in parent}


def _root(id: str, parent: Mapping[str, str | None]) -> str:
    """Follows copies of copies; of a ring, the smallest id; an unknown original is as good."""
    seen = [id]
    while (above := parent.get(seen[-1])) is not None and above not in seen:
        seen.append(above)
    ring = above is not None
    return min(seen[seen.index(above) :]) if ring and above else seen[-1]


def views(
    reconciled: Reconciled,
    topic: Topic,
    sources: Sequence[Source],
    settled: frozenset[str] = frozenset(),
) -> tuple[AspectView, ...]:
    """Every aspect of the topic, in file order, with its positions and who is silent on it.

    `independent` are the sources that say something of their own about the topic's subject,
    each standing for its copies. Conflicts that people settled, by id, dispute nothing.
    """
    root = originals(sources)
    own: dict[str, list[Position]] = {}
    for p in reconciled.positions:
        if p.subject == SELF and not p.qualifiers.reported:
            own.setdefault(p.aspect, []).append(p)
    disputed = _disputed(reconciled, settled)
    inside = _own_conflicts(reconciled)
    return tuple(
        replace(
            _view(a.id, own.get(a.id, ()), a.id in disputed, root, sources),
            torn=tuple(sorted(torn(inside.get(a.id, ()), root, settled))),
        )
        for a in topic.aspects
    )


def _own_conflicts(reconciled: Reconciled) -> dict[str, list[Conflict]]:
    """The conflicts about the topic's own subject, by aspect or pair of tied ones."""
    subject = {p.id: p.subject for p in reconciled.positions}
    found: dict[str, list[Conflict]] = {}
    for c in reconciled.conflicts:
        if subject[c.a.position] == SELF:
            found.setdefault(c.aspect, []).append(c)
    return found


def torn(
    conflicts: Iterable[Conflict], root: Mapping[str, str], settled: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Who contradicts itself in these conflicts: no plain support for either side of one.

    Each stands for its copies, by `root`. What people settled, by id, tears nobody.
    """
    return frozenset(root.get(s, s) for c in conflicts if c.id not in settled for s in c.torn)


def torn_in(
    dispute: Dispute,
    conflicts: Iterable[Conflict],
    root: Mapping[str, str],
    settled: frozenset[str] = frozenset(),
) -> frozenset[str]:
    """Who contradicts itself within a dispute."""
    mine = frozenset(dispute.conflicts)
    return torn((c for c in conflicts if c.id in mine), root, settled)


def _disputed(reconciled: Reconciled, settled: frozenset[str]) -> frozenset[str]:
    """Aspects with a conflict about the topic's own subject, written or only counted; of tied
    ones, contradictions only."""
    subject = {p.id: p.subject for p in reconciled.positions}
    found: set[str] = set()
    for c in reconciled.conflicts:
        if c.id not in settled and _counts(c) and subject[c.a.position] == SELF:
            found.update(c.aspect.split("|"))
    for m in reconciled.more:
        counts = m.contradicted if "|" in m.aspect else (*m.contradicted, *m.tense)
        if any(subject[id] == SELF for id in counts):
            found.update(m.aspect.split("|"))
    return frozenset(found)


def _counts(conflict: Conflict) -> bool:
    return conflict.strength is Strength.CONTRADICTION or "|" not in conflict.aspect


def _view(
    aspect: str,
    positions: Sequence[Position],
    disputed: bool,
    root: Mapping[str, str],
    sources: Sequence[Source],
) -> AspectView:
    speaking = {s for p in positions for s in p.sources}
    independent = tuple(sorted({root.get(s, s) for s in speaking}))
    return AspectView(
        aspect=aspect,
        agreement=_agreement(len(independent), disputed),
        positions=tuple(sorted(p.id for p in positions)),
        independent=independent,
        silent=tuple(sorted(s.id for s in sources if s.id not in speaking)),
    )


def _agreement(independent: int, disputed: bool) -> Agreement:
    if not independent:
        return Agreement.SILENT
    if disputed:
        return Agreement.DISPUTED
    return Agreement.AGREED if independent > 1 else Agreement.ONE_SIDED
