"""A parsed paragraph as plain values, so that the rules need no spaCy once a parse is cached.

Universal Dependencies labels throughout. Offsets count characters of the paragraph.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from extract.value import value

CELL_MARK = "│"  # stands between the cells of a table's row, which are one block


@value
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

    @property
    def finite(self) -> bool:
        """Whether it is a verb with a time or a person, as "leaks" is and "leaking" is not."""
        return "VerbForm=Fin" in self.morph


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

    def pieces(self, most: int) -> Iterator[tuple[int, "Parse"]]:
        """The paragraph in pieces of at most `most` sentences, each with its first offset; none of
        a paragraph without a word.

        Keeps the work on very long paragraphs in proportion to their length.
        """
        if 0 < len(self.sentences) <= most:
            yield 0, self
            return
        for n in range(0, len(self.sentences), most):
            yield self._piece(self.sentences[n : n + most])

    def _piece(self, sentences: tuple[tuple[int, int], ...]) -> tuple[int, "Parse"]:
        first, last = sentences[0][0], sentences[-1][1]
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        tokens = tuple(
            replace(
                t,
                i=t.i - first,
                head=t.head - first if first <= t.head < last else t.i - first,
                start=t.start - start,
                end=t.end - start,
            )
            for t in self.tokens[first:last]
        )
        moved = tuple((a - first, b - first) for a, b in sentences)
        return start, Parse(self.text[start:end], tokens, moved)
