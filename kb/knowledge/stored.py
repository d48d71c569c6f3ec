"""Knowledge into the store and out of it again."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from extract.model import Claim, Document
from extract.topic.schema import Topic
from kb.corrections.model import AppliedCorrection
from kb.history.changes import Changes
from kb.knowledge.index import entries
from kb.knowledge.search import passage
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
    Verdict,
)
from kb.readers.opinions import Opinion
from kb.store.database import Damaged, Store
from kb.store.origin import opened
from kb.store.rows import from_row, to_row

BY_ID = (
    *("sources", "claims", "positions", "conflicts", "disputes", "misread"),
    *("struck", "corrections"),
)


def write(store: Store, knowledge: Knowledge) -> None:
    """Replace the outcome in the store by this one, its history left as it is."""
    k = knowledge
    said = k.topic.model_dump(mode="json", by_alias=True)
    store.write("topic", [("", {"guessed": k.topic.guessed, "said": said})])
    store.write("documents", ((id, to_row(d)) for id, d in k.documents.items()))
    store.write("near_misses", (("", to_row(n)) for n in k.near_misses))
    store.write("more_pairs", ((m.aspect, to_row(m)) for m in k.more))
    store.write("views", ((v.aspect, to_row(v)) for v in k.views))
    store.write("coverage", ((c.source, to_row(c)) for c in k.coverage))
    store.write("unread", ((file, [file, why]) for file, why in k.unread))
    store.write("verdicts", ((v.conflict, to_row(v)) for v in k.verdicts))
    store.write("standings", ((id, to_row(s)) for id, s in sorted(k.standings.items())))
    store.write("opinions", ((o.dispute, to_row(o)) for o in k.opinions))
    for name in BY_ID:
        store.write(name, ((value.id, to_row(value)) for value in getattr(k, name)))
    found = entries(k.topic, k.sources, k.documents, k.claims, k.positions)
    store.write_passages(passage(e) for e in found)


def write_history(store: Store, history: Iterable[Changes]) -> None:
    """Replace the steps between snapshots, newest first."""
    store.write("history", (("", to_row(c)) for c in history))


def read_topic(store: Store) -> Topic:
    """The topic that `write` put there. Raises `Damaged` as `read` does."""
    with _this_version():
        row = next(store.read("topic"))
        return Topic.model_validate(row["said"]).as_guessed(row["guessed"])


def read(store: Store) -> Knowledge:
    """The knowledge that `write` put there.

    Raises `Damaged` for rows that are not as they were written, or of another version.
    """
    with _this_version():
        return _read(store)


@contextmanager
def _this_version() -> Iterator[None]:
    """Rows that are as they were written and still don't fit were written by another program."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, StopIteration) as error:
        raise Damaged("is of another version") from error


def _read(store: Store) -> Knowledge:
    def values(kind: type[Any], name: str) -> tuple[Any, ...]:
        return tuple(from_row(kind, row) for row in store.read(name))

    documents = values(Document, "documents")
    return Knowledge(
        topic=read_topic(store),
        sources=values(Source, "sources"),
        documents={d.source: d for d in documents},
        claims=values(Claim, "claims"),
        positions=values(Position, "positions"),
        conflicts=values(Conflict, "conflicts"),
        near_misses=values(NearMiss, "near_misses"),
        views=values(AspectView, "views"),
        coverage=values(Coverage, "coverage"),
        unread=tuple((file, why) for file, why in store.read("unread")),
        verdicts=values(Verdict, "verdicts"),
        standings={s.conflict: s for s in values(Ruling, "standings")},
        misread=values(Claim, "misread"),
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
