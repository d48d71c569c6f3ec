"""Holds what was found against an annotated folder: precision and recall, per kind and aspect.

A claim matches a gold claim if their spans share at least half of the shorter one, and more
than three characters, of the same text. Sources are matched by text: a gold source is the
text that holds its quotes, whatever either is called. Claims are counted by the gold's
aspects, conflicts by the pairs of claims that they set against each other.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.model import SELF, Claim
from kb.evaluate.gold import Gold, GoldClaim, GoldPlace
from kb.model import Conflict, Strength

# A paragraph is no quote: a longer one matches nothing.
LONGEST = 300
LEAST = 3

Pair = frozenset[str]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of claims called a conflict, and what the gold says of it.

    `gold` is "contradiction", "tension", "trap" (the gold says: no conflict) or "unjudged".
    """

    strength: str
    kind: str
    aspect: str
    gold: str
    a: Claim
    b: Claim
    conflict: str


@dataclass(frozen=True, slots=True)
class MissedConflict:
    """A conflict of the gold that was not found, or (`weak`) found as a tension only."""

    aspect: str
    kind: str
    a: GoldPlace
    b: GoldPlace
    weak: bool


@dataclass(frozen=True, slots=True)
class Rate:
    """How many of how many; `share` is 0 of none."""

    found: int
    of: int

    @property
    def share(self) -> float:
        """The proportion, to three places."""
        return round(self.found / max(1, self.of), 3)


@dataclass(frozen=True, slots=True)
class Score:
    """The result. Recalls are over the gold, precisions over what was found.

    `by_kind` and `by_aspect` give the recall of conflicts of any strength; `kind_precision`
    the share of the pairs of each kind that the gold knows as conflicts. `on_question` are the
    claims found on the gold's own question, `flags` the conflicts with a pair that is one.
    """

    claims: Rate
    claims_precision: Rate
    on_question: Rate
    not_claims: Rate
    contradictions: Rate
    contradictions_any: Rate
    tensions_any: Rate
    macro: float
    precision_any: dict[str, Rate]
    flags: dict[str, Rate]
    precision_same: dict[str, Rate]
    traps: dict[str, int]
    unjudged: dict[str, int]
    claims_by_aspect: dict[str, Rate]
    by_kind: dict[str, Rate]
    by_aspect: dict[str, Rate]
    kind_precision: dict[str, Rate]
    claims_missed: tuple[GoldPlace, ...]
    claims_wrong: tuple[GoldPlace, ...]
    missed: tuple[MissedConflict, ...]
    judged: tuple[Judged, ...]


def same(p: GoldPlace, g: GoldPlace) -> bool:
    """Whether two places are the same passage, by the rule above."""
    shared = min(p.end, g.end) - max(p.start, g.start)
    least = min(p.end - p.start, g.end - g.start)
    return p.text == g.text and shared >= 0.5 * least and shared > LEAST


def evaluate(
    gold: Gold, claims: Sequence[Claim], conflicts: Iterable[Conflict], texts: dict[str, str]
) -> Score:
    """The score of these claims and conflicts; `texts` are the sources' texts by id."""
    places = {c.id: _place(c, texts) for c in claims}
    matches = _matches(places, gold.claims)
    matched = {g for found in matches.values() for g in found}
    judged, hits = _judge(gold, {c.id: c for c in claims}, places, matches, conflicts)
    hard = [p for p, k in gold.conflicts.items() if k.strength == Strength.CONTRADICTION]
    soft = [p for p, k in gold.conflicts.items() if k.strength == Strength.TENSION]
    found_hard = [p for p in hard if Strength.CONTRADICTION in hits[p]]
    wrong = _wrong(gold, claims, places, matches)
    by_hard_aspect = _rates(hard, lambda p: gold.conflicts[p].aspect, lambda p: bool(hits[p]))
    return Score(
        claims=Rate(len(matched), len(gold.claims)),
        claims_precision=Rate(sum(bool(m) for m in matches.values()), len(claims)),
        on_question=Rate(_on_question(gold, claims, matches), len(claims)),
        not_claims=Rate(len(wrong), len(gold.not_claims)),
        contradictions=Rate(len(found_hard), len(hard)),
        contradictions_any=Rate(sum(bool(hits[p]) for p in hard), len(hard)),
        tensions_any=Rate(sum(bool(hits[p]) for p in soft), len(soft)),
        macro=_mean(by_hard_aspect.values()),
        precision_any=_precision(judged, lambda j: j.gold in tuple(Strength)),
        flags=_flags(judged),
        precision_same=_precision(judged, lambda j: j.gold == j.strength),
        traps=_count(judged, "trap"),
        unjudged=_count(judged, "unjudged"),
        claims_by_aspect=_rates(gold.claims, lambda g: gold.claims[g].aspect, matched.__contains__),
        by_kind=_rates(gold.conflicts, lambda p: gold.conflicts[p].kind, lambda p: bool(hits[p])),
        by_aspect=_rates(
            gold.conflicts, lambda p: gold.conflicts[p].aspect, lambda p: bool(hits[p])
        ),
        kind_precision=_rates(judged, lambda j: j.kind, lambda j: j.gold in tuple(Strength)),
        claims_missed=tuple(g.place for id, g in gold.claims.items() if id not in matched),
        claims_wrong=tuple(wrong),
        missed=tuple(_missed(gold, hard, hits)),
        judged=tuple(judged),
    )


def _place(claim: Claim, texts: dict[str, str]) -> GoldPlace:
    end = claim.end if len(claim.quote) <= LONGEST else claim.start
    return GoldPlace(texts[claim.source], claim.start, end)


def _matches(
    places: dict[str, GoldPlace], gold: Mapping[str, GoldClaim]
) -> dict[str, frozenset[str]]:
    """For each claim found, the gold claims that it matches."""
    by_text: dict[str, list[tuple[str, GoldPlace]]] = defaultdict(list)
    for id, row in gold.items():
        by_text[row.place.text].append((id, row.place))
    return {
        id: frozenset(g for g, other in by_text.get(place.text, ()) if same(place, other))
        for id, place in places.items()
    }


def _wrong(
    gold: Gold,
    claims: Iterable[Claim],
    places: dict[str, GoldPlace],
    matches: dict[str, frozenset[str]],
) -> list[GoldPlace]:
    """The spans that are no claims of the subject and were read as one."""
    said = (c for c in claims if c.subject == SELF and not c.qualifiers.attribution)
    own = [c for c in said if not matches[c.id]]
    return [n for n in gold.not_claims if any(same(places[c.id], n) for c in own)]


def _judge(
    gold: Gold,
    claims: dict[str, Claim],
    places: dict[str, GoldPlace],
    matches: dict[str, frozenset[str]],
    conflicts: Iterable[Conflict],
) -> tuple[list[Judged], dict[Pair, set[str]]]:
    """What the gold says of each pair of passages, once; and how each gold pair was called."""
    judged: list[Judged] = []
    hits: dict[Pair, set[str]] = defaultdict(set)
    seen: set[tuple[frozenset[GoldPlace], str]] = set()
    for conflict, x, y in _pairs(conflicts):
        known = [p for p in _gold_pairs(matches[x], matches[y]) if p in gold.conflicts]
        for pair in known:
            hits[pair].add(conflict.strength)
        key = (frozenset((places[x], places[y])), str(conflict.strength))
        if key not in seen:
            seen.add(key)
            said = _said(gold, known, places[x], places[y])
            judged.append(_judged(conflict, said, claims[x], claims[y]))
    return judged, hits


def _pairs(conflicts: Iterable[Conflict]) -> Iterator[tuple[Conflict, str, str]]:
    return ((k, x, y) for k in conflicts for x in k.a.claims for y in k.b.claims)


def _gold_pairs(xs: Iterable[str], ys: Iterable[str]) -> Iterator[Pair]:
    ys = tuple(ys)
    return (frozenset((a, b)) for a in xs for b in ys if a != b)


def _said(gold: Gold, known: list[Pair], x: GoldPlace, y: GoldPlace) -> str:
    if known:
        hard = any(gold.conflicts[p].strength == Strength.CONTRADICTION for p in known)
        return str(Strength.CONTRADICTION if hard else Strength.TENSION)
    trap = any(
        (same(x, a) and same(y, b)) or (same(x, b) and same(y, a)) for a, b in gold.not_conflicts
    )
    return "trap" if trap else "unjudged"


def _judged(conflict: Conflict, said: str, a: Claim, b: Claim) -> Judged:
    strength, kind = str(conflict.strength), str(conflict.kind)
    return Judged(strength, kind, conflict.aspect, said, a, b, conflict.id)


def _on_question(gold: Gold, claims: Sequence[Claim], matches: dict[str, frozenset[str]]) -> int:
    """How many claims match one of the gold on a question that stands for theirs.

    The names of questions differ: one stands for those that a fair share of its claims match,
    two and a quarter of its best at least; or for the one of its name.
    """
    asked = {c.id: {gold.claims[g].aspect for g in matches[c.id]} for c in claims}
    meets: dict[str, Counter[str]] = defaultdict(Counter)
    for c in claims:
        meets[c.aspect].update(asked[c.id])

    def stands_for(own: str, other: str) -> bool:
        if own.replace("-", "_") == other.replace("-", "_"):
            return True
        most = max(meets[own].values())
        return meets[own][other] >= max(2, most / 4) or meets[own][other] == most == 1

    return sum(any(stands_for(c.aspect, q) for q in asked[c.id]) for c in claims)


def _flags(judged: Iterable[Judged]) -> dict[str, Rate]:
    """Conflicts, however many pairs they have: one is right if one of its pairs is."""
    right: dict[tuple[str, str], bool] = {}
    for j in judged:
        key = (j.strength, j.conflict)
        right[key] = right.get(key, False) or j.gold in tuple(Strength)
    rates = _rates(right.items(), lambda f: f[0][0], lambda f: f[1])
    return {str(s): rates.get(s, Rate(0, 0)) for s in Strength}


def _missed(
    gold: Gold, hard: Iterable[Pair], hits: dict[Pair, set[str]]
) -> Iterator[MissedConflict]:
    for pair in hard:
        if Strength.CONTRADICTION not in hits[pair]:
            k = gold.conflicts[pair]
            a, b = gold.claims[k.a].place, gold.claims[k.b].place
            yield MissedConflict(k.aspect, k.kind, a, b, weak=bool(hits[pair]))


def _precision(judged: list[Judged], good: Callable[[Judged], bool]) -> dict[str, Rate]:
    rates = _rates(judged, lambda j: j.strength, good)
    return {str(s): rates.get(s, Rate(0, 0)) for s in Strength}


def _count(judged: list[Judged], said: str) -> dict[str, int]:
    counts = Counter(j.strength for j in judged if j.gold == said)
    return {str(s): counts[s] for s in Strength}


def _rates(
    things: Iterable[T], name: Callable[[T], str], good: Callable[[T], bool]
) -> dict[str, Rate]:
    found: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for thing in things:
        of[name(thing)] += 1
        found[name(thing)] += bool(good(thing))
    return {key: Rate(found[key], of[key]) for key in sorted(of)}


def _mean(rates: Iterable[Rate]) -> float:
    shares = [r.found / r.of for r in rates]
    return round(sum(shares) / max(1, len(shares)), 3)
