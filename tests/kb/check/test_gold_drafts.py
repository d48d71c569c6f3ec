"""The annotated contradictions, each side as a draft of one sentence against the other's source."""

import re
from pathlib import Path

import pytest

from extract.document import read_located
from kb.check.checker import Checker
from kb.check.judge import judge
from kb.evaluate.gold import Gold, GoldPlace, read_gold
from kb.evaluate.score import same

ROOT = Path(__file__).resolve().parents[3]
GOLD = ROOT / "tests" / "gold" / "five"
LEAST = 0.85
# A side that is read loosely, or denied for one time only, is no error but is shown.
SHOWN = ("contradicted", "disputed", "in-tension")

PRONOUN = re.compile(r"(?:it|this|that|which|they|these)\b(?:'s\b)?", re.IGNORECASE)
LINK = re.compile(
    r"(?:and|but|or|so|because|however|therefore|also|rather|then|while|since|as),? ",
    re.IGNORECASE,
)
VERB = re.compile(
    r"(?:is|are|was|were|can|could|may|might|will|would|do|does|did|has|have|should|must"
    r"|[a-z]{3,}(?:es|s|ed)) (?!of\b)",
)


def written_out(quote: str, subject: str) -> str:
    """A passage as a sentence of its own: links go, a pronoun or a bare verb gets its subject.

    >>> written_out("and it may fade", "The ink")
    'The ink may fade.'
    >>> written_out("can be washed", "The ink")
    'The ink can be washed.'
    """
    words = " ".join(quote.split()).rstrip(".,;")
    while LINK.match(words):
        words = LINK.sub("", words, count=1)
    if PRONOUN.match(words):
        words = PRONOUN.sub(subject, words, count=1)
    elif VERB.match(words):
        words = f"{subject} {words}"
    return words[0].upper() + words[1:] + "."


@pytest.fixture(scope="module")
def gold(five: Checker) -> Gold:
    return read_gold(GOLD, [d.text for d in five.knowledge.documents.values()])


def found(checker: Checker, said: GoldPlace, other: GoldPlace) -> bool:
    """Whether the check of `said` shows `other` against it, when only its source speaks."""
    documents = checker.knowledge.documents
    source = next(s for s, d in documents.items() if d.text == other.text)
    subject = checker.knowledge.topic.subject.name
    sentence = written_out(said.quote, subject[0].upper() + subject[1:])
    document, _ = read_located(sentence.encode(), "draft.txt")
    findings = judge(
        document, checker.claims(document), checker.knowledge, frozenset(documents) - {source}
    )
    return any(
        same(GoldPlace(other.text, p.start, p.start + len(p.quote)), other)
        for f in findings
        if f.rule.word in SHOWN
        for p in f.against
    )


def test_contradictions_are_found_from_either_side(five: Checker, gold: Gold) -> None:
    hard = [c for c in gold.conflicts.values() if c.strength == "contradiction"]
    places = [(gold.claims[c.a].place, gold.claims[c.b].place) for c in hard]
    both = [*places, *((b, a) for a, b in places)]
    share = sum(found(five, said, other) for said, other in both) / len(both)
    assert len(both) >= 80
    assert share >= LEAST


def test_each_source_against_the_others_agrees_with_the_conflicts(five: Checker) -> None:
    k = five.knowledge
    known = {c.id: c.strength for c in k.conflicts}
    for source, document in k.documents.items():
        claims = five.claims(document)
        for f in judge(document, claims, k, frozenset({source})):
            for p in f.against:
                assert str(p.conflict) in known, f"{source}: {f.message}"
        reported = {
            (p.conflict, p.start)
            for f in judge(document, claims, k, frozenset({source}))
            for p in f.against
        }
        hard = {
            (c.id, k.claim(i).start)
            for c in k.conflicts
            if c.strength == "contradiction"
            for own, other in ((c.a, c.b), (c.b, c.a))
            if any(k.claim(j).source == source for j in own.claims)
            for i in other.claims
            if k.claim(i).source != source
        }
        assert hard <= reported, f"{source}: {hard - reported}"
