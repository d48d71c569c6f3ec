"""What can be looked up: every question, every claim, and every other passage.

The terminal and the site's page have this one list, in this order; `kb.knowledge.search` and
`lookUp` of reports/static/site.js find the same entries in it.
"""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.model import SELF, BlockKind, Claim, Document
from extract.topic.schema import Answer, Aspect, Topic
from kb.knowledge.searching import COMMON, DENYING, words_of
from kb.model import Dispute, Position, Source

LONGEST = 600  # characters of a passage that are looked through
KEPT = 1_000  # questions whose words are kept: a site and its store ask for them several times
_MARKS = re.compile(r"<[^>]*>|:[a-z]+")  # slots and parts of speech in a phrase


@dataclass(frozen=True, slots=True)
class Findable:
    """A question (no source), a claim's sentence, or a block in which no claim was read.

    `said` are its own words; `asked` the question's that it answers; `label` what a claim
    comes to, or all that the topic file finds a question by; `title` its source's. `start` and
    `end` count characters of the source's text.
    """

    said: str
    asked: str = ""
    label: str = ""
    title: str = ""
    aspect: str = ""
    source: str = ""
    start: int = 0
    end: int = 0
    claim: str = ""


def entries(
    topic: Topic,
    sources: Iterable[Source],
    documents: Mapping[str, Document],
    claims: Iterable[Claim],
    positions: Iterable[Position],
) -> Iterator[Findable]:
    """All entries: the questions in the topic file's order, then source by source as they stand."""
    yield from questions(topic)
    labels = labels_of(positions)
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    for source in sources:
        yield from passages_of(topic, source, documents[source.id], by_source[source.id], labels)


def questions(topic: Topic) -> Iterator[Findable]:
    """An entry for each question, in the topic file's order."""
    for aspect in topic.aspects:
        found = " ".join(words_for(aspect))
        yield Findable(said=aspect.question, asked=_asked(aspect), label=found, aspect=aspect.id)


def labels_of(positions: Iterable[Position]) -> dict[str, str]:
    """By claim, what it comes to."""
    return {id: label_of(p) for p in positions for id in p.claims}


def passages_of(
    topic: Topic,
    source: Source,
    document: Document,
    claims: Sequence[Claim],
    labels: Mapping[str, str],
) -> Iterator[Findable]:
    """The entries of one source: its claims as they stand, then its other passages."""
    aspects = {a.id: a for a in topic.aspects}
    for claim in sorted(claims, key=lambda c: (c.start, c.end, c.id)):
        label = labels.get(claim.id, "")
        yield _claim(claim, document, source.title, aspects.get(claim.aspect), label)
    yield from _blocks(document, source.title, claims)


def words_for(aspect: Aspect) -> tuple[str, ...]:
    """The words by which the topic file finds a question and its answers, each once, sorted."""
    return _words_in((*aspect.says, *aspect.denies, *aspect.asked, *aspect.whole, *_named(aspect)))


@lru_cache(KEPT)
def _words_in(phrases: tuple[str, ...]) -> tuple[str, ...]:
    found = {w for p in phrases for w in words_of(_MARKS.sub(" ", p))}
    return tuple(sorted(found - COMMON - DENYING))


def in_dispute(disputes: Iterable[Dispute], settled: Container[str]) -> dict[str, Dispute]:
    """For each question in dispute, its dispute: the one named after it before any other.

    `settled` are the conflicts that people let stand; a dispute of nothing else is over.
    """
    left = [d for d in disputes if any(id not in settled for id in d.conflicts)]
    found = {a: d for d in reversed(left) for a in d.aspects}
    return found | {d.aspects[0]: d for d in reversed(left)}


def _named(aspect: Aspect) -> Iterator[str]:
    answers: Iterable[Answer] = aspect.answers()
    for answer in answers:
        yield from (answer.label or answer.name, *answer.words, *answer.says)


def _asked(aspect: Aspect) -> str:
    return f"{aspect.label} {aspect.question}"


def label_of(position: Position) -> str:
    """What a claim of this position comes to, as it is looked up."""
    return position.label if position.subject == SELF else f"{position.subject}: {position.label}"


def _claim(
    claim: Claim, document: Document, title: str, aspect: Aspect | None, label: str
) -> Findable:
    start, end = claim.sentence
    said = document.text[start : min(end, start + LONGEST)]
    return Findable(
        said=said,
        asked=_asked(aspect) if aspect else "",
        label=label,
        title=title,
        aspect=claim.aspect,
        source=claim.source,
        start=start,
        end=start + len(said),
        claim=claim.id,
    )


def _blocks(document: Document, title: str, claims: Sequence[Claim]) -> Iterator[Findable]:
    for b in document.blocks:
        if b.kind is not BlockKind.FURNITURE and not _claimed(b.start, b.end, claims):
            said = document.text[b.start : b.end][:LONGEST]
            end = b.start + len(said)
            yield Findable(said=said, title=title, source=document.source, start=b.start, end=end)


def _claimed(start: int, end: int, claims: Sequence[Claim]) -> bool:
    return any(c.start < end and c.end > start for c in claims)
