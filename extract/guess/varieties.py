"""Subtypes of the subject, and the word lists of places and of what is brought there."""

from collections.abc import Collection, Iterator

from extract.guess.evidence import Evidence, Tally, TextPart
from extract.guess.nouns import NounPhrase, Words
from extract.guess.subject import Guessed
from extract.guess.words import EMPTY, GENERAL, PASSING, PEOPLE

MOST_KINDS = 8
MOST_WORDS = 10
_KIND_TAGS = frozenset({"NOUN", "PROPN", "ADJ"})
_PLACING = frozenset({"on", "onto", "into", "in", "under", "through"})
_WHOSE = frozenset({"the", "your", "his", "her", "their", "my", "our"})
_BRINGING = frozenset({"apply", "inject", "insert", "implant", "place", "deposit", "put", "emit"})
_AREA = frozenset({"area", "region", "zone", "part"})


def subtypes(evidence: Evidence, names: Collection[Words]) -> tuple[Guessed, ...]:
    """Kinds of the subject: a word before its name that recurs and is no praise."""
    tally = Tally()
    for part in evidence.parts:
        for phrase in part.phrases:
            kind = _kind(phrase, names)
            if kind:
                tally.add((kind,), part.source)
    rows = ((w[0], tally.seen(w)) for w in tally)
    sure = [(w, s) for w, s in rows if s.texts > 1 or s.times > 2]
    last = sorted({"-".join(n) for n in names})
    named = (Guessed(w, tuple(f"{w}-{n}" for n in last), s) for w, s in sure)
    return tuple(named)[:MOST_KINDS]


def _kind(phrase: NounPhrase, names: Collection[Words]) -> str | None:
    """The word before the longest name that the phrase ends with."""
    for n in range(1, len(phrase.words)):
        if phrase.words[n:] in names:
            word, tag = phrase.words[n - 1], phrase.tags[n - 1]
            part = any(word in name for name in names)
            plain = word in PASSING | EMPTY | PEOPLE or part or not word.isalpha()
            return None if plain or tag not in _KIND_TAGS else word
    return None


def sites(evidence: Evidence, taken: Collection[str]) -> tuple[Guessed, ...]:
    """Where it is done: nouns after "on the", "into your", before "area"."""
    found = Tally()
    for part in evidence.parts:
        for noun in _places(part):
            found.add((noun,), part.source)
    return _sure(found, taken)


def materials(evidence: Evidence, taken: Collection[str]) -> tuple[Guessed, ...]:
    """What is brought there: what is applied, inserted, put on."""
    found = Tally()
    for part in evidence.parts:
        tokens = part.parse.tokens
        for phrase in part.phrases:
            noun = tokens[phrase.last]
            brought = noun.dep in ("obj", "nsubj:pass") and tokens[noun.head].lemma in _BRINGING
            if brought:
                found.add(phrase.words[-1:], part.source)
    return _sure(found, taken)


def _places(part: TextPart) -> Iterator[str]:
    tokens = part.parse.tokens
    for phrase in part.phrases:
        before = [t.lower for t in tokens[max(phrase.first - 2, 0) : phrase.first]]
        if phrase.words[-1] in _AREA and len(phrase.words) > 1 and phrase.tags[-2] == "NOUN":
            yield phrase.words[-2]
        elif len(before) == 2 and before[0] in _PLACING and before[1] in _WHOSE:
            yield phrase.words[-1]


def _sure(found: Tally, taken: Collection[str]) -> tuple[Guessed, ...]:
    out = EMPTY | PEOPLE | GENERAL | set(taken)
    rows = (Guessed(w[0], w, found.seen(w)) for w in found if w[0] not in out)
    return tuple(g for g in rows if g.seen.texts > 1)[:MOST_WORDS]
