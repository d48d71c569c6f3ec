"""From a loaded pipeline to plain values: `parse` gives each text's `Parse`.

A text's parse depends on nothing but the text: not on its neighbours, nor on the batch.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from sys import intern
from typing import TYPE_CHECKING

from extract.english.lexicon import known
from extract.english.plain import pieces, plain
from extract.parse import CELL_MARK, Parse, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as Word

# Characters parsed at once: bounds memory, for the network holds 20 kB a token.
BATCH = 16_000

# Tokens up to which two halves are joined to one sentence.
LONGEST = 60

Place = tuple[int, int, str]
Part = tuple[str, Place]


def parse(nlp: "Language", texts: Iterable[str]) -> Iterator[Parse]:
    """The parse of each text, in order, as the texts are asked for.

    Offsets count characters of the text as given. An empty text has no tokens.
    """
    parts = (
        (plain(piece), (number, offset, text))
        for number, text in enumerate(texts)
        for offset, piece in pieces(text)
    )
    docs = (pair for batch in _batches(parts) for pair in nlp.pipe(batch, as_tuples=True))
    for _, group in groupby(docs, key=lambda pair: pair[1][0]):
        yield _stitch(group)


def _batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts in lists of at most `BATCH` characters, or of one part."""
    batch: list[Part] = []
    size = 0
    for part in parts:
        if batch and size + len(part[0]) > BATCH:
            yield batch
            batch, size = [], 0
        batch.append(part)
        size += len(part[0])
    if batch:
        yield batch


def _stitch(group: Iterable[tuple["Doc", Place]]) -> Parse:
    """One parse from the docs of a text's pieces."""
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    text = ""
    for doc, (_, offset, whole) in group:
        text = whole
        for sentence in doc.sents if len(doc) else ():
            first = len(tokens)
            tokens += _tokens(sentence, first, offset, text)
            if len(tokens) > first:
                sentences.append((first, len(tokens)))
    joined = tuple(_whole(text, tokens, sentences))
    return Parse(text, tuple(tokens), joined)


def _whole(
    text: str, tokens: list[Token], sentences: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Sentences that the parser broke in two are one again: no stop before, no capital after."""
    held: tuple[int, int] | None = None
    for first, last in sentences:
        if held is not None and _goes_on(text, tokens, held, first, last):
            _join(tokens, held, first, last)
            held = (held[0], last)
            continue
        if held is not None:
            yield held
        held = (first, last)
    if held is not None:
        yield held


def _goes_on(text: str, tokens: list[Token], held: tuple[int, int], first: int, last: int) -> bool:
    short = last - held[0] <= LONGEST
    if CELL_MARK in text[tokens[held[1] - 1].end : tokens[first].start]:
        return False
    return short and tokens[held[1] - 1].text[-1:].isalnum() and tokens[first].text[:1].islower()


def _join(tokens: list[Token], held: tuple[int, int], first: int, last: int) -> None:
    """One root for both: a noun before its finite verb is its subject, else the first stays."""
    noun = next(i for i in range(*held) if tokens[i].head == i)
    verb = next(i for i in range(first, last) if tokens[i].head == i)
    finite = tokens[verb].pos == "VERB" and tokens[verb].finite
    if finite and tokens[noun].pos in ("NOUN", "PROPN", "PRON"):
        tokens[noun] = replace(tokens[noun], head=verb, dep="nsubj")
    else:
        tokens[verb] = replace(tokens[verb], head=noun, dep="parataxis")


def _tokens(sentence: "Span", first: int, offset: int, text: str) -> Iterator[Token]:
    """The sentence's tokens without white space, numbered from `first`."""
    words = [word for word in sentence if not word.is_space]
    blank = len(words) < len(sentence)
    index = {word.i: first + n for n, word in enumerate(words)}
    root = _root(sentence, words)
    for i, word in enumerate(words, first):
        head = index[(_head(word, root) if blank else word.head).i]
        start = offset + word.idx
        yield _token(word, i, head, start, text[start : start + len(word)])


def _root(sentence: "Span", words: list["Word"]) -> "Word | None":
    """The word that heads the sentence; the first one where white space does."""
    root = sentence.root
    if not root.is_space:
        return root
    return next((w for w in words if w.head.is_space), words[0] if words else None)


def _head(word: "Word", root: "Word | None") -> "Word":
    """The nearest head that is no white space."""
    if root is None or word.i == root.i:
        return word
    head = word.head
    while head.is_space and head.head.i != head.i:
        head = head.head
    return root if head.is_space else head


def _token(word: "Word", i: int, head: int, start: int, text: str) -> Token:
    form, lower = _form(text)
    # UD's own spelling; spaCy says ROOT.
    dep = "root" if i == head else intern(word.dep_)
    lemma, tag, morph = _form(word.lemma_)[1], intern(word.tag_), intern(str(word.morph))
    end = start + len(text)
    return Token(i, form, lower, lemma, word.pos_, tag, dep, head, morph, start, end, known(lower))


@lru_cache(maxsize=1 << 16)
def _form(text: str) -> tuple[str, str]:
    """A word, and how it is looked up; each is held once, however often it stands."""
    return intern(text), intern(text.lower().replace("’", "'"))
