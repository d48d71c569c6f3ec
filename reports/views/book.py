"""The knowledge with the look-ups that all pages share. Pure: built once, never changed."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec, TypeVar
from weakref import finalize

from extract.model import SELF, Claim, Document
from extract.topic.schema import Aspect, Topic
from kb.corrections.model import AppliedCorrection
from kb.knowledge.value import Knowledge
from kb.model import (
    AspectView,
    Conflict,
    Coverage,
    Dispute,
    MorePairs,
    NearMiss,
    Position,
    Ruling,
    Source,
    SourceKind,
    Strength,
)
from kb.readers.opinions import Opinion
from kb.reconcile.agreement import originals
from kb.verdicts.claims import ClaimVerdict, settled_claims
from reports import address, text
from reports.views.parts import PAGE_TEXT, claim_pages

T = TypeVar("T")
P = ParamSpec("P")
SHORT = 72  # characters of a source's short name


@dataclass(frozen=True, slots=True)
class Link:
    """A name and where it leads; `full` is the unshortened name.

    `kind` says what sort of source it leads to, if it is one and kinds are known here.
    """

    label: str
    href: str
    full: str = ""
    kind: str = ""


def kept(
    view: Callable[Concatenate["Book", P], T],
) -> Callable[Concatenate["Book", P], T]:
    """A function that works each thing out once for a book, for as long as there is that book."""
    books: dict[int, dict[Hashable, T]] = {}  # of books that are alive: a dead one's id may recur

    @wraps(view)
    def found(book: "Book", /, *args: P.args, **named: P.kwargs) -> T:
        mine = books.get(id(book))
        if mine is None:
            mine = books[id(book)] = {}
            finalize(book, books.pop, id(book), None)
        key = (args, *named.items()) if named else args
        if key not in mine:
            mine[key] = view(book, *args, **named)
        return mine[key]

    return found


@dataclass(frozen=True, eq=False)
class Book:
    """Everything by its id, and what belongs to what. A book equals itself only.

    `roots` has each source with the one that it is a copy of in the end, its own id if none.
    """

    topic: Topic
    sources: Mapping[str, Source]
    short: Mapping[str, str]
    kinds: Mapping[str, str]
    roots: Mapping[str, str]
    documents: Mapping[str, Document]
    claims: Mapping[str, Claim]
    positions: Mapping[str, Position]
    conflicts: tuple[Conflict, ...]
    disputes: tuple[Dispute, ...]
    near_misses: tuple[NearMiss, ...]
    views: Mapping[str, AspectView]
    coverage: Mapping[str, Coverage]
    unread: tuple[tuple[str, str], ...]
    decided: Mapping[str, Ruling]
    misread: tuple[Claim, ...]
    corrections: tuple[AppliedCorrection, ...]
    corrected: Mapping[str, AppliedCorrection]
    struck: tuple[Claim, ...]
    settled_claims: Mapping[str, ClaimVerdict]
    aspects: Mapping[str, Aspect]
    by_aspect: Mapping[str, tuple[Position, ...]]
    by_source: Mapping[str, tuple[Claim, ...]]
    position_of: Mapping[str, str]
    of_position: Mapping[str, tuple[Conflict, ...]]
    pages: Mapping[str, str]
    parts: Mapping[str, str]
    more: tuple[MorePairs, ...]
    more_contradicted: frozenset[str]
    more_tense: frozenset[str]
    opinions: Mapping[str, tuple[Opinion, ...]]

    def source_link(self, id: str, claim: str | None = None) -> Link:
        """A source by its short name; to one of its passages if a claim of its is named."""
        return self._source_links[id] if claim is None else self._passage_link(claim)

    @kept
    def _passage_link(self, claim: str) -> Link:
        id = self.claims[claim].source
        return Link(self.short[id], self.claim_href(claim), self.sources[id].title, self.kinds[id])

    def named(self, id: str) -> str:
        """A source as a sentence names it."""
        return text.titled(self.short[id])

    @cached_property
    def _source_links(self) -> Mapping[str, Link]:
        return {
            id: Link(self.short[id], address.source_page(id), source.title, self.kinds[id])
            for id, source in self.sources.items()
        }

    def claim_href(self, claim: str) -> str:
        """Where the claim's passage is marked in its source."""
        page = self.parts.get(claim) or address.source_page(self.claims[claim].source)
        return f"{page}#claim-{claim}"

    @kept
    def aspect_links(self, aspect: str) -> tuple[Link, ...]:
        """The aspect, or both of a tied pair."""
        return tuple(
            Link(
                text.shorten(self.aspects[a].label, 80),
                address.aspect_page(a),
                self.aspects[a].question,
            )
            for a in aspect.split("|")
            if a in self.aspects
        )

    def conflict_link(self, conflict: Conflict) -> str:
        """Where the conflict's card stands."""
        return f"{self.pages.get(conflict.id, 'conflicts.html')}#c-{conflict.id}"

    def is_self(self, position: Position) -> bool:
        """Whether the position is about the topic's own subject."""
        return position.subject == SELF

    def is_open(self, conflict: Conflict) -> bool:
        """Whether nobody settled the conflict."""
        return conflict.id not in self.decided or not self.decided[conflict.id].settled

    @cached_property
    def contradictions(self) -> tuple[Conflict, ...]:
        """The open contradictions."""
        return tuple(c for c in self.open if c.strength is Strength.CONTRADICTION)

    @cached_property
    def tensions(self) -> tuple[Conflict, ...]:
        """The open tensions, but for those that are only worth a look."""
        return tuple(c for c in self.open if c.strength is Strength.TENSION and not c.look)

    @cached_property
    def looks(self) -> tuple[Conflict, ...]:
        """The open ones that would be contradictions, were both sides said outright."""
        return tuple(c for c in self.open if c.look)

    def contradiction_count(self) -> int:
        """The open contradictions, those included that are only counted."""
        return len(self.contradictions) + sum(m.contradictions for m in self.more)

    def tension_count(self) -> int:
        """The open tensions, those included that are only counted."""
        return len(self.tensions) + sum(m.tensions for m in self.more)

    def near_miss_count(self) -> int:
        """The near misses, those included that are only counted."""
        return len(self.near_misses) + sum(m.near_misses for m in self.more)

    @cached_property
    def settled(self) -> tuple[Conflict, ...]:
        """Conflicts that a person decided to be none, or both to hold."""
        return tuple(c for c in self.conflicts if not self.is_open(c))

    @cached_property
    def open(self) -> tuple[Conflict, ...]:
        """The conflicts that nobody settled."""
        return tuple(c for c in self.conflicts if self.is_open(c))

    @cached_property
    def open_of_claim(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The open conflicts that each claim takes part in, if any, contradictions first."""
        return _group((i, c) for c in self._hard_first for s in (c.a, c.b) for i in s.claims)

    @cached_property
    def open_of_position(self) -> Mapping[str, tuple[Conflict, ...]]:
        """The open conflicts of each position, if it has any, contradictions first."""
        return _group((s.position, c) for c in self._hard_first for s in (c.a, c.b))

    @cached_property
    def _hard_first(self) -> Sequence[Conflict]:
        return sorted(self.open, key=lambda c: (c.strength, c.id))

    @cached_property
    def within(self) -> Mapping[str, tuple[Conflict, ...]]:
        """For each source that is at odds with itself, its conflicts with itself."""
        return _group((s, c) for c in self.conflicts for s in c.within_sources)

    def pairs_of(self, dispute: Dispute) -> tuple[Conflict, ...]:
        """The dispute's conflicts, in the order of all."""
        places = sorted(self._place[id] for id in dispute.conflicts if id in self._place)
        return tuple(self.conflicts[n] for n in places)

    @cached_property
    def _place(self) -> Mapping[str, int]:
        return {c.id: n for n, c in enumerate(self.conflicts)}


def open_book(knowledge: Knowledge, pages: Mapping[str, str] | None = None) -> Book:
    """The book of a knowledge; `pages` says on which page each conflict's card stands."""
    claims = {c.id: c for c in knowledge.claims}
    return Book(
        topic=knowledge.topic,
        sources={s.id: s for s in knowledge.sources},
        short=short_names(knowledge.sources),
        kinds=kind_words(knowledge.sources),
        roots=originals(knowledge.sources),
        documents=knowledge.documents,
        claims=claims,
        positions={p.id: p for p in knowledge.positions},
        conflicts=knowledge.conflicts,
        disputes=knowledge.disputes,
        near_misses=knowledge.near_misses,
        views={v.aspect: v for v in knowledge.views},
        coverage={c.source: c for c in knowledge.coverage},
        unread=knowledge.unread,
        decided=knowledge.standings,
        misread=knowledge.misread,
        corrections=knowledge.corrections,
        corrected=knowledge.corrected,
        struck=knowledge.struck,
        settled_claims=settled_claims(knowledge.conflicts, knowledge.standings),
        aspects={a.id: a for a in knowledge.topic.aspects},
        by_aspect=_group((p.aspect, p) for p in knowledge.positions),
        by_source=_group((c.source, c) for c in knowledge.claims),
        position_of={c: p.id for p in knowledge.positions for c in p.claims},
        of_position=_group((s.position, c) for c in knowledge.conflicts for s in (c.a, c.b)),
        pages=pages or {},
        parts=_parts(knowledge),
        more=knowledge.more,
        more_contradicted=frozenset(id for m in knowledge.more for id in m.contradicted),
        more_tense=frozenset(id for m in knowledge.more for id in m.tense),
        opinions=_group((o.dispute, o) for o in knowledge.opinions),
    )


def _parts(knowledge: Knowledge) -> dict[str, str]:
    found: dict[str, str] = {}
    every = (*knowledge.struck, *knowledge.claims)
    for document in (d for d in knowledge.documents.values() if len(d.text) > PAGE_TEXT):
        found |= claim_pages(document, (c for c in every if c.source == document.source))
    return found


def _group(pairs: Iterable[tuple[str, T]]) -> dict[str, tuple[T, ...]]:
    groups: dict[str, list[T]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return {key: tuple(values) for key, values in groups.items()}


def kind_words(sources: Sequence[Source]) -> dict[str, str]:
    """The kind of each source; nothing for all of them if none is known."""
    told = any(s.kind is not SourceKind.UNKNOWN for s in sources)
    words = {SourceKind.UNKNOWN: "kind unknown"}
    return {s.id: words.get(s.kind, str(s.kind)) if told else "" for s in sources}


def short_names(sources: Iterable[Source]) -> dict[str, str]:
    """A short name for each source, no two alike: its title, cut at a word."""
    names: dict[str, str] = {}
    used: dict[str, int] = defaultdict(int)
    for source in sources:
        name = text.shorten(text.plain(source.title), SHORT) or source.id[:SHORT]
        used[name] += 1
        names[source.id] = f"{name} ({used[name]})" if used[name] > 1 else name
    return names
