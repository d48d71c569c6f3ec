"""Sentences of a draft that look like claims and gave none: listed, so that silence is no praise.

A sentence looks like a claim if it states something and names what the topic is about or what
belongs to it. What asks, wishes or only passes on is understood, and says nothing.
"""

from collections.abc import Iterable, Iterator

from extract.model import Document, Span, Standing, digest, normalise
from extract.reading.extraction import Extraction
from extract.topic.schema import Topic
from kb.check.model import NOT_UNDERSTOOD, DraftFinding
from kb.check.words import Words

_UNDERSTOOD = (Standing.ASKED, Standing.WISHED, Standing.WEIGHED, Standing.REPORTED)
LONGEST = 160  # characters that are shown


def not_understood(
    document: Document, read: Extraction, words: Words, topic: Topic
) -> Iterator[DraftFinding]:
    """A finding for each such sentence, in text order."""
    claimed = [Span(c.start, c.end) for c in read.claims]
    told = [u.span for u in read.unsaid if u.standing in _UNDERSTOOD]
    own, known = frozenset(read.not_understood), _topic_words(topic)
    for span in words.sentences:
        if _met(span, claimed) or _met(span, told):
            continue
        if _met(span, own) or _states(span, words, known):
            yield _finding(document, span)


def _met(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _states(span: Span, words: Words, known: frozenset[str]) -> bool:
    tokens = list(words.within(span))
    asks = bool(tokens) and tokens[-1].text == "?"
    verb = any(t.finite for t in tokens)
    return verb and not asks and any({t.lemma, t.lower} & known for t in tokens)


def _topic_words(topic: Topic) -> frozenset[str]:
    """The words that name the subject or what belongs to it by themselves."""
    s = topic.subject
    return frozenset(p.lower() for p in (s.name, *s.names, *s.stand_ins, *s.belongings))


def _finding(document: Document, span: Span) -> DraftFinding:
    said = " ".join(document.text[span.start : span.end].split())
    shown = said if len(said) <= LONGEST else said[:LONGEST].rsplit(" ", 1)[0] + " …"
    return DraftFinding(
        rule=NOT_UNDERSTOOD,
        aspect="",
        start=span.start,
        end=span.end,
        sentence=span,
        says="",
        message=f"not understood, so not checked: “{shown}”",
        fingerprint=digest(normalise(said), NOT_UNDERSTOOD.code, ""),
    )
