"""What a draft's words bring up beside the answer that was read from them.

An answer is compared by its aspect alone. A noun, a name or a number that belongs neither to the
question nor to the passage set beside it ("harmless in the scanner") is a matter of its own, on
which that passage says nothing.
"""

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.model import BlockKind, Document, Span
from extract.parse import Parse, Token
from extract.topic.schema import Answer, Aspect, Phrases, Topic
from kb.knowledge.searching import stem

Placed = tuple[int, Token]
"""A token, and where it begins in the draft."""
_MATTER = ("NOUN", "PROPN", "NUM")
_WORD = re.compile(r"[a-z0-9]+")
_POINTING = frozenset({"this", "that", "these", "those"})  # "this layer" was named before
_SHORTEST = 5  # letters of a stem that tells a word
_NAMING = 4  # letters of a word that names a matter
LIGHT = frozenset(
    """
    100 ahead amount bit case course day end fact help kind lot matter means moment number one
    part people person piece place point reason sake sort start thing time type use way year
    """.split()
)
"""Nouns that name no matter of their own."""


class Words:
    """The tokens of a draft, found by their place; `parses` are those of its blocks in order."""

    def __init__(self, document: Document, parses: Sequence[Parse] = ()) -> None:
        blocks = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE]
        pairs = zip(blocks, parses, strict=True) if parses else ()
        told = [(b, parse) for b, parse in pairs]
        self._tokens = [(b.start + t.start, t) for b, parse in told for t in parse.tokens]
        self._starts = [at for at, _ in self._tokens]
        self._pointed = frozenset(
            b.start + parse.tokens[t.head].start
            for b, parse in told
            for t in parse.tokens
            if t.lower in _POINTING and t.head != t.i
        )
        self.sentences = tuple(s for b, parse in told for s in _sentences(b.start, parse))

    def within(self, span: Span) -> Iterator[Token]:
        """The tokens that begin in a span."""
        return (t for _, t in self.placed(span.start, span.end))

    def placed(self, start: int, end: int) -> Iterator[Placed]:
        """The tokens that begin between two offsets, each with its place in the draft."""
        first, after = (bisect_left(self._starts, n) for n in (start, end))
        return iter(self._tokens[first:after])

    def matter(self, span: Span, measured: bool = False) -> frozenset[str]:
        """The nouns, names and, unless they are `measured`, numbers of a span: base forms."""
        return self._of_kinds(span, _MATTER[:2] if measured else _MATTER)

    def naming(self, span: Span) -> frozenset[str]:
        """The nouns, names and qualities of a span: what tells one package from another."""
        return self._of_kinds(span, (*_MATTER[:2], "ADJ"))

    def _of_kinds(self, span: Span, kinds: Collection[str]) -> frozenset[str]:
        inside = self.placed(span.start, span.end)
        found = (t.lemma.lower() for at, t in inside if t.pos in kinds and at not in self._pointed)
        return frozenset(w for w in found if _WORD.search(w) and w not in LIGHT)


def _sentences(at: int, parse: Parse) -> Iterator[Span]:
    for first, last in parse.sentences:
        yield Span(at + parse.tokens[first].start, at + parse.tokens[last - 1].end)


@dataclass(frozen=True, slots=True)
class Known:
    """Words by their stems, and what these begin with."""

    stems: frozenset[str] = frozenset()
    beginnings: frozenset[str] = frozenset()

    def has(self, word: str) -> bool:
        """Whether it is a form of one of them: coated and coating, remove and removal."""
        said = _stem(word)
        if said in self.stems or said in self.beginnings:
            return True
        return any(said[:n] in self.stems for n in range(_SHORTEST, len(said)))


def known(words: Iterable[str]) -> Known:
    """These words, to be asked for."""
    stems = frozenset(map(_stem, words))
    begun = (s[:n] for s in stems for n in range(_SHORTEST, len(s)))
    return Known(stems, frozenset(begun))


def in_text(text: str) -> Known:
    """The words of a text, to be asked for."""
    return known(_WORD.findall(text.lower()))


def beside_the_point(matter: Iterable[str], *there: Known) -> frozenset[str]:
    """The words of a draft that are none of what is known, as the question or the passage."""
    return frozenset(
        w for w in matter if not any(k.has(piece) for piece in _pieces(w) for k in there)
    )


def _pieces(word: str) -> list[str]:
    return _WORD.findall(word) or [word]


@lru_cache(maxsize=20_000)
def _stem(word: str) -> str:
    """Its stem, British and American spelling alike: colour and color."""
    spelt = word.replace("our", "or").replace("is", "iz").replace("yse", "yze")
    return stem(spelt).rstrip("e") or word


def known_words(topic: Topic, aspect: str) -> Known:
    """The words of one question of the topic file, of its subject and of whoever takes part."""
    s, a = topic.subject, topic.aspect(aspect)
    named = (*topic.by_products, *topic.subtypes, *topic.populations, *topic.units)
    phrases = (s.name, *s.names, *s.stand_ins, *s.belongings, *s.people)
    phrases += tuple(p for n in named for p in (n.name, *n.names))
    return known(_expanded((*phrases, *_of_aspect(a)), topic))


def _of_aspect(a: Aspect) -> Iterator[str]:
    yield from (a.label, a.question, *a.says, *a.denies, *a.asked, *a.whole)
    for answer in a.answers():
        yield from _of_answer(answer)


def _of_answer(answer: Answer) -> Phrases:
    return (answer.name, answer.label or "", *answer.words, *answer.says)


def _expanded(phrases: Iterable[str], topic: Topic) -> Iterator[str]:
    for phrase in phrases:
        yield from _WORD.findall(phrase.lower())
        for name in re.findall(r"<([^>]+)>", phrase):
            for word in topic.words.get(name, ()):
                yield from _WORD.findall(word.lower())


def words_of(text: str) -> frozenset[str]:
    """The words of a text that name a matter, as far as can be told without a parse."""
    return frozenset(w for w in _WORD.findall(text.lower()) if len(w) >= _NAMING)
