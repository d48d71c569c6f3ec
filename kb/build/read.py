"""From a corpus to its claims, with what was read before taken from the store.

A paragraph is parsed once for its text and pipeline; a document is read once for its text,
pipeline, the topic's rules and the program's own rules. With every reading in the store
nothing is parsed and spaCy is not imported.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from extract.english.folder import version
from extract.model import Claim, Document
from extract.parse import Parse
from extract.rules import Rules
from extract.topic.schema import Topic
from kb.build.batch import Batch, BatchRead, Keys, Parser, Pipeline, batches, paragraphs_of
from kb.build.pool import Died, Setup, Spread, best_jobs, in_processes
from kb.corpus.folder import Corpus
from kb.model import Coverage
from kb.store.database import Store, unpack
from kb.store.rows import from_row

Progress = Callable[[str, int, int], None]


def quiet(_step: str, _done: int, _total: int) -> None:
    """The progress of who wants none."""


@dataclass(frozen=True, slots=True)
class SourceReading:
    """What one document says, and how much of it was understood."""

    claims: tuple[Claim, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class CacheKeys:
    """The keys of a document's cached rows: its reading's, and those of its paragraphs' parses."""

    reading: str
    parses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Readings:
    """The readings of documents by source, and what it took to get them.

    `read` are the sources that were read anew, `parsed` counts paragraphs parsed anew;
    `died` are those that could not be read for a process that read them died; `keys` are
    those of the cached rows in use, by source.
    """

    by_source: Mapping[str, SourceReading]
    read: tuple[str, ...] = ()
    parsed: int = 0
    keys: Mapping[str, CacheKeys] = field(default_factory=dict)
    died: tuple[str, ...] = ()

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
    jobs: int | None = None,
    only: Container[str] | None = None,
    spread: Spread | None = None,
) -> Readings:
    """The readings of the corpus, or of the sources in `only`; what is new is put into the store.

    `parser` stands in for the pipeline; `compiled` gives the topic's rules. `jobs` processes
    read, as many as help if it is not given, unless `spread` does; the outcome is the same for
    any. Raises `InputError` for a pipeline that can't be loaded.
    """
    ids = [id for id in corpus.documents if only is None or id in only]
    keys = Keys(version(pipeline), corpus.rules)
    texts = {id: corpus.documents[id] for id in ids}
    wanted = {id: _cache_keys(keys, d) for id, d in texts.items()}
    known = store.cached("readings", (k.reading for k in wanted.values()))
    new = [d for id, d in texts.items() if wanted[id].reading not in known]
    setup = Setup(keys, parser or Pipeline(pipeline), corpus.topic, compiled)
    if jobs is None:
        jobs = 1 if parser else best_jobs(sum(len(d.text) for d in new))
    parsed, died, done = set[str](), list[str](), 0
    for read in _each(setup, _batches(new, keys, store), jobs, spread) if new else ():
        progress("reading texts", done, len(new))
        if isinstance(read, Died):
            died.append(read.source)
            done += 1
            continue
        store.keep("parses", read.parses)
        store.keep("readings", read.readings)
        known |= read.readings
        parsed |= read.parses.keys()
        done += len(read.readings)
    return Readings(
        by_source={id: _reading(known[k.reading]) for id, k in wanted.items() if id not in died},
        read=tuple(d.source for d in new if d.source not in died),
        parsed=len(parsed),
        keys={id: k for id, k in wanted.items() if id not in died},
        died=tuple(died),
    )


def _cache_keys(keys: Keys, document: Document) -> CacheKeys:
    return CacheKeys(keys.reading(document), tuple(map(keys.parse, paragraphs_of(document))))


def _each(
    setup: Setup, batches: Iterable[Batch], jobs: int, spread: Spread | None
) -> Iterator[BatchRead | Died]:
    """What each batch gives, in order: read here, in processes, or elsewhere."""
    if spread:
        return spread(setup, batches)
    if jobs > 1:
        setup.compiled(setup.topic)  # kept now, so that no process compiles them
        return in_processes(jobs, setup, batches)
    return map(setup.reader(), batches)


def _batches(documents: Iterable[Document], keys: Keys, store: Store) -> Iterator[Batch]:
    """The documents in batches, each with the parses that the store has when it is asked for."""
    for some in batches(documents):
        texts = (keys.parse(t) for d in some for t in paragraphs_of(d))
        yield Batch(some, store.cached("parses", texts))


def parses_of(document: Document, store: Store, pipeline: str | None = None) -> list[Parse]:
    """The document's parses, from the store as far as it has them; it is left as it is."""
    texts, keys = paragraphs_of(document), Keys(version(pipeline), "")
    rows = store.cached("parses", map(keys.parse, texts))
    missing = [t for t in dict.fromkeys(texts) if keys.parse(t) not in rows]
    new = dict(zip(missing, Pipeline(pipeline)(missing), strict=True)) if missing else {}
    return [new[t] if t in new else Parse.from_row(unpack(rows[keys.parse(t)])) for t in texts]


def _reading(packed: bytes) -> SourceReading:
    row = unpack(packed)
    claims = tuple(Claim.from_row(c) for c in row["claims"])
    return SourceReading(claims, from_row(Coverage, row["coverage"]))
