"""Finds a quote in a text: as it stands, or else with its spaces, quote marks and dashes alike."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from extract.model import Span, normalise
from kb.corrections.anchoring import Fold, fold, whole_words

_ALIKE = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("`´ʼ′", "'"))


class QuotePlace(NamedTuple):
    """Where a quote stands in a text; `mended`: the text's own words are other characters."""

    span: Span
    mended: bool


@dataclass(frozen=True)
class Quotes:
    """A text, made ready for finding many quotes in it."""

    text: str

    @cached_property
    def _fold(self) -> Fold:
        return fold(self.text.translate(_ALIKE))

    def find(self, quote: str) -> QuotePlace | None:
        """The first place of the quote that cuts no word; no letter or digit may differ."""
        for mended, spans in ((False, self._exact(quote)), (True, self._alike(quote))):
            for span in spans:
                if whole_words(self.text, span):
                    return QuotePlace(span, mended)
        return None

    def _exact(self, quote: str) -> Iterator[Span]:
        at = self.text.find(quote) if quote else -1
        while at >= 0:
            yield Span(at, at + len(quote))
            at = self.text.find(quote, at + 1)

    def _alike(self, quote: str) -> Iterator[Span]:
        wanted = normalise(quote.translate(_ALIKE)).strip('" ')
        letters = _letters(quote)
        spans = self._fold.spans(wanted)
        return (s for s in spans if _letters(self.text[s.start : s.end]) == letters)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
