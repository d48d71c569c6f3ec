"""What people disagree about: each conflict in the one dispute of its question.

A question's conflicts are its dispute. Aspects that the topic file asks with another belong to
that one's; a pair of tied aspects belongs to the question of the two that is disputed harder by
itself, else to the one with more ties. The positions are parted into camps so that no two of a
camp contradict each other.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass

from extract.model import SELF, Polarity, digest
from extract.topic.schema import Importance, Topic
from kb.model import Camp, Conflict, Dispute, Position, Strength

SHOWN = 2  # positions that a camp's label names
_Graph = dict[str, dict[str, bool]]  # by position, those against it, and whether they exclude it


def disputes(
    conflicts: Sequence[Conflict],
    positions: Iterable[Position],
    topic: Topic,
    roots: Mapping[str, str],
) -> tuple[Dispute, ...]:
    """The disputes that all the conflicts make, what matters most first.

    `roots` has the source that each source is a copy of in the end. Every conflict lies in
    exactly one dispute.
    """
    homes = _Homes(topic, conflicts)
    known = {p.id: p for p in positions}
    found: dict[tuple[str, str], list[Conflict]] = {}
    for c in conflicts:
        found.setdefault((homes.of(c), known[c.a.position].subject), []).append(c)
    made = [
        _dispute(home, about, pairs, known, topic, roots) for (home, about), pairs in found.items()
    ]
    outright = {c.id for c in conflicts if _outright(c)}
    return tuple(sorted(made, key=lambda d: _rank(d, topic, outright)))


class _Homes:
    """To which question each conflict belongs."""

    def __init__(self, topic: Topic, conflicts: Iterable[Conflict]) -> None:
        self._with = {a.id: a.asked_with or a.id for a in topic.aspects}
        self._place = {a.id: n for n, a in enumerate(topic.aspects)}
        counted = Counter((c.aspect, c.strength) for c in conflicts)
        self._weight = Counter[tuple[str, Strength]]()
        self._tied = Counter[str]()
        for (aspect, strength), n in counted.items():
            questions = self._questions(aspect)
            if len(questions) == 1:
                self._weight[questions.pop(), strength] += n
            else:
                self._tied.update(dict.fromkeys(questions, n))
        self._home = {a: min(self._questions(a), key=self._order) for a, _ in counted}

    def of(self, conflict: Conflict) -> str:
        """The aspect that the conflict's dispute is named after."""
        return self._home[conflict.aspect]

    def _questions(self, aspect: str) -> set[str]:
        return {self._with[a] for a in aspect.split("|")}

    def _order(self, aspect: str) -> tuple[int, int, int, int]:
        hard = self._weight[aspect, Strength.CONTRADICTION]
        soft = self._weight[aspect, Strength.TENSION]
        return -hard, -soft, -self._tied[aspect], self._place[aspect]


def _dispute(
    home: str,
    about: str,
    pairs: Sequence[Conflict],
    known: Mapping[str, Position],
    topic: Topic,
    roots: Mapping[str, str],
) -> Dispute:
    hard = any(c.strength is Strength.CONTRADICTION for c in pairs)
    aspects = {a for c in pairs for a in c.aspect.split("|")}
    return Dispute(
        id=digest("dispute", home, about),
        aspects=(home, *sorted(aspects - {home})),
        question=topic.aspect(home).question,
        subject=about,
        strength=Strength.CONTRADICTION if hard else Strength.TENSION,
        camps=_Parting(home, pairs, known, topic, roots).camps(),
        conflicts=tuple(sorted(c.id for c in pairs)),
    )


@dataclass(frozen=True, slots=True)
class _Parting:
    """The positions of a dispute on their way into camps."""

    home: str
    pairs: Sequence[Conflict]
    known: Mapping[str, Position]
    topic: Topic
    roots: Mapping[str, str]

    def camps(self) -> tuple[Camp, ...]:
        """The most contradicted position first; each next joins those it can stand with."""
        graph = self._graph()
        parted: list[list[str]] = []
        for id in sorted(graph, key=lambda id: self._foremost(graph, id)):
            self._join(graph[id], id, parted)
        made = [self._camp(members) for members in parted]
        return tuple(sorted(made, key=lambda c: (-c.independent, c.label, c.positions)))

    def _graph(self) -> _Graph:
        graph: _Graph = {id: {} for c in self.pairs for id in (c.a.position, c.b.position)}
        ending = self._ending()
        for c in self.pairs:
            a, b = c.a.position, c.b.position
            if not {a, b} <= ending:
                graph[a][b] = graph[b][a] = c.strength is Strength.CONTRADICTION
        return graph

    def _ending(self) -> set[str]:
        """The amounts that somebody's endless one is against: "1 to 2 years" beside "for ever"."""
        sides = ((c.a.position, c.b.position) for c in self.pairs if "|" not in c.aspect)
        both = (pair for a, b in sides for pair in ((a, b), (b, a)))
        return {
            one
            for one, other in both
            if _lasts(self.known[one]) is False and _lasts(self.known[other])
        }

    def _foremost(self, graph: _Graph, id: str) -> tuple[int, int, str, str]:
        return -sum(graph[id].values()), -self._support([id]), self.known[id].label, id

    def _join(self, against: Mapping[str, bool], id: str, parted: list[list[str]]) -> None:
        """Into the camp that it has least against; a second camp for whatever is against it."""
        best, least = None, (0, 0)
        for camp in parted:
            clashes = [against[other] for other in camp if other in against]
            weight = (sum(clashes), len(clashes))
            if best is None or weight < least:
                best, least = camp, weight
        if best is None or least[0] or (least[1] and len(parted) < 2):
            parted.append([id])
        else:
            best.append(id)

    def _camp(self, members: Sequence[str]) -> Camp:
        order = sorted(
            members,
            key=lambda id: (
                self.known[id].aspect != self.home,
                -self._support([id]),
                self.known[id].label,
                id,
            ),
        )
        names = [*dict.fromkeys(self._says(id) for id in order)]
        more = [f"and {len(names) - SHOWN} more"] if len(names) > SHOWN else []
        sources = sorted({s for id in members for s in self.known[id].sources})
        label = "; ".join([*names[:SHOWN], *more])
        return Camp(label, tuple(order), tuple(sources), self._support(members))

    def _says(self, id: str) -> str:
        """The position's label, led by its aspect's where that is another than the dispute's."""
        p = self.known[id]
        return (
            p.label if p.aspect == self.home else f"{self.topic.aspect(p.aspect).label}: {p.label}"
        )

    def _support(self, ids: Iterable[str]) -> int:
        """How many sources hold one of the positions, copies counted once."""
        return len({self.roots.get(s, s) for id in ids for s in self.known[id].sources})


def _lasts(p: Position) -> bool | None:
    """Whether it says that something lasts for ever; `None` if it gives no amount."""
    quantity = p.value.quantity if p.value else None
    given = quantity is not None and p.polarity is Polarity.AFFIRM
    return quantity.endless if quantity is not None and given else None


def _outright(c: Conflict) -> bool:
    """A plain no against a plain fact, and not a tie of two questions."""
    return c.strength is Strength.CONTRADICTION and "|" not in c.aspect


def _rank(dispute: Dispute, topic: Topic, outright: Set[str]) -> tuple[object, ...]:
    """What the topic file names first or calls important; contradictions, those said outright
    before those by a tie; many sources on both sides; file order."""
    home = dispute.aspects[0]
    first = topic.first.index(home) if home in topic.first else len(topic.first)
    sides = sorted((c.independent for c in dispute.camps), reverse=True)
    place = next(n for n, a in enumerate(topic.aspects) if a.id == home)
    matters = [*Importance].index(topic.aspects[place].importance)
    soft = dispute.strength is not Strength.CONTRADICTION
    tied = outright.isdisjoint(dispute.conflicts)
    named = (dispute.subject != SELF, first, matters, soft, tied)
    return *named, -sides[1], -sum(sides), place, dispute.id
