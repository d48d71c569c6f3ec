"""What reading claims costs over the bare pipeline, in one run. `make bench`

The ratio is what counts: this kind of machine is noisy.
"""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extract.document import read_document
from extract.english.pipeline import load, parse
from extract.model import BlockKind
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.load import load_topic

CORPUS = Path(__file__).parents[2] / "corpus"


def best(*works: Callable[[], object], times: int = 7) -> list[float]:
    """The least CPU time of each in several runs, in seconds; they run in turn, so that a
    machine that is busy for a while slows them alike."""
    spent: list[list[float]] = [[] for _ in works]
    for _ in range(times):
        for work, mine in zip(works, spent, strict=True):
            start = time.process_time()
            work()
            mine.append(time.process_time() - start)
    return [min(mine) for mine in spent]


def test_reading_over_the_bare_pipeline(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    nlp, rules = load(), Rules(load_topic(CORPUS / "topic.yaml"))
    documents = [read_document(path) for path in sorted((CORPUS / "texts").glob("*.txt"))]
    texts = [
        [d.text[b.start : b.end] for b in d.blocks if b.kind is not BlockKind.FURNITURE]
        for d in documents
    ]
    flat = [text for blocks in texts for text in blocks]
    parses = [list(parse(nlp, blocks)) for blocks in texts]

    def read() -> list[object]:
        return [extract_claims(d, p, rules) for d, p in zip(documents, parses, strict=True)]

    bare, plain, rest = best(
        lambda: list(nlp.pipe(flat)),
        lambda: [list(parse(nlp, blocks)) for blocks in texts],
        read,
    )
    benchmark.pedantic(read, rounds=3)
    words = sum(len(p.tokens) for of in parses for p in of)
    with capsys.disabled():
        print(f"\nbare pipeline  {bare:.3f} s  {words / bare:,.0f} words a second")
        print(f"with our parse {plain:.3f} s  {plain / bare:.2f} of the bare pipeline")
        print(f"claims         {rest:.3f} s  {rest / bare:.2f} of the bare pipeline")
        print(f"in all         {(plain + rest) / bare:.2f} of the bare pipeline")
