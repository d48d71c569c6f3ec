"""From a corpus to its claims, with what was read before taken from the store.

A paragraph is parsed once for its text and pipeline; a document is read once for its text,
pipeline, the topic's rules and the program's own rules. With every reading in the store
nothing is parsed and spaCy is not imported.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from extract.english.folder import version
from extract.model import Block, BlockKind, Claim, Document, digest
from extract.parse import Parse
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.schema import Topic
from kb.corpus.folder import Corpus
from kb.model import Coverage
from kb.store.database import Damaged, Store
from kb.store.digest import code_digest
from kb.store.rows import from_row, to_row

Progress = Callable[[str, int, int], None]
Parser = Callable[[Iterable[str]], Iterator[Parse]]
AT_ONCE = 200


def quiet(_step: str, _done: int, _total: int) -> None:
    """The progress of who wants none."""


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What one document says, and how much of it was understood."""

    claims: tuple[Claim, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of all documents by source, and what it took to get them.

    `read` are the sources that were read anew, `parsed` counts paragraphs parsed anew;
    the keys are those of the cached rows in use.
    """

    by_source: dict[str, SourceReading]
    read: tuple[str, ...]
    parsed: int
    paragraphs: int
    parse_keys: frozenset[str]
    reading_keys: frozenset[str]

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, by source and place."""
        return tuple(c for _, r in sorted(self.by_source.items()) for c in r.claims)

    @property
    def coverage(self) -> tuple[Coverage, ...]:
        """How much of each source was understood."""
        return tuple(r.coverage for _, r in sorted(self.by_source.items()))


def read_all(
    corpus: Corpus,
    store: Store,
    pipeline: str | None = None,
    progress: Progress = quiet,
    parser: Parser | None = None,
    compiled: Callable[[Topic], Rules] = Rules,
) -> Readings:
    """The readings of the corpus; what is new is put into the store.

    `parser` stands in for the pipeline in tests; `compiled` gives the topic's rules.
    Raises `InputError` for a pipeline that can't be loaded.
    """
    pipe = version(pipeline)
    keys = {id: _reading_key(d, pipe, corpus.rules) for id, d in corpus.documents.items()}
    known = store.readings(keys.values())
    new = [d for id, d in corpus.documents.items() if keys[id] not in known]
    parsed = _parse_missing(new, store, pipe, parser or _Pipeline(pipeline), progress)
    rules = compiled(corpus.topic) if new else Rules(corpus.topic)
    for n, document in enumerate(new):
        progress("reading claims", n, len(new))
        row = _read(document, store, pipe, rules)
        known[keys[document.source]] = row
        store.keep_readings({keys[document.source]: row})
    return Readings(
        by_source={id: _from_row(known[key]) for id, key in keys.items()},
        read=tuple(d.source for d in new),
        parsed=parsed,
        paragraphs=sum(len(_texts(d)) for d in corpus.documents.values()),
        parse_keys=frozenset(
            _parse_key(t, pipe) for d in corpus.documents.values() for t in _texts(d)
        ),
        reading_keys=frozenset(keys.values()),
    )


def parses_of(document: Document, store: Store, pipeline: str | None = None) -> list[Parse]:
    """The document's parses, from the store as far as it has them; it is left as it is."""
    texts, pipe = _texts(document), version(pipeline)
    rows = store.parses(_parse_key(t, pipe) for t in texts)
    missing = [t for t in dict.fromkeys(texts) if _parse_key(t, pipe) not in rows]
    new = dict(zip(missing, _Pipeline(pipeline)(missing), strict=True)) if missing else {}
    return [new[t] if t in new else Parse.from_row(rows[_parse_key(t, pipe)]) for t in texts]


class _Pipeline:
    """The language pipeline, loaded when first asked."""

    def __init__(self, name: str | None) -> None:
        self._name = name

    def __call__(self, texts: Iterable[str]) -> Iterator[Parse]:
        from extract.english.pipeline import load, parse

        return parse(load(self._name), texts)


def _reading_key(document: Document, pipe: str, rules: str) -> str:
    blocks = [[str(b.kind), b.start, b.end] for b in document.blocks]
    return digest(document.source, document.text, blocks, pipe, rules, code_digest("extract"))


def _parse_key(text: str, pipe: str) -> str:
    return digest(pipe, text)


def _blocks(document: Document) -> tuple[Block, ...]:
    return tuple(b for b in document.blocks if b.kind is not BlockKind.FURNITURE)


def _texts(document: Document) -> list[str]:
    return [document.text[b.start : b.end] for b in _blocks(document)]


def _parse_missing(
    documents: Sequence[Document], store: Store, pipe: str, parser: Parser, progress: Progress
) -> int:
    """Parse what no earlier build has parsed; how many paragraphs that were."""
    texts = {_parse_key(t, pipe): t for d in documents for t in _texts(d)}
    cached = store.parses(texts)
    missing = {key: text for key, text in texts.items() if key not in cached}
    if not missing:
        return 0
    rows: dict[str, Any] = {}
    parses = parser(missing.values())
    for n, (key, parse) in enumerate(zip(missing, parses, strict=True)):
        progress("parsing", n, len(missing))
        rows[key] = parse.to_row()
        if len(rows) == AT_ONCE:
            store.keep_parses(rows)
            rows = {}
    store.keep_parses(rows)
    return len(missing)


def _read(document: Document, store: Store, pipe: str, rules: Rules) -> Any:
    """The document's reading, as the row that is cached."""
    keys = [_parse_key(t, pipe) for t in _texts(document)]
    rows = store.parses(keys)
    if len(rows) < len(set(keys)):
        raise Damaged("is damaged")
    parses = [Parse.from_row(rows[key]) for key in keys]
    found = extract_claims(document, parses, rules)
    spans = tuple((start, end) for start, end in found.not_understood)
    coverage = Coverage(document.source, found.sentences, found.with_claim, spans, found.unsaid)
    return {"claims": [c.to_row() for c in found.claims], "coverage": to_row(coverage)}


def _from_row(row: Any) -> SourceReading:
    claims = tuple(Claim.from_row(c) for c in row["claims"])
    return SourceReading(claims, from_row(Coverage, row["coverage"]))
