"""What the last build left in the store, as far as a build of what changed needs it.

What grows with the texts is read only for the sources or the aspects that are asked for.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from extract.model import Claim, Document
from kb.build.read import CacheKeys
from kb.corrections.model import AppliedCorrection
from kb.knowledge.stored import on_shelf
from kb.model import Conflict, MorePairs, Position, Ruling, Source, Verdict
from kb.reconcile.copies import Print
from kb.store.database import Store
from kb.store.rows import from_row, this_version

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class TextNote:
    """What is kept of a text beside its words: the keys of its cached rows, what copies of it
    are found by, the digest of its text, and the key of its piece of a snapshot."""

    keys: CacheKeys
    print: Print
    text: str
    piece: str

    def to_row(self) -> Any:
        """The note as JSON-able data."""
        return [self.keys.reading, self.keys.parses, self.print, self.text, self.piece]

    @classmethod
    def from_row(cls, row: Any) -> "TextNote":
        """The inverse of `to_row`."""
        reading, parses, print, text, piece = row
        keys = CacheKeys(reading, tuple(parses))
        return cls(keys, None if print is None else tuple(print), text, piece)


@dataclass(frozen=True, slots=True)
class Kept:
    """What stands in a store; nothing without one.

    `dropped` has the claims that people called misread, each with its source; `likeness` the
    pairs of texts that were looked at, and whether they are copies; `pieces` the key of each
    question's piece of a snapshot. Claims and texts can be asked for until the store is written.
    """

    notes: Mapping[str, TextNote] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    positions: tuple[Position, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    more: tuple[MorePairs, ...] = ()
    standings: Mapping[str, Ruling] = field(default_factory=dict)
    verdicts: tuple[Verdict, ...] = ()
    dropped: Mapping[str, str] = field(default_factory=dict)
    likeness: Mapping[Pair, bool] = field(default_factory=dict)
    pieces: Mapping[str, str] = field(default_factory=dict)
    store: Store | None = None

    @classmethod
    def of(cls, store: Store) -> "Kept":
        """What the store holds. Raises `Damaged` for rows of another version."""

        def values(kind: type[Any], name: str) -> tuple[Any, ...]:
            return tuple(from_row(kind, row) for row in store.read(name))

        with this_version():
            return cls(
                notes={id: TextNote.from_row(row) for id, row in store.shelved("texts")},
                sources={id: from_row(Source, row) for id, row in store.shelved("sources")},
                positions=tuple(on_shelf(store, Position, "positions")),
                conflicts=tuple(on_shelf(store, Conflict, "conflicts")),
                more=values(MorePairs, "more_pairs"),
                standings={r.conflict: r for r in values(Ruling, "standings")},
                verdicts=values(Verdict, "verdicts"),
                dropped=dict(store.read("dropped")),
                likeness={(a, b): same for a, b, same in store.read("likeness")},
                pieces=dict(store.read("questions")),
                store=store,
            )

    def claims_of(self, sources: Iterable[str]) -> tuple[Claim, ...]:
        """The claims of these sources, misread ones too, as people corrected them."""
        found = self.store.shelved("claims", sources) if self.store else ()
        return tuple(Claim.from_row(row) for _, row in found)

    def claims_on(self, aspects: Iterable[str]) -> tuple[Claim, ...]:
        """The claims on these aspects, misread ones too, as people corrected them."""
        found = self.store.shelved("claims", parts=aspects) if self.store else ()
        return tuple(Claim.from_row(row) for _, row in found)

    def documents(self, sources: Iterable[str]) -> dict[str, Document]:
        """The texts of these sources as they were."""
        found = self.store.shelved("documents", sources) if self.store else ()
        return {id: from_row(Document, row) for id, row in found}


def corrected_in(store: Store) -> frozenset[str]:
    """The sources that corrections were on at the last build."""
    found = (from_row(AppliedCorrection, row) for row in store.read("corrections"))
    return frozenset(a.correction.source for a in found)
