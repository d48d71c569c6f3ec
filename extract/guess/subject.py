"""The subject of texts, and its names: what recurs most, in most texts, and in their titles."""

from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from extract.guess.evidence import Evidence, Seen
from extract.guess.nouns import Words
from extract.guess.words import EMPTY, GENERAL, PASSING, PEOPLE
from extract.topic.inflect import canonical

_LENGTH = (0.0, 1.0, 2.2, 2.8, 2.8)  # what a phrase of so many words weighs
_TITLES = 2.0  # how much more what stands in every title weighs
_BARE = 0.25  # the share of a noun's uses in which it stands alone, for it to be a name
_APART = 0.15  # and in which the beginning of a name stands without its end
_DOER = 0.45  # and in which it is what a sentence is about
_LETTERS = 8  # of a word that may be a name as a part of another
_ALIKE = 90


@dataclass(frozen=True, slots=True)
class Guessed:
    """A guess: its name, the names it goes by, how it was seen."""

    name: str
    names: tuple[str, ...]
    seen: Seen


def subject_of(evidence: Evidence) -> Words:
    """The words of the subject's name; the most frequent noun where nothing stands out."""
    scored = sorted((-_score(evidence, w), w) for w in evidence.recurring if _may_be_subject(w))
    if not scored:
        return ("subject",)
    return scored[0][1]


def _may_be_subject(words: Words) -> bool:
    if words[-1] in EMPTY | PEOPLE or words[0] in PASSING or any(len(w) < 2 for w in words):
        return False
    return len(words) > 1 or words[0] not in GENERAL


def _score(evidence: Evidence, words: Words) -> float:
    seen = evidence.spelled(words)
    spread = seen.texts / max(evidence.texts, 1)
    longer = sum(evidence.spelled(w).times for w in _longer(evidence, words))
    titled = evidence.spelled(words, headed=True).texts / max(evidence.texts, 1)
    alone = max(seen.times - longer, 0)
    return alone * spread * _LENGTH[len(words)] * (1 + _TITLES * titled)


def _longer(evidence: Evidence, words: Words) -> Iterator[Words]:
    """Names of one more word that the words begin or end."""
    for other in evidence.recurring:
        if len(other) == len(words) + 1 and other[0] not in PASSING:
            if other[1:] == words or (other[:-1] == words and len(words) == 1):
                yield other


def names_of(evidence: Evidence, subject: Words) -> tuple[Guessed, ...]:
    """The names by which texts call the subject, itself first, then the most frequent."""
    found = {subject: evidence.phrases.seen(subject)}
    for words in evidence.phrases:
        if words != subject and words[0] not in PASSING and _is_name(evidence, subject, words):
            found[words] = evidence.phrases.seen(words)
    rows = sorted(found.items(), key=lambda x: (x[0] != subject, -x[1].times, x[0]))
    named: dict[str, Guessed] = {}
    for words, seen in rows:
        text = "-".join(words)
        named.setdefault(text, Guessed(text, (text,), seen))
    return (*named.values(), *_acronyms(evidence, subject))


def _is_name(evidence: Evidence, subject: Words, words: Words) -> bool:
    if len(words) == 1:
        return _single(evidence, subject, words)
    if words[-len(subject) :] == subject or words[-1] in PEOPLE | EMPTY:
        return False
    if words == subject[: len(words)]:
        return words in _marks(evidence, subject)
    if _joined(words) == _joined(subject) or fuzz.ratio(_joined(words), _joined(subject)) > _ALIKE:
        return True
    marked = subject[0] in words if len(subject) > 2 else True
    if words[-1] in GENERAL and words[:-1] in (subject, *_marks(evidence, subject)):
        return True
    return marked and _made_of(words, subject)


def _made_of(words: Words, subject: Words) -> bool:
    """Whether every word is one of the subject's, or a good part of one."""
    whole = _joined(subject)
    return len(words) > 1 and all(w in subject or (len(w) > 4 and w in whole) for w in words)


def _single(evidence: Evidence, subject: Words, words: Words) -> bool:
    word = words[0]
    if word in GENERAL | EMPTY | PEOPLE:
        return False
    if words in _marks(evidence, subject):
        return True
    if any(len(word) >= _LETTERS and word in w and word != w for w in subject):
        return True
    if _joined(words) == _joined(subject):
        return True
    if word != subject[-1] or len(subject) == 1:
        return False
    alone, every = evidence.whole.seen(words), evidence.phrases.seen(words)
    own = alone.times + evidence.phrases.seen(subject).times
    return (alone.texts > 1 and alone.times >= _BARE * every.times) or own >= 0.95 * every.times


def _marks(evidence: Evidence, subject: Words) -> tuple[Words, ...]:
    """The beginnings of the subject's name that stand for it: "the laser", "robots"."""
    found = []
    for n in range(1, len(subject)):
        words = subject[:n]
        alone = evidence.whole.seen(words)
        every, whole = evidence.spelled(words).times, evidence.spelled(subject).times
        often = alone.texts > 1 and alone.times > 2 and every - whole >= _APART * every
        if often and (len(subject) > 2 or _does(evidence, words) >= _DOER):
            found.append(words)
    return tuple(found)


def _does(evidence: Evidence, words: Words) -> float:
    """The share of its uses in which the noun is what a sentence is about."""
    deps = [
        p.parse.tokens[n.last].dep for p in evidence.parts for n in p.phrases if n.words == words
    ]
    return sum(d.startswith("nsubj") for d in deps) / max(len(deps), 1)


def _acronyms(evidence: Evidence, subject: Words) -> Iterator[Guessed]:
    """Letters that stand for the subject: slow motor pump (SMP)."""
    initials = "".join(w[0] for w in subject)
    counted: dict[str, list[str]] = {}
    for part in evidence.parts:
        for token in part.parse.tokens:
            if token.text.isupper() and 1 < len(token.text) < 6 and token.text.isalpha():
                counted.setdefault(token.lower, []).append(part.source)
    for short, sources in sorted(counted.items()):
        if short[0] == initials[0] and _stands_for(short, subject):
            yield Guessed(short, (short,), Seen(len(sources), len(set(sources))))


def _stands_for(short: str, subject: Words) -> bool:
    """Whether the letters stand in the subject's name in this order, each word's first among
    them: SMP for "slow motor pump"."""
    at = 0
    for word in subject:
        if at >= len(short) or short[at] != word[0]:
            return False
        at += 1
        rest = iter(word[1:])
        while at < len(short) and short[at] not in _firsts(subject, word) and short[at] in rest:
            at += 1
    return at == len(short)


def _firsts(subject: Words, word: str) -> set[str]:
    """The letter that the next word begins with."""
    place = subject.index(word) + 1
    return {subject[place][0]} if place < len(subject) else set()


def _joined(words: Words) -> str:
    return canonical("".join(w.replace("-", "") for w in words))
