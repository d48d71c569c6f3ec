"""Reads a batch of texts: what a process of its own, or another machine, does for a build.

A batch brings its documents and the parses that are known; what comes back is packed as the
store keeps it. The same batch gives the same rows wherever it is read.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.english.folder import version
from extract.model import Block, BlockKind, Document, digest
from extract.parse import Parse
from extract.reading.document import extract_claims
from extract.rules import Rules
from kb.model import Coverage
from kb.store.database import pack, unpack
from kb.store.digest import code_digest
from kb.store.rows import to_row

if TYPE_CHECKING:
    from spacy.language import Language

Parser = Callable[[Iterable[str]], Iterator[Parse]]
LARGEST = 20_000  # characters of a batch of several texts: about a second of work


class Pipeline:
    """The language pipeline, loaded when first asked and then kept."""

    def __init__(self, name: str | None) -> None:
        self._name = name
        self._loaded: Language | None = None

    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        """The parse of each text, in order."""
        from extract.english.pipeline import load, parse

        if self._loaded is None:
            self._loaded = load(self._name)
        return parse(self._loaded, texts)

    def version(self) -> str:
        """Which pipeline it is here. Raises `InputError` where there is none."""
        return version(self._name)


@dataclass(frozen=True, slots=True)
class Keys:
    """What a cached row is good for: one pipeline, one topic's rules."""

    pipe: str
    rules: str

    def reading(self, document: Document) -> str:
        """The key of the document's reading."""
        blocks = [[str(b.kind), b.start, b.end] for b in document.blocks]
        parts = (document.source, document.text, blocks, self.pipe, self.rules)
        return digest(*parts, code_digest("extract"))

    def parse(self, text: str) -> str:
        """The key of a paragraph's parse."""
        return digest(self.pipe, text)


@dataclass(frozen=True, slots=True)
class Batch:
    """Documents to be read, and the packed parses of their paragraphs that are known, by key."""

    documents: tuple[Document, ...]
    parses: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class BatchRead:
    """The packed parses that were new and the packed readings, each by its key."""

    parses: dict[str, bytes]
    readings: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class BatchReader:
    """All that reading needs, made ready once."""

    keys: Keys
    parser: Parser
    rules: Rules

    def __call__(self, batch: Batch) -> BatchRead:
        """Parse what is new, and read every document. Raises what the parser raises."""
        texts = {self.keys.parse(t): t for d in batch.documents for t in paragraphs_of(d)}
        missing = {key: text for key, text in texts.items() if key not in batch.parses}
        new = dict(zip(missing, self.parser(missing.values()), strict=True)) if missing else {}
        known = {key: Parse.from_row(unpack(row)) for key, row in batch.parses.items()} | new
        readings = {self.keys.reading(d): self._read(d, known) for d in batch.documents}
        return BatchRead(
            {key: pack(key, parse.to_row()) for key, parse in new.items()},
            {key: pack(key, row) for key, row in readings.items()},
        )

    def _read(self, document: Document, parses: Mapping[str, Parse]) -> Any:
        """The document's reading, as the row that is cached."""
        own = [parses[self.keys.parse(t)] for t in paragraphs_of(document)]
        found = extract_claims(document, own, self.rules)
        spans = tuple((start, end) for start, end in found.not_understood)
        coverage = Coverage(document.source, found.sentences, found.with_claim, spans, found.unsaid)
        return {"claims": [c.to_row() for c in found.claims], "coverage": to_row(coverage)}


def _blocks(document: Document) -> tuple[Block, ...]:
    return tuple(b for b in document.blocks if b.kind is not BlockKind.FURNITURE)


def paragraphs_of(document: Document) -> list[str]:
    """The text of each block that is no furniture."""
    return [document.text[b.start : b.end] for b in _blocks(document)]


def batches(documents: Iterable[Document]) -> Iterator[tuple[Document, ...]]:
    """The documents in their order, in batches that bound memory."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        if batch and size + len(document.text) > LARGEST:
            yield tuple(batch)
            batch, size = [], 0
        batch.append(document)
        size += len(document.text)
    if batch:
        yield tuple(batch)


def one_by_one(batch: Batch) -> Sequence[Batch]:
    """The batch as batches of one document each."""
    return [Batch((d,), batch.parses) for d in batch.documents]
