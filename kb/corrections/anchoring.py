"""Finds the words of a correction in its source again, whatever was edited around them.

Words are compared as `normalise` compares quotes: case, kinds of quotation marks and spaces do
not count. A sentence is what this module says it is, without a parse, when a correction is made
as well as when it is found again.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile
from typing import NamedTuple

from extract.model import Document, Span, normalise
from kb.corrections.model import Anchor, CorrectionState, folded

AROUND = 60  # characters on either side
BESIDE = 5  # what a character right beside the words counts for, against a hundredth alike
LIKE = 70.0  # how alike a sentence must be to be shown as what became of another
_END = re.compile(r"[.!?…]+[\"'”’)\]]*\s+(?=[\"'“‘(\[]?[^\W_a-z])")
_SHORT = re.compile(r"\b(?:[A-Za-z]|Dr|Mr|Mrs|Ms|Prof|St|vs|approx|No|Fig)\.$")


class Whereabouts(NamedTuple):
    """Where an anchor's words are now; `span` is None unless they are there, `nearest` what
    became of their sentence, if that is known."""

    state: CorrectionState
    span: Span | None = None
    nearest: str = ""


class Fold(NamedTuple):
    """A text as it is compared, and for each of its characters where it came from."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def spans(self, wanted: str) -> Iterator[Span]:
        """Each place of the text that has these words; `wanted` is folded."""
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            yield Span(self.starts[at], self.ends[at + len(wanted) - 1])
            at = self.text.find(wanted, at + 1)


def fold(text: str) -> Fold:
    """The text in the form of `normalise`, with the way back."""
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for piece in re.finditer(r"\s+|\S+", text):
        for start, end in _cuts(piece):
            for char in normalise(text[start:end]) or " ":
                chars.append(char)
                starts.append(start)
                ends.append(end)
    return Fold("".join(chars), tuple(starts), tuple(ends))


def _cuts(piece: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The characters of a word one by one; a space is one, however wide."""
    if piece[0].isspace():
        yield piece.span()
    else:
        yield from ((n, n + 1) for n in range(*piece.span()))


def whole_words(text: str, span: Span) -> bool:
    """Whether no word is cut at either end."""
    cut = (slice(span.start - 1, span.start + 1), slice(span.end - 1, span.end + 1))
    inside = (span.start > 0, span.end < len(text))
    return not any(i and text[c].isalnum() for i, c in zip(inside, cut, strict=True))


@dataclass(frozen=True)
class SourceText:
    """A source's text, made ready for finding words in it."""

    document: Document

    @cached_property
    def _fold(self) -> Fold:
        return fold(self.document.text)

    def occurrences(self, quote: str) -> tuple[Span, ...]:
        """Every place where these words stand, whole words only, in order."""
        text = self.document.text
        spans = self._fold.spans(fold(quote).text.strip())
        return tuple(s for s in spans if whole_words(text, s))

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of all blocks, in order."""
        blocks = sorted((b.start, b.end) for b in self.document.blocks)
        return tuple(s for b in blocks for s in _sentences(self.document.text, Span(*b)))

    def sentence(self, span: Span) -> Span:
        """The sentence that the span stands in; from its first to its last, if in several."""
        first, last = self._at(span.start), self._at(max(span.start, span.end - 1))
        return Span(min(first.start, span.start), max(last.end, span.end))

    def _at(self, place: int) -> Span:
        n = bisect_right(self.sentences, place, key=lambda s: s.start) - 1
        found = self.sentences[n] if n >= 0 else Span(place, place + 1)
        return found if found.end > place else Span(place, place + 1)

    def words(self, span: Span) -> str:
        """What stands there, its whitespace folded."""
        return folded(self.document.text[span.start : span.end])

    def anchor(self, span: Span) -> Anchor:
        """The anchor of the words that stand there."""
        text = self.document.text
        before = folded(text[max(0, span.start - 2 * AROUND) : span.start])[-AROUND:]
        after = folded(text[span.end : span.end + 2 * AROUND])[:AROUND]
        quote = text[span.start : span.end]
        return Anchor(quote, before.strip(), after.strip(), self.words(self.sentence(span)))

    def find(self, anchor: Anchor) -> Whereabouts:
        """Where the anchor's words are now."""
        spans = self.occurrences(anchor.quote)
        same = [s for s in spans if self.same(anchor, s)]
        if same:
            return Whereabouts(
                CorrectionState.HOLDS, max(same, key=lambda s: self._around(anchor, s))
            )
        if spans:
            span = max(spans, key=lambda s: (self._like(anchor, s), self._around(anchor, s)))
            return Whereabouts(CorrectionState.CHANGED, span, self.words(self.sentence(span)))
        near = self._nearest(anchor.sentence or anchor.quote)
        return Whereabouts(CorrectionState.CHANGED if near else CorrectionState.LOST, None, near)

    def _nearest(self, sentence: str) -> str:
        """The sentence that is most like this one; empty if none is much like it."""
        from rapidfuzz.fuzz import ratio
        from rapidfuzz.process import extractOne

        found = extractOne(normalise(sentence), self._folded, scorer=ratio, score_cutoff=LIKE)
        return self.words(self.sentences[found[2]]) if found else ""

    @cached_property
    def _folded(self) -> list[str]:
        return [normalise(self.document.text[slice(*s)]) for s in self.sentences]

    def same(self, anchor: Anchor, span: Span) -> bool:
        """Whether the sentence there is the anchor's."""
        now = self.document.text[slice(*self.sentence(span))]
        return not anchor.sentence or normalise(now) == normalise(anchor.sentence)

    def _like(self, anchor: Anchor, span: Span) -> float:
        """How alike the sentence there is to the anchor's."""
        now = self.document.text[slice(*self.sentence(span))]
        return _ratio(anchor.sentence or anchor.quote, now)

    def _around(self, anchor: Anchor, span: Span) -> tuple[float, int]:
        """How alike the surroundings are; of equal ones the first place comes out on top.

        What stands right beside the words counts most: a moved paragraph has other neighbours.
        """
        now = self.anchor(span)
        alike = _ratio(anchor.before, now.before) + _ratio(anchor.after, now.after)
        beside = _shared(anchor.before[::-1], now.before[::-1]) + _shared(anchor.after, now.after)
        return alike + BESIDE * beside, -span.start


def _ratio(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    return float(ratio(normalise(one), normalise(other)))


def _shared(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = zip(normalise(one), normalise(other), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _sentences(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    for end in _END.finditer(text, block.start, block.end):
        if not _SHORT.search(text, max(start, end.start() - 8), end.start() + 1):
            yield Span(start, start + len(text[start : end.end()].rstrip()))
            start = end.end()
    if start < block.end:
        yield Span(start, block.end)
