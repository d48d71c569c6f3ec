"""Knowledge out of the store again; `kb.build.keep` puts it there."""

import json
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from extract.model import Claim, Document
from extract.topic.schema import Topic
from kb.corrections.model import AppliedCorrection
from kb.history.changes import Changes
from kb.knowledge.summary import Summary
from kb.knowledge.value import Knowledge
from kb.model import (
    BY_ID,
    BY_SIDES,
    PLACE,
    AspectView,
    Conflict,
    Coverage,
    Dispute,
    MorePairs,
    NearMiss,
    Position,
    Ruling,
    Source,
    Verdict,
)
from kb.readers.opinions import Opinion
from kb.store.database import Store
from kb.store.origin import opened
from kb.store.rows import from_row, this_version

V = TypeVar("V")
KEPT = 4_000  # rows of shelves: one that builds again and again reads most of them again


@lru_cache(KEPT)
def _values(kind: Any, rows: str) -> tuple[Any, ...]:
    """The values in a shelf's row. They are frozen, so who asks again may share them."""
    return tuple(from_row(kind, row) for row in json.loads(rows))


def on_shelf(store: Store, kind: type[V], name: str) -> list[V]:
    """All values on that shelf, by owner and part. Raises what a row of another version does."""
    of: Any = kind  # a type is hashable, which mypy does not know
    return [value for rows in store.shelf(name) for value in _values(of, rows)]


@lru_cache(2)
def _topic(text: str) -> Topic:
    row = json.loads(text)
    return Topic.model_validate(row["said"]).as_guessed(row["guessed"])


def read_topic(store: Store) -> Topic:
    """The topic that the last build put there. Raises `Damaged` as `read` does."""
    with this_version():
        return _topic(next(store.texts_of("topic")))


def read_summary(store: Store) -> Summary:
    """The figures of the last build. Raises `Damaged` as `read` does."""
    with this_version():
        return from_row(Summary, next(store.read("summary")))


def read(store: Store) -> Knowledge:
    """The knowledge that the last build put there.

    Raises `Damaged` for rows that are not as they were written, or of another version.
    """
    with this_version():
        return _read(store)


def _read(store: Store) -> Knowledge:
    def values(kind: type[Any], name: str) -> tuple[Any, ...]:
        return tuple(from_row(kind, row) for row in store.read(name))

    dropped = frozenset(id for id, _ in store.read("dropped"))
    claims = on_shelf(store, Claim, "claims")
    misread = (c for c in claims if c.id in dropped)
    return Knowledge(
        topic=read_topic(store),
        sources=tuple(on_shelf(store, Source, "sources")),
        documents={d.source: d for d in on_shelf(store, Document, "documents")},
        claims=tuple(sorted((c for c in claims if c.id not in dropped), key=BY_ID)),
        positions=tuple(sorted(on_shelf(store, Position, "positions"), key=BY_ID)),
        conflicts=tuple(sorted(on_shelf(store, Conflict, "conflicts"), key=BY_ID)),
        near_misses=tuple(sorted(on_shelf(store, NearMiss, "near_misses"), key=BY_SIDES)),
        views=values(AspectView, "views"),
        coverage=tuple(on_shelf(store, Coverage, "coverage")),
        unread=tuple((file, why) for file, why in store.read("unread")),
        verdicts=values(Verdict, "verdicts"),
        standings={s.conflict: s for s in values(Ruling, "standings")},
        misread=tuple(sorted(misread, key=PLACE)),
        history=values(Changes, "history"),
        more=values(MorePairs, "more_pairs"),
        disputes=values(Dispute, "disputes"),
        corrections=values(AppliedCorrection, "corrections"),
        struck=values(Claim, "struck"),
        opinions=values(Opinion, "opinions"),
    )


def open_knowledge(corpus: Path, folder: Path) -> Knowledge:
    """The knowledge of that corpus as last built. Raises `InputError` as `opened` does."""
    with opened(corpus, folder) as store:
        return replace(read(store), store=folder)
