"""How the sources answer a question, each independent one counted once.

A source that says both is counted apart: it is no plain support for either side.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.model import SELF, Certainty, Polarity, Quantifier, ScopeKind
from extract.topic.schema import Aspect, Kind
from kb.model import Conflict, Dispute, Position
from kb.reconcile.agreement import torn
from reports import text
from reports.views.book import Book, Link, kept
from reports.views.label import cell_label

NAMED = 3  # sources of a share
LETTERS = "ABC"  # the sides that have a letter of their own
YES_OR_NO = (Kind.YESNO, Kind.ANY_OF, Kind.ALL_OF)
WHOLE = {"yes": "all", "no": "not all"}  # how an all-of is answered
WORDS = {
    "yes": "yes",
    "ifs": "with ifs",
    "both": "says both",
    "no": "no",
    "several": "says more than one",
    "other": "another answer",
    "tied": "only on a related question",
    "silent": "says nothing",
}
ORDER = ("yes", "ifs", "both", "no", *LETTERS, "several", "other", "tied", "silent")
MANY = {
    "both": "say both",
    "several": "say more than one",
    "tied": "only on related questions",
    "silent": "say nothing",
}


@dataclass(frozen=True, slots=True)
class MeterShare:
    """The sources that answer alike, the first ones by name: `x` and `width` are percentages of
    the picture."""

    kind: str
    words: str
    count: int
    ids: tuple[str, ...]
    sources: tuple[Link, ...]
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Meter:
    """All independent sources in shares, and the whole in one line.

    `by_side`: the shares are the question's sides, named by their letters, not yes and no.
    `torn` are the ids of the sources that contradict themselves.
    """

    shares: tuple[MeterShare, ...]
    words: str
    by_side: bool
    torn: tuple[str, ...]

    @property
    def total(self) -> int:
        """How many independent sources there are."""
        return sum(s.count for s in self.shares)

    def of(self, *kinds: str) -> tuple[str, ...]:
        """The sources that answer so."""
        return tuple(id for s in self.shares if s.kind in kinds for id in s.ids)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the sources are asked: the question's aspects, its own first, and its sides."""

    aspects: tuple[str, ...]
    subject: str
    sides: tuple[tuple[str, ...], ...]
    conflicts: tuple[Conflict, ...] = ()


def meter_of(book: Book, dispute: Dispute) -> Meter:
    """How many independent sources answer the dispute's question how."""
    inside = tuple(filter(book.is_open, book.pairs_of(dispute)))
    sides = tuple(c.positions for c in dispute.camps)
    return _meter(book, _Asked(dispute.aspects, dispute.subject, sides, inside))


def calm_meter(book: Book, aspect: str) -> Meter:
    """How many independent sources answer a question that is in no dispute."""
    own = tuple(p.id for p in book.by_aspect.get(aspect, ()) if book.is_self(p))
    return _meter(book, _Asked((aspect,), SELF, (own,) if own else ()))


def _meter(book: Book, asked: _Asked) -> Meter:
    answers = _Answers(book, asked)
    held: dict[str, list[str]] = defaultdict(list)
    for root in _roots(book):
        held[answers.of(root)].append(root)
    total = sum(map(len, held.values()))
    shares: list[MeterShare] = []
    for kind in (k for k in ORDER if held[k]):
        start = sum(s.count for s in shares)
        shares.append(_share(book, kind, answers.names.get(kind), held[kind], start, total))
    torn = answers.torn
    both = tuple(s for s in book.sources if answers.roots[s] in torn) if torn else ()
    words = " · ".join(f"{text.number(s.count)} {s.words}" for s in shares)
    return Meter(tuple(shares), words, not answers.yes_or_no, both)


def _share(
    book: Book, kind: str, name: str | None, sources: Sequence[str], start: int, total: int
) -> MeterShare:
    count = len(sources)
    return MeterShare(
        kind=kind,
        words=name or (MANY.get(kind) if count > 1 else None) or WORDS[kind],
        count=count,
        ids=tuple(sources),
        sources=tuple(book.source_link(s) for s in sources[:NAMED]),
        x=round(100 * start / total, 2),
        width=round(100 * count / total, 2),
    )


@kept
def counted_as(book: Book) -> Mapping[str, str]:
    """Each source with the one of this book that it counts as: copies of one another as one."""
    roots = book.roots
    first = {roots[s]: s for s in reversed([*book.sources])}
    return {s: root if root in book.sources else first[root] for s, root in roots.items()}


@kept
def _roots(book: Book) -> Sequence[str]:
    """The independent sources."""
    counted = counted_as(book)
    return tuple(dict.fromkeys(counted[s] for s in book.sources))


class _Answers:
    """What each independent source answers to a question."""

    def __init__(self, book: Book, asked: _Asked) -> None:
        self.roots = counted_as(book)
        self._aspect: Aspect = book.aspects[asked.aspects[0]]
        self._own = self._by_root(book, asked, asked.aspects[:1])
        self._all = self._by_root(book, asked, asked.aspects)
        self._asked = self._own or self._all
        self.yes_or_no = self._aspect.kind in YES_OR_NO and bool(self._own)
        self.names = self._names(book, asked)
        self._side = dict(lettered(asked.sides))
        own = [c for c in asked.conflicts if c.aspect == self._aspect.id]
        self._uneven = {self.roots.get(s, s) for c in own for s in c.within_sources}
        self._torn = torn(own, self.roots)
        self.torn = torn(asked.conflicts, self.roots)

    def _by_root(
        self, book: Book, asked: _Asked, aspects: Iterable[str]
    ) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = defaultdict(list)
        for p in (p for a in aspects for p in book.by_aspect.get(a, ())):
            if p.subject == asked.subject and not p.qualifiers.reported:
                for root in dict.fromkeys(self.roots.get(s, s) for s in p.sources):
                    found[root].append(p)
        return dict(found)

    def _names(self, book: Book, asked: _Asked) -> dict[str, str]:
        if self.yes_or_no:
            return WHOLE if self._aspect.kind is Kind.ALL_OF else {}
        labels = [cell_label(book, ids[0]) for ids in asked.sides]
        return dict(zip(LETTERS, labels, strict=False))

    def of(self, root: str) -> str:
        """The kind of share that the source counts in."""
        if root not in self._asked:
            return "tied" if root in self._all else "silent"
        own = self._asked[root]
        if self.yes_or_no:
            return _yes_or_no(self._aspect.kind, own, root in self._uneven)
        sides = {self._side[p.id] for p in own if p.id in self._side}
        many = len(sides) > 1 or root in self._torn
        return "several" if many else next(iter(sides), "other")


def lettered(sides: Iterable[Iterable[str]]) -> Iterator[tuple[str, str]]:
    """Each position of the first sides with its side's letter."""
    for letter, ids in zip(LETTERS, sides, strict=False):
        yield from ((id, letter) for id in ids)


def _yes_or_no(kind: Kind, own: Sequence[Position], uneven: bool) -> str:
    """Yes or no if that is said plainly, both if the source is at odds with itself over it."""
    said = {_says(p) for p in own}
    plain = {_says(p) for p in own if is_plain(kind, p)}
    if uneven and len(said) == 2 and plain:
        return "both"
    return next(iter(plain)) if len(plain) == 1 else "ifs"


def _says(p: Position) -> str:
    return "yes" if p.polarity is Polarity.AFFIRM else "no"


def is_plain(kind: Kind, p: Position) -> bool:
    """Whether it answers the whole question outright: not perhaps, for some, or under an if."""
    q = p.qualifiers
    partly = p.value is not None and (kind, p.polarity) in (
        (Kind.ANY_OF, Polarity.DENY),
        (Kind.ALL_OF, Polarity.AFFIRM),
    )
    limited = q.scope is not None and q.scope.kind is not ScopeKind.PHASE
    hedged = q.certainty is Certainty.POSSIBLE or q.quantifier in (Quantifier.SOME, Quantifier.MOST)
    ifs = limited or hedged or q.condition or q.degree or q.presupposed
    return not (partly or ifs)
