"""Noun phrases of a parse, as guessing counts them: the noun with the words right before it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.parse import Parse, Token

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")  # what a phrase of a topic file can hold
_NOUNS = frozenset({"NOUN", "PROPN"})
_BEFORE = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
_LONGEST = 4
_MARKS = frozenset({"-", "\u2010", "\u2011"})
_BY_HEAD = frozenset({"nsubj", "nsubj:pass", "obj", "conj", "appos", "nmod", "obl", "root"})

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """A noun and the words that stand right before it, modifiers first, all as base forms.

    `first` and `last` are the places of its first word and of the noun; `tags` their parts of
    speech.
    """

    words: Words
    tags: Words
    first: int
    last: int

    def endings(self) -> Iterator["NounPhrase"]:
        """The phrase, and every shorter one with the same noun."""
        for n in range(len(self.words)):
            yield NounPhrase(self.words[n:], self.tags[n:], self.first + n, self.last)


def noun_phrases(parse: Parse) -> Iterator[NounPhrase]:
    """Every noun phrase of the parse, in order; a longer one holds no shorter one's noun last."""
    for token in parse.tokens:
        if is_noun(token) and not _goes_on(parse.tokens, token):
            yield noun_phrase(parse, token.i)


def noun_phrase(parse: Parse, noun: int) -> NounPhrase:
    """The phrase that ends at that noun."""
    tokens, places = parse.tokens, [noun]
    at = noun - 1
    while at >= 0 and len(places) < _LONGEST:
        if tokens[at].text in _MARKS:
            at -= 1
            continue
        if not _modifies(tokens, at, noun):
            break
        places.insert(0, at)
        at -= 1
    words = tuple(base(tokens[i]) for i in places)
    return NounPhrase(words, tuple(tokens[i].pos for i in places), places[0], noun)


def is_noun(token: Token) -> bool:
    """Whether the token is a noun, or a verb in -ing that stands for one."""
    if not _WORD.fullmatch(base(token)):
        return False
    if token.pos in _NOUNS:
        return token.text[:1].isalpha() and len(token.text) > 1
    return token.pos == "VERB" and token.lower.endswith("ing") and token.dep in _BY_HEAD


def base(token: Token) -> str:
    """The form under which a word is counted: a noun's singular, what ends in -ing as it is."""
    word = token.lower if token.lower.endswith("ing") else token.lemma
    return word.strip("-") or word


def _modifies(tokens: tuple[Token, ...], i: int, noun: int) -> bool:
    token = tokens[i]
    if token.pos not in _BEFORE or not _WORD.fullmatch(base(token)):
        return False
    return i < token.head <= noun


def _goes_on(tokens: tuple[Token, ...], token: Token) -> bool:
    """Whether the noun only modifies one that follows."""
    return (
        token.head > token.i
        and token.dep in ("compound", "amod", "nmod", "flat")
        and all(t.pos in _BEFORE or t.text in _MARKS for t in tokens[token.i : token.head + 1])
    )
