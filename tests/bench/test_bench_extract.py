"""What reading claims costs over the bare pipeline, in one run. `make bench`

The ratio is what counts: this kind of machine is noisy. The function calls are the same in every
run.
"""

from cProfile import Profile
from pathlib import Path
from pstats import Stats

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extract.document import read_document
from extract.english.pipeline import load, parse
from extract.model import BlockKind
from extract.reading.document import extract_claims
from extract.rules import Rules
from extract.topic.load import load_topic
from tests.bench.timing import least

CORPUS = Path(__file__).parents[2] / "corpus"


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

    bare, plain, rest = least(
        lambda: list(nlp.pipe(flat)),
        lambda: [list(parse(nlp, blocks)) for blocks in texts],
        read,
    )
    benchmark.pedantic(read, rounds=3)
    counted = Profile()
    counted.runcall(read)
    words = sum(len(p.tokens) for of in parses for p in of)
    with capsys.disabled():
        print(f"\nbare pipeline  {bare:.3f} s  {words / bare:,.0f} words a second")
        print(f"with our parse {plain:.3f} s  {plain / bare:.2f} of the bare pipeline")
        print(f"claims         {rest:.3f} s  {rest / bare:.2f} of the bare pipeline")
        print(f"in all         {(plain + rest) / bare:.2f} of the bare pipeline")
        print(f"claims         {_calls(counted):,} function calls")


def _calls(counted: Profile) -> int:
    calls: int = Stats(counted).total_calls  # type: ignore[attr-defined]
    return calls
