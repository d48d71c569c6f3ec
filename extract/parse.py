"""A parsed paragraph as plain values, so that the rules need no spaCy once a parse is cached.

Universal Dependencies labels throughout. Offsets count characters of the paragraph.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `head` is an index into the paragraph's tokens, its own for a root.

    `lemma` is lower case. `morph` is the UD feature string ("Polarity=Neg|…", "" for none).
    `known` says that the word form occurs in the pipeline's own lexicon.
    """

    i: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    morph: str
    start: int
    end: int
    known: bool = True


@dataclass(frozen=True, slots=True)
class Parse:
    """A paragraph's text, its tokens (white space left out) and its sentences.

    `sentences` holds half-open ranges of token indices.
    """

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]

    def to_row(self) -> dict[str, Any]:
        """A compact JSON-able form for the cache; the text is kept once."""
        columns = [
            [t.start, t.end, t.lemma, t.pos, t.tag, t.dep, t.head, t.morph, t.known]
            for t in self.tokens
        ]
        return {
            "text": self.text,
            "tokens": columns,
            "sentences": [list(s) for s in self.sentences],
        }

    @classmethod
    def from_row(cls, row: dict[str, Any]) -> "Parse":
        """The inverse of `to_row`."""
        text = row["text"]
        tokens = []
        for i, (start, end, lemma, pos, tag, dep, head, morph, known) in enumerate(row["tokens"]):
            word = text[start:end]
            lower = word.lower().replace("’", "'")
            tokens.append(
                Token(i, word, lower, lemma, pos, tag, dep, head, morph, start, end, known)
            )
        sentences = tuple((first, last) for first, last in row["sentences"])
        return cls(text, tuple(tokens), sentences)
