"""Hands texts to a reader and keeps what it proposes: asked once for each text, written once."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.model import Document, normalise
from extract.topic.schema import Topic
from kb.corrections.anchoring import SourceText
from kb.corrections.file import NAME, append, read_corrections
from kb.corrections.fit import Fitting
from kb.corrections.model import Correction, CorrectionKind
from kb.readers.cache import keep, kept, key_of
from kb.readers.model import Identity, Proposed, Reader, RefusedClaim, Row, Sifted, SpentError
from kb.readers.request import request_of, stretches
from kb.readers.sift import sift


@dataclass(frozen=True)
class Errand:
    """One request for one stretch of a source's text, and the answer, if it is known."""

    document: Document
    start: int
    end: int
    request: Row = field(repr=False)
    key: str
    answer: str | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What came of one source: how many requests were made, what was said, what is new."""

    source: str
    asked: int
    sifted: Sifted
    new: tuple[Correction, ...]
    left: int = 0

    @property
    def mended(self) -> tuple[Proposed, ...]:
        """The claims whose quotes were mended."""
        return tuple(p for p in self.sifted.proposed if p.mended)


def errands(
    topic: Topic, documents: Iterable[Document], reader: Identity, size: int | None, store: Path
) -> Iterator[Errand]:
    """Every request for these texts, in order, with the answers that were kept."""
    for document in documents:
        for start, end in stretches(document, size):
            request = request_of(topic, document, start, end)
            key = key_of(reader, request)
            answer = kept(store, key)
            known = answer if isinstance(answer, str) else None
            yield Errand(document, start, end, request, key, known)


@dataclass(frozen=True)
class ReaderRun:
    """A reader at work on a corpus; `now` is the moment that its lines are dated with."""

    topic: Topic
    reader: Reader
    corpus: Path
    store: Path
    now: str

    def read(self, document: Document) -> Told:
        """Ask for one source what is not known yet, and write down what is new.

        Raises `ReaderFailed`; what was answered before that is kept, and asked no more.
        """
        todo = list(errands(self.topic, [document], self.reader.identity, self._size, self.store))
        fitting, asked, left = Fitting(self.topic), 0, 0
        sifted: list[Sifted] = []
        for number, errand in enumerate(todo):
            answer = errand.answer
            if answer is None:
                try:
                    answer = self.reader.read(errand.request)
                except SpentError:
                    left = sum(e.answer is None for e in todo[number:])
                    break
                keep(self.store, errand.key, answer)
                asked += 1
            sifted.append(sift(answer, document, fitting, errand.start, errand.end))
        all_of_it = _together(sifted)
        return Told(document.source, asked, all_of_it, self._written(document, all_of_it), left)

    @property
    def _size(self) -> int | None:
        return self.reader.size

    def _written(self, document: Document, sifted: Sifted) -> tuple[Correction, ...]:
        """The proposals that were not in the file, which they are now."""
        path = self.corpus / NAME
        there = {_same(c) for c in read_corrections(path) if c.proposed}
        places = SourceText(document)
        made = (self._correction(places, p) for p in sifted.proposed)
        new = tuple({_same(c): c for c in made if _same(c) not in there}.values())
        if new:
            append(path, *new)
        return new

    def _correction(self, places: SourceText, claim: Proposed) -> Correction:
        return Correction(
            source=places.document.source,
            anchor=places.anchor(claim.place),
            kind=CorrectionKind.ADD,
            states=claim.statement,
            when=self.now,
            reader=self.reader.identity.name,
        )


def _together(sifted: Iterable[Sifted]) -> Sifted:
    found = list(sifted)
    proposed: tuple[Proposed, ...] = tuple(p for j in found for p in j.proposed)
    refused: tuple[RefusedClaim, ...] = tuple(r for j in found for r in j.refused)
    return Sifted(proposed, refused)


def _same(c: Correction) -> tuple[object, ...]:
    """What makes two proposals the same, whenever they were made."""
    said = (c.states.core, c.states.qualifiers) if c.states else None
    return (c.source, normalise(c.anchor.quote), normalise(c.anchor.sentence), said, c.reader)
