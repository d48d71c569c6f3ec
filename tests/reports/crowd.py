"""The knowledge on mattresses, told by many more sources."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import Conflict, Position, Reconciled, SideOf, Source, SourceKind
from kb.reconcile.agreement import views
from kb.reconcile.disputes import disputes
from tests.reports.mattress import mattress

KINDS = (SourceKind.SELLER, SourceKind.BLOG, SourceKind.STUDY, SourceKind.UNKNOWN)


def crowd(n: int, kinds: tuple[SourceKind, ...] = KINDS) -> Knowledge:
    """So many sources: each says what one of the four says, and the later the less of it."""
    k = mattress()
    first = [s.id for s in k.sources]
    of = {f"{first[i % 4]}-{i}": first[i % 4] for i in range(4, n)}
    claims = {c.id: c for c in k.claims}
    copies = {
        (id, c.id): replace(c, source=id)
        for i, (id, source) in enumerate(of.items())
        for m, c in enumerate(k.claims)
        if c.source == source and (i * 7 + m * 5) % 9 >= i % 6
    }
    added: dict[str, list[str]] = {}
    for (_, original), copy in copies.items():
        added.setdefault(original, []).append(copy.id)
        claims[copy.id] = copy

    def all_of(ids: tuple[str, ...]) -> tuple[str, ...]:
        return (*ids, *(a for id in ids for a in added.get(id, ())))

    def wider(p: Position) -> Position:
        held = all_of(p.claims)
        return replace(p, claims=held, sources=tuple(sorted({claims[i].source for i in held})))

    def side(s: SideOf) -> SideOf:
        return SideOf(s.position, all_of(s.claims))

    def both(c: Conflict) -> Conflict:
        a, b = side(c.a), side(c.b)
        inside = {claims[i].source for i in a.claims} & {claims[i].source for i in b.claims}
        return replace(c, a=a, b=b, within_sources=tuple(sorted(inside)))

    positions, conflicts = tuple(map(wider, k.positions)), tuple(map(both, k.conflicts))
    every = [*k.sources, *(_named(k.source(o), id) for id, o in of.items())]
    sources = tuple(_of_kind(s, n, kinds) for n, s in enumerate(every))
    documents = {id: replace(k.documents[o], source=id) for id, o in of.items()}
    found = Reconciled(tuple(claims.values()), positions, conflicts, ())
    return replace(
        k,
        sources=sources,
        documents={**k.documents, **documents},
        claims=found.claims,
        positions=positions,
        conflicts=conflicts,
        views=views(found, k.topic, sources),
        disputes=disputes(conflicts, positions, k.topic, {}),
    )


def _named(source: Source, id: str) -> Source:
    return replace(source, id=id, title=f"{source.title} {id.rpartition('-')[2]}")


def _of_kind(source: Source, n: int, kinds: tuple[SourceKind, ...]) -> Source:
    return replace(source, kind=kinds[n * n % len(kinds)] if kinds else SourceKind.UNKNOWN)
