"""What a build costs when little has changed; run it alone to print docs/performance.md's table.

python -m tests.bench.test_bench_build 10000
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kb.build.build import build

OTHER = Path(__file__).resolve().parents[1] / "other"
PARAGRAPHS = 8


def made_up_corpus(folder: Path, n: int) -> None:
    """`n` texts of eight paragraphs on solar panels, with numbers of their own."""
    (folder / "texts").mkdir(parents=True)
    shutil.copy(OTHER / "topic.yaml", folder / "topic.yaml")
    rng = Random(n)
    texts = [p.read_text(encoding="utf-8") for p in sorted((OTHER / "texts").iterdir())]
    pieces = [line for text in texts for line in text.split("\n") if len(line) > 40]
    for i in range(n):
        (folder / "texts" / f"text-{i:05}.txt").write_text(text(pieces, rng), encoding="utf-8")


def text(pieces: list[str], rng: Random) -> str:
    """A few paragraphs, each ending with a sentence that no other text has."""
    lines = ["How long do the panels last?", *rng.sample(pieces, PARAGRAPHS)]
    return "\n\n".join(f"{line} {own(rng)}" for line in lines) + "\n"


def own(rng: Random) -> str:
    return f"The panels on house {rng.randrange(10**9)} last at least {rng.randrange(5, 60)} years."


def change_one_paragraph(corpus: Path) -> None:
    path = corpus / "texts" / "text-00000.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\nPanels cause leaks.\n", encoding="utf-8")


def add_one_source(corpus: Path) -> None:
    added = "Solar panels last at least 18 years.\n"
    (corpus / "texts" / "added.txt").write_text(added, encoding="utf-8")


STEPS: dict[str, Callable[[Path], None]] = {
    "full build": lambda _: None,
    "nothing changed": lambda _: None,
    "one paragraph changed": change_one_paragraph,
    "one source added": add_one_source,
}


def timed(folder: Path, n: int) -> Iterator[tuple[str, float]]:
    """Each step's name, and the CPU seconds that the build after it took."""
    made_up_corpus(folder / "corpus", n)
    for name, step in STEPS.items():
        step(folder / "corpus")
        start = time.process_time()
        build(folder / "corpus", folder / ".kb", jobs=1)
        yield name, time.process_time() - start


@pytest.mark.parametrize("n", [200])
def test_building_again_costs_little(benchmark: BenchmarkFixture, tmp_path: Path, n: int) -> None:
    spent = benchmark.pedantic(lambda: dict(timed(tmp_path, n)), rounds=1)
    assert spent["nothing changed"] < spent["full build"] / 10


def in_turn(folder: Path, n: int) -> dict[int, float]:
    """Seconds on the clock of a full build with one process and with two, by their number."""
    made_up_corpus(folder / "corpus", n)
    spent = {}
    for jobs in (1, 2):
        start = time.perf_counter()
        build(folder / "corpus", folder / f".kb-{jobs}", jobs=jobs)
        spent[jobs] = time.perf_counter() - start
    return spent


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs two cores")
def test_two_processes_read_faster_than_one(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    spent = benchmark.pedantic(lambda: in_turn(tmp_path, 400), rounds=1)
    print(f"one process {spent[1]:.1f} s, two {spent[2]:.1f} s: {spent[1] / spent[2]:.2f} times")
    assert spent[1] > spent[2]


def main() -> None:
    n = int(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        spent = dict(timed(Path(folder), n))
    print(f"| {n:,} texts | seconds | of the full build |\n|:---|---:|---:|")
    for name, seconds in spent.items():
        print(f"| {name} | {seconds:.2f} | {seconds / spent['full build']:.1%} |")


if __name__ == "__main__":
    main()
