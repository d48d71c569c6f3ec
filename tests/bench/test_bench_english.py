"""How fast the language pipeline reads, one thread: `make bench`, or this file alone.

`words_per_second` stands among the extra figures of a run with `--benchmark-json`, and is printed.
"""

import os
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from spacy.language import Language

from extract.english.pipeline import SHIPPED, load, parse, version
from tests.bench.timing import least

os.environ.setdefault("OMP_NUM_THREADS", "1")
MOST = 1.5  # times the bare pipeline
TEXTS = Path(__file__).parents[2] / "corpus" / "texts"


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    return [line for text in texts for line in text.split("\n") if line.strip()] * 3


def tell(benchmark: BenchmarkFixture, words: int) -> None:
    speed = round(words / benchmark.stats.stats.median)
    benchmark.extra_info["words_per_second"] = speed
    print(f"\n{benchmark.name}: {speed:,} words/s")


def test_bare_pipeline(benchmark: BenchmarkFixture, nlp: Language, paragraphs: list[str]) -> None:
    words = benchmark(lambda: sum(map(len, nlp.pipe(paragraphs))))
    tell(benchmark, words)


def test_parse(benchmark: BenchmarkFixture, nlp: Language, paragraphs: list[str]) -> None:
    words = benchmark(lambda: sum(len(p.tokens) for p in parse(nlp, paragraphs)))
    tell(benchmark, words)
    bare, whole = least(lambda: list(nlp.pipe(paragraphs)), lambda: list(parse(nlp, paragraphs)))
    assert whole <= MOST * bare


def test_load(benchmark: BenchmarkFixture) -> None:
    benchmark(load, str(SHIPPED))


def test_version(benchmark: BenchmarkFixture) -> None:
    benchmark(version, str(SHIPPED))
