"""Made-up knowledge for the pages: as many sources, and conflicts in proportion to them."""

from itertools import combinations, islice

from extract.model import (
    SELF,
    UNQUALIFIED,
    Block,
    BlockKind,
    Claim,
    Document,
    Polarity,
    Quantity,
    Span,
    Value,
    ValueKind,
    digest,
)
from extract.topic.schema import Strength, Topic
from kb.knowledge.value import Knowledge
from kb.model import (
    Agreement,
    AspectView,
    Conflict,
    ConflictKind,
    Position,
    SideOf,
    Source,
)
from kb.reconcile.disputes import disputes

POSITIONS = 40  # on each aspect
VOICES = 3  # claims in each position
TEN = 10  # sources for each aspect
FIVE = 5  # conflicts for each source


def made_up_knowledge(sources: int) -> Knowledge:
    """So many sources, a tenth as many aspects, five times as many conflicts."""
    aspects = [f"q{i}" for i in range(max(1, sources // TEN))]
    claims, documents = _texts(sources, aspects)
    positions = _positions(claims)
    held: dict[str, list[Position]] = {a: [] for a in aspects}
    for position in positions:
        held[position.aspect].append(position)
    each = -(-sources * FIVE // len(aspects))
    conflicts = [c for mine in held.values() for c in _conflicts(mine, each)]
    topic = Topic.sample(topic="Made up", aspects=[_aspect(a) for a in aspects])
    return Knowledge(
        topic=topic,
        sources=tuple(_source(i) for i in documents),
        documents=documents,
        claims=tuple(claims),
        positions=positions,
        conflicts=tuple(sorted(conflicts, key=lambda c: c.id)),
        near_misses=(),
        views=tuple(_view(a, held[a]) for a in aspects),
        disputes=disputes(conflicts, positions, topic, {}),
    )


def _aspect(id: str) -> dict[str, str]:
    row = {"id": id, "label": f"Aspect {id}", "question": f"How long is {id}?"}
    return row | {"kind": "quantity", "unit": "year"}


def _source(id: str) -> Source:
    return Source(id, f"texts/{id}.txt", f"The source {id}", None, None, None, "0" * 64)


def _texts(sources: int, aspects: list[str]) -> tuple[list[Claim], dict[str, Document]]:
    """Each source's sentences, dealt out in turn, one claim in each."""
    dealt: dict[str, list[tuple[str, int]]] = {f"s{i}": [] for i in range(sources)}
    cards = ((a, p) for a in aspects for p in range(POSITIONS) for _ in range(VOICES))
    for n, card in enumerate(cards):
        dealt[f"s{n % sources}"].append(card)
    claims: list[Claim] = []
    documents = {}
    for source, mine in dealt.items():
        lines, at = [], 0
        for aspect, n in mine:
            line = f"It lasts from {n + 1} to {n + 2} years as far as {aspect} goes"
            claims.append(_claim(source, aspect, n, at, line))
            lines.append(line)
            at += len(line) + 1
        text = "\n".join(lines)
        blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else ()
        documents[source] = Document(source, text, blocks)
    return claims, documents


def _claim(source: str, aspect: str, n: int, start: int, line: str) -> Claim:
    end = start + len(line)
    years = Quantity("year", float(n + 1), float(n + 2))
    value = Value(ValueKind.QUANTITY, f"{n + 1} to {n + 2} years", None, years)
    span = Span(start, end)
    return Claim(source, start, end, line, span, SELF, aspect, Polarity.AFFIRM, value)


def _positions(claims: list[Claim]) -> tuple[Position, ...]:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        assert claim.value is not None
        groups.setdefault((claim.aspect, claim.value.text), []).append(claim)
    made = (_position(label, mine) for (_, label), mine in groups.items())
    return tuple(sorted(made, key=lambda p: p.id))


def _position(label: str, claims: list[Claim]) -> Position:
    first = claims[0]
    return Position(
        digest(first.aspect, label), first.aspect, SELF, first.polarity, first.value,
        UNQUALIFIED, label,
        tuple(c.id for c in claims), tuple(sorted({c.source for c in claims})),
    )  # fmt: skip


def _conflicts(positions: list[Position], most: int) -> list[Conflict]:
    pairs = islice(combinations(positions, 2), most)
    return [_conflict(n, a, b) for n, (a, b) in enumerate(pairs)]


def _conflict(n: int, a: Position, b: Position) -> Conflict:
    return Conflict(
        id=digest(a.id, b.id),
        aspect=a.aspect,
        kind=ConflictKind.QUANTITY,
        strength=Strength.CONTRADICTION if n % 3 else Strength.TENSION,
        a=SideOf(a.id, a.claims),
        b=SideOf(b.id, b.claims),
        explanation=f"One says {a.label}, the other {b.label}: no figure is both.",
    )


def _view(aspect: str, positions: list[Position]) -> AspectView:
    speaking = tuple(sorted({s for p in positions for s in p.sources}))
    return AspectView(aspect, Agreement.DISPUTED, tuple(p.id for p in positions), speaking, ())
