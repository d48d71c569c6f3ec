"""The Python face of a built corpus: everything it knows, read-only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from extract.model import Claim, Document
from extract.topic.schema import Topic
from kb.corrections.model import AppliedCorrection
from kb.history.changes import Changes
from kb.model import (
    AspectView,
    Conflict,
    Coverage,
    Dispute,
    MorePairs,
    NearMiss,
    Position,
    Reconciled,
    Ruling,
    Source,
    Verdict,
)
from kb.readers.opinions import Opinion

if TYPE_CHECKING:
    import pandas

    from kb.knowledge.graph import Graph
    from kb.knowledge.search import Hit


@dataclass(frozen=True)
class Knowledge:
    """What the sources of a corpus claim, and how their claims stand to one another.

    >>> k = Knowledge.open("corpus", ".kb")
    >>> [source.title for source in k.sources if source.id.startswith("bright")]
    ['Brighter Roofs: Your Guide to Solar Panels']
    >>> claim = next(c for c in k.claims if "40 years" in c.quote)
    >>> claim.quote, claim.source, claim.aspect
    ('Solar panels last at least 40 years', 'brighter-roofs', 'lifetime')
    >>> document = k.documents[claim.source]
    >>> document.text[claim.start : claim.end] == claim.quote
    True

    `unread` holds the files that could not be read, each with the reason. `misread` holds
    the claims that people said the program read wrong; they take part in nothing.
    `corrections` are those in force, with what became of each, the oldest first; `struck` holds
    the claims that they took away.
    `conflicts` hold settled ones too: `settled` has their ids.
    `disputes` hold every conflict once, what matters most first; `opinions` hold what other
    readers say of those that stand as they did when they were asked.
    `more` counts the pairs of questions that have more of them than are written.
    `history` holds the steps from each kept snapshot to the next, newest first; it is the
    only thing here that depends on earlier builds.
    """

    topic: Topic
    sources: tuple[Source, ...]
    documents: Mapping[str, Document]
    claims: tuple[Claim, ...]
    positions: tuple[Position, ...]
    conflicts: tuple[Conflict, ...]
    near_misses: tuple[NearMiss, ...]
    views: tuple[AspectView, ...]
    coverage: tuple[Coverage, ...] = ()
    unread: tuple[tuple[str, str], ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    standings: Mapping[str, Ruling] = field(default_factory=dict)
    misread: tuple[Claim, ...] = ()
    history: tuple[Changes, ...] = ()
    more: tuple[MorePairs, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    corrections: tuple[AppliedCorrection, ...] = ()
    struck: tuple[Claim, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    store: Path | None = field(default=None, compare=False, repr=False)

    @property
    def changes(self) -> Changes | None:
        """The latest step: what the last build that changed anything changed."""
        return self.history[0] if self.history else None

    @property
    def settled(self) -> frozenset[str]:
        """The ids of the conflicts that people settled."""
        return frozenset(id for id, ruling in self.standings.items() if ruling.settled)

    @cached_property
    def corrected(self) -> Mapping[str, AppliedCorrection]:
        """By claim, the latest correction that made or confirmed it."""
        told = (a for a in self.corrections if a.claim and not a.correction.proposed)
        return {a.claim: a for a in told if a.claim}

    @cached_property
    def read(self) -> tuple[Claim, ...]:
        """The claims as the program read them, before people struck, called misread or made any."""
        made = {a.claim for a in self.corrections if a.made}
        return (*(c for c in (*self.claims, *self.misread) if c.id not in made), *self.struck)

    def opinions_on(self, dispute: str) -> tuple[Opinion, ...]:
        """What other readers say of the dispute of that id, by reader."""
        return tuple(o for o in self.opinions if o.dispute == dispute)

    @staticmethod
    def open(corpus: str | Path = "corpus", store: str | Path = ".kb") -> "Knowledge":
        """The knowledge of a corpus as `kb build` last left it.

        Raises `InputError` if there is no such corpus, or the store holds nothing of it.
        """
        from kb.knowledge.stored import open_knowledge

        return open_knowledge(Path(corpus), Path(store))

    def claim(self, id: str) -> Claim:
        """The claim of that id; `KeyError` if there is none."""
        return self._claims[id]

    def position(self, id: str) -> Position:
        """The position of that id; `KeyError` if there is none."""
        return self._positions[id]

    def conflict(self, id: str) -> Conflict:
        """The conflict of that id; `KeyError` if there is none."""
        return self._conflicts[id]

    def source(self, id: str) -> Source:
        """The source of that id; `KeyError` if there is none."""
        return self._sources[id]

    def claims_of(self, position: Position | str) -> tuple[Claim, ...]:
        """The claims of a position, in order of source and place.

        >>> k = Knowledge.open("corpus", ".kb")
        >>> conflict = next(c for c in k.conflicts if c.aspect == "harms")
        >>> all(claim.aspect == "harms" for claim in k.claims_of(conflict.a.position))
        True
        """
        which = self.position(position) if isinstance(position, str) else position
        return tuple(self._claims[id] for id in which.claims)

    def graph(self) -> "Graph":
        """Sources, claims, positions, aspects and subjects, and how they hang together.

        >>> graph = Knowledge.open("corpus", ".kb").graph()
        >>> graph.nodes["aspect/lifetime"]["question"]
        'How long do solar panels last?'
        """
        from kb.knowledge.graph import build_graph

        found = Reconciled(self.claims, self.positions, self.conflicts, self.near_misses)
        return build_graph(found, self.topic, self.sources)

    def claims_frame(self) -> "pandas.DataFrame":
        """One row for each claim, by source and place."""
        return self._frame("claims")

    def positions_frame(self) -> "pandas.DataFrame":
        """One row for each position, by aspect and label."""
        return self._frame("positions")

    def conflicts_frame(self) -> "pandas.DataFrame":
        """One row for each conflict, contradictions first, then by aspect.

        >>> frame = Knowledge.open("corpus", ".kb").conflicts_frame()
        >>> sorted(set(frame["strength"]))
        ['contradiction', 'tension']
        >>> frame[frame["aspect"] == "harms"]["a_sources"].iloc[0] != ""
        True
        """
        return self._frame("conflicts")

    def near_misses_frame(self) -> "pandas.DataFrame":
        """One row for each near miss, by rung and aspect."""
        return self._frame("near_misses")

    def _frame(self, name: str) -> "pandas.DataFrame":
        from kb.knowledge.frames import frame

        return frame(self, name)

    def search(self, text: str, limit: int = 20) -> "tuple[Hit, ...]":
        """Where all the words of `text` stand, in any inflection, the best first.

        >>> k = Knowledge.open("corpus", ".kb")
        >>> [(hit.source, hit.line) for hit in k.search("gardens hosing")]
        [('brighter-roofs', 27)]

        Raises `LookupError` for knowledge that was not opened from a store, and `InputError` for
        a store that is gone or damaged since.
        """
        from kb.knowledge.search import search
        from kb.store.origin import reading

        if self.store is None:
            raise LookupError("only knowledge that was opened from a store can be searched")
        with reading(self.store) as store:
            return search(store, text, limit)

    @cached_property
    def _claims(self) -> dict[str, Claim]:
        return {c.id: c for c in self.claims}

    @cached_property
    def _positions(self) -> dict[str, Position]:
        return {p.id: p for p in self.positions}

    @cached_property
    def _conflicts(self) -> dict[str, Conflict]:
        return {c.id: c for c in self.conflicts}

    @cached_property
    def _sources(self) -> dict[str, Source]:
        return {s.id: s for s in self.sources}
