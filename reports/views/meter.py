"""How the sources answer a disputed question, each independent one counted once.

A source that says both is counted apart: it is no plain support for either side.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.model import Certainty, Polarity, Quantifier
from extract.topic.schema import Aspect, Kind
from kb.model import Conflict, Dispute, Position, Strength
from kb.reconcile.agreement import originals
from reports import text
from reports.views.book import Book, Link
from reports.views.label import short_label

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
    """The sources that answer alike: `x` and `width` are percentages of the picture."""

    kind: str
    words: str
    count: int
    sources: tuple[Link, ...]
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Meter:
    """All independent sources in shares, and the whole in one line.

    `by_side`: the shares are the dispute's sides, named by their letters, not yes and no.
    `torn` are the ids of the sources that say both, or contradict themselves.
    """

    shares: tuple[MeterShare, ...]
    words: str
    by_side: bool
    torn: frozenset[str]


def meter_of(book: Book, dispute: Dispute) -> Meter:
    """How many independent sources answer the dispute's question how."""
    answers = _Answers(book, dispute)
    roots = list(dict.fromkeys(answers.roots.values()))
    held: dict[str, list[str]] = defaultdict(list)
    for root in roots:
        held[answers.of(root)].append(root)
    shares: list[MeterShare] = []
    for kind in (k for k in ORDER if held[k]):
        start = sum(s.count for s in shares)
        shares.append(_share(book, kind, answers.names.get(kind), held[kind], start, len(roots)))
    torn = {s for s, root in answers.roots.items() if root in answers.hard}
    both = {s for s, root in answers.roots.items() if answers.of(root) == "both"}
    words = " · ".join(f"{text.number(s.count)} {s.words}" for s in shares)
    return Meter(tuple(shares), words, not answers.yes_or_no, frozenset(torn | both))


def _share(
    book: Book, kind: str, name: str | None, sources: Sequence[str], start: int, total: int
) -> MeterShare:
    count = len(sources)
    return MeterShare(
        kind=kind,
        words=name or (MANY.get(kind) if count > 1 else None) or WORDS[kind],
        count=count,
        sources=tuple(book.source_link(s) for s in sources if s in book.sources),
        x=round(100 * start / total, 2),
        width=round(100 * count / total, 2),
    )


class _Answers:
    """What each independent source answers to the question of a dispute."""

    def __init__(self, book: Book, dispute: Dispute) -> None:
        self.roots: Mapping[str, str] = originals(book.sources.values())
        self._aspect: Aspect = book.aspects[dispute.aspects[0]]
        self._own = self._by_root(book, dispute, dispute.aspects[:1])
        self._all = self._by_root(book, dispute, dispute.aspects)
        self._asked = self._own or self._all
        self.yes_or_no = self._aspect.kind in YES_OR_NO and bool(self._own)
        self.names = self._names(book, dispute)
        self._camp = dict(lettered(dispute))
        mine = set(dispute.conflicts)
        inside = [c for c in book.conflicts if c.id in mine and book.is_open(c)]
        self._torn = self._within(c for c in inside if c.aspect == self._aspect.id)
        self.hard = self._within(c for c in inside if c.strength is Strength.CONTRADICTION)

    def _within(self, conflicts: Iterable[Conflict]) -> set[str]:
        return {self.roots.get(s, s) for c in conflicts for s in c.within_sources}

    def _by_root(
        self, book: Book, dispute: Dispute, aspects: Iterable[str]
    ) -> dict[str, list[Position]]:
        found: dict[str, list[Position]] = defaultdict(list)
        for p in (p for a in aspects for p in book.by_aspect.get(a, ())):
            if p.subject == dispute.subject and not p.qualifiers.reported:
                for root in dict.fromkeys(self.roots.get(s, s) for s in p.sources):
                    found[root].append(p)
        return dict(found)

    def _names(self, book: Book, dispute: Dispute) -> dict[str, str]:
        if self.yes_or_no:
            return WHOLE if self._aspect.kind is Kind.ALL_OF else {}
        firsts = (book.positions[c.positions[0]] for c in dispute.camps)
        labels = [short_label(book.aspects[p.aspect], p) for p in firsts]
        return dict(zip(LETTERS, labels, strict=False))

    def of(self, root: str) -> str:
        """The kind of share that the source counts in."""
        if root not in self._asked:
            return "tied" if root in self._all else "silent"
        own = self._asked[root]
        if self.yes_or_no:
            return _yes_or_no(self._aspect.kind, own, root in self._torn)
        camps = {self._camp[p.id] for p in own if p.id in self._camp}
        return "several" if len(camps) > 1 else next(iter(camps), "other")


def lettered(dispute: Dispute) -> Iterator[tuple[str, str]]:
    """Each position of the first sides with its side's letter."""
    for letter, camp in zip(LETTERS, dispute.camps, strict=False):
        yield from ((id, letter) for id in camp.positions)


def _yes_or_no(kind: Kind, own: Sequence[Position], torn: bool) -> str:
    """Yes or no if that is said plainly, both if the source is at odds with itself over it."""
    said = {_says(p) for p in own}
    plain = {_says(p) for p in own if _is_plain(kind, p)}
    if torn and len(said) == 2 and plain:
        return "both"
    return next(iter(plain)) if len(plain) == 1 else "ifs"


def _says(p: Position) -> str:
    return "yes" if p.polarity is Polarity.AFFIRM else "no"


def _is_plain(kind: Kind, p: Position) -> bool:
    """Whether it answers the whole question, with no if."""
    q = p.qualifiers
    partly = p.value is not None and (kind, p.polarity) in (
        (Kind.ANY_OF, Polarity.DENY),
        (Kind.ALL_OF, Polarity.AFFIRM),
    )
    hedged = q.certainty is Certainty.POSSIBLE or q.quantifier in (Quantifier.SOME, Quantifier.MOST)
    return not (partly or hedged or q.condition or q.scope or q.degree or q.presupposed)
