"""Looking words up in a store: its index finds what can match, `kb.knowledge.searching` ranks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kb.knowledge.index import Findable, in_dispute
from kb.knowledge.searching import count, haystack, sought
from kb.model import Coverage, Dispute, Ruling
from kb.store.database import Passage, Store
from kb.store.rows import from_row


@dataclass(frozen=True, slots=True)
class Hit:
    """A question, a claim's sentence, or a passage in which no claim was read.

    A question has no source, and 0 for its line and place; `line` counts the lines of the
    source's text from 1, `start` and `end` its characters. `claims` is empty where none is.
    `every`: whether it has every word. `dispute` is the id of the one that a question is in.
    `not_understood` are the words in it that look like a claim and gave none.
    """

    aspect: str
    source: str
    line: int
    start: int
    end: int
    text: str
    claims: tuple[str, ...]
    every: bool = True
    dispute: str | None = None
    not_understood: tuple[str, ...] = ()


def search(store: Store, text: str, limit: int = 20) -> tuple[Hit, ...]:
    """What the words of `text` find, in any inflection and order, the best first.

    Words in double quotes stand side by side. Among equals questions that ask it
    lead; those found by their answers only come last.
    """
    terms = sought(text)
    if not terms:
        return ()
    found = []
    for place, row in enumerate(store.search(terms)):
        words, said, asked, *_ = row
        own = count(words[:said], terms) + count(words[said:asked], terms)
        asks = not row[4] and count(words[:asked], terms) == len(terms)
        rank = 1 if row[4] else 0 if asks else 2
        found.append((-count(words, terms), rank, -own, place, row))
    most = max((-f[0] for f in found), default=0)
    least = min(most, len(terms) // 2 + 1)
    best = sorted(f for f in found if -f[0] >= least)[:limit]
    sources = {row[4] for *_, row in best if row[4]}
    texts, coverage = store.texts(sources), _coverage(store, sources)
    disputes = _disputed(store)
    hits = (_hit(row, texts, -n == len(terms), disputes) for n, *_, row in best)
    return tuple(_marked(hit, texts, coverage) for hit in hits)


def _coverage(store: Store, sources: Iterable[str]) -> dict[str, Coverage]:
    return {id: from_row(Coverage, row) for id, row in store.shelved("coverage", sources)}


def _marked(hit: Hit, texts: dict[str, str], coverage: dict[str, Coverage]) -> Hit:
    """The hit with what was not understood in it."""
    missed = coverage[hit.source].not_understood if hit.source in coverage else ()
    found = (texts[hit.source][s:e] for s, e in missed if hit.start <= s and e <= hit.end)
    return replace(hit, not_understood=tuple(" ".join(words.split()) for words in found))


def _disputed(store: Store) -> dict[str, Dispute]:
    rulings = (from_row(Ruling, row) for row in store.read("standings"))
    settled = {r.conflict for r in rulings if r.settled}
    return in_dispute((from_row(Dispute, row) for row in store.read("disputes")), settled)


def passage(entry: Findable) -> Passage:
    """The row of the store's index for an entry."""
    said, asked = haystack(entry.said), haystack(entry.asked)
    words = said + asked + haystack(entry.label) + haystack(entry.title)
    place = (entry.aspect, entry.source, entry.start, entry.end, entry.claim)
    return words, len(said), len(said + asked), *place, "" if entry.source else entry.said


def _hit(row: Passage, texts: dict[str, str], every: bool, disputes: dict[str, Dispute]) -> Hit:
    _, _, _, aspect, source, start, end, claim, said = row
    whole = texts.get(source, "")
    line = whole.count("\n", 0, start) + 1 if source else 0
    claims = (claim,) if claim else ()
    dispute = disputes[aspect].id if not source and aspect in disputes else None
    return Hit(aspect, source, line, start, end, said or whole[start:end], claims, every, dispute)
