"""What surrounds the subject: nouns that stand for it, that belong to it, and people."""

from collections.abc import Collection, Iterator

from extract.guess.evidence import Evidence, Tally, TextPart
from extract.guess.nouns import NounPhrase, Words
from extract.guess.subject import Guessed
from extract.guess.words import EMPTY, GENERAL, PEOPLE

MOST = 16
_POINTING = frozenset({"the", "this", "these", "its", "their", "your", "our"})
_OFTEN = 3  # times that a noun is pointed at, for it to belong to the subject


def stand_ins(evidence: Evidence, names: Collection[Words]) -> tuple[Guessed, ...]:
    """General nouns that the texts use for their subject: "the procedure"; its own noun."""
    own = {n[-1] for n in names if len(n) > 1} - {n[0] for n in names if len(n) == 1}
    found = (g for g in _pointed_at(evidence) if g.name in GENERAL | own)
    return tuple(g for g in found if g.seen.texts > 1 or g.seen.times > 2)


def belongings(
    evidence: Evidence, names: Collection[Words], others: Collection[str]
) -> tuple[Guessed, ...]:
    """Nouns that texts point at as if the subject had brought them along."""
    taken = {w for n in names for w in n if len(n) == 1} | GENERAL | EMPTY | PEOPLE | set(others)
    with_it = {g.name: g for g in _with_the_subject(evidence, names)}
    found = {g.name: g for g in _pointed_at(evidence) if g.seen.times >= _OFTEN}
    rows = sorted((with_it | found).values(), key=lambda g: (-g.seen.texts, -g.seen.times, g.name))
    kept = (g for g in rows if g.name not in taken and g.seen.texts > 1)
    return tuple(kept)[:MOST]


def people(evidence: Evidence) -> tuple[Guessed, ...]:
    """Those who have to do with it, by the words that texts use for them."""
    found = ((w, evidence.phrases.seen(w)) for w in evidence.phrases if len(w) == 1)
    return tuple(
        Guessed(w[0], w, seen)
        for w, seen in found
        if w[0] in PEOPLE and (seen.texts > 1 or seen.times > 2)
    )


def _pointed_at(evidence: Evidence) -> Iterator[Guessed]:
    tally = Tally()
    for part in evidence.parts:
        for phrase in part.phrases:
            if _points(part, phrase):
                tally.add(phrase.words[-1:], part.source)
    return (Guessed(w[0], w, tally.seen(w)) for w in tally)


def _points(part: TextPart, phrase: NounPhrase) -> bool:
    before = part.parse.tokens[max(phrase.first - 1, 0)]
    return before.lower in _POINTING


def _with_the_subject(evidence: Evidence, names: Collection[Words]) -> Iterator[Guessed]:
    """ "pump hose", "the pump's hose", "the hose of the pump"."""
    tally = Tally()
    for part in evidence.parts:
        for noun in _beside(part, names):
            tally.add((noun,), part.source)
    found = (Guessed(w[0], w, tally.seen(w)) for w in tally)
    return (g for g in found if g.seen.texts > 1)


def _beside(part: TextPart, names: Collection[Words]) -> Iterator[str]:
    tokens = part.parse.tokens
    for phrase in part.phrases:
        if any(phrase.words[: len(n)] == n for n in names) and phrase.words not in names:
            yield phrase.words[-1]
        of_it = any(e.words in names for e in phrase.endings())
        head = tokens[phrase.last]
        if of_it and head.dep in ("nmod", "nmod:poss"):
            owner = next((p for p in part.phrases if p.last == head.head), None)
            if owner is not None:
                yield owner.words[-1]
