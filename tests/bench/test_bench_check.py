"""What a check costs: warm on 1,000 words, and from a cold start; proselint beside it.

python -m tests.bench.test_bench_check

Cold starts are told in CPU seconds of the whole process, the least of several runs, for the
machine may be busy. The bar is the time it takes to import spaCy and load the pipeline.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extract.document import read_located
from extract.english.pipeline import load, parse
from kb.build.build import build
from kb.build.read import paragraphs_of
from kb.check.checker import Checker
from kb.check.draft import Draft
from kb.knowledge.value import Knowledge
from tests.bench.timing import costs_at_most

os.environ.setdefault("OMP_NUM_THREADS", "1")
ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "corpus"
WORDS = 1_000
MOST = 4.0  # times the parse of the draft, nothing known of it
AGAIN = 2.0  # times the parse of the draft, all its paragraphs known
COLD = 1.33  # times the bar
BAR = "from extract.english.pipeline import load; load()"
RUNS = 4


def text(words: int = WORDS) -> str:
    """That many words of the corpus, its paragraphs in turn, as a draft that no source is."""
    lines = [p.read_text(encoding="utf-8").split("\n") for p in sorted(CORPUS.glob("texts/*.txt"))]
    taken: list[str] = []
    for n in range(max(map(len, lines))):
        for line in (source[n] for source in lines if n < len(source)):
            room = words - sum(len(t.split()) for t in taken)
            taken.append(" ".join(line.split()[:room]))
    return "\n\n".join(t for t in taken if t)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store")
    build(CORPUS, folder)
    return folder


@pytest.fixture(scope="module")
def checker(store: Path) -> Checker:
    return Checker(Knowledge.open(CORPUS, store))


def fresh(checker: Checker, draft: Draft) -> int:
    """A check in which no paragraph is known; how many findings there are."""
    checker._parses = {}
    return len(checker.check(draft).findings)


def parsing() -> Callable[[], object]:
    """The draft's parse, which is the least that a check has to do."""
    nlp, texts = load(), paragraphs_of(draft().document)
    return lambda: list(parse(nlp, texts))


def draft() -> Draft:
    document, places = read_located(text().encode(), "draft.txt")
    return Draft("draft.txt", document, places)


def test_warm(benchmark: BenchmarkFixture, checker: Checker) -> None:
    found = benchmark(fresh, checker, draft())
    assert found > 20
    assert costs_at_most(MOST, lambda: fresh(checker, draft()), parsing())


def test_warm_after_a_save(benchmark: BenchmarkFixture, checker: Checker) -> None:
    benchmark(checker.check, draft())
    assert costs_at_most(AGAIN, lambda: checker.check(draft()), parsing())


def test_cold_start_is_little_more_than_loading_the_pipeline(
    benchmark: BenchmarkFixture, store: Path, tmp_path: Path
) -> None:
    seconds = benchmark.pedantic(cold, (store, tmp_path, RUNS), rounds=1)
    benchmark.extra_info.update(seconds)
    print({name: round(s, 2) for name, s in seconds.items()})
    assert seconds["kb check, one sentence"] <= COLD * seconds["spaCy and the pipeline"]


def cold(store: Path, folder: Path, runs: int) -> dict[str, float]:
    """CPU seconds of each program from start to end, the least of several runs in turn."""
    short, long = folder / "short.txt", folder / "long.txt"
    short.write_text("It is permanent.\n", encoding="utf-8")
    long.write_text(text(), encoding="utf-8")
    check = ["-m", "kb", "check", "--corpus", str(CORPUS), "--store", str(store)]
    programs = {
        "spaCy and the pipeline": ["-c", f"import spacy; {BAR}"],
        "kb check, one sentence": [*check, str(short)],
        f"kb check, {WORDS:,} words": [*check, str(long)],
        f"proselint, {WORDS:,} words": ["-m", "proselint", "check", str(long)],
    }
    measured = [{name: _cpu(words) for name, words in programs.items()} for _ in range(runs)]
    return {name: min(m[name] for m in measured) for name in programs}


def _cpu(words: Sequence[str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert done.returncode in (0, 1), done.stderr
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def rows() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as folder:
        build(CORPUS, Path(folder) / ".kb")
        for name, seconds in cold(Path(folder) / ".kb", Path(folder), RUNS).items():
            yield f"| {name}, cold | {seconds:.2f} |"
        checker = Checker(Knowledge.open(CORPUS, Path(folder) / ".kb"))
        fresh(checker, draft())
        start = time.process_time()
        for _ in range(RUNS):
            fresh(checker, draft())
        yield f"| kb check, {WORDS:,} words, warm | {(time.process_time() - start) / RUNS:.2f} |"
        start = time.process_time()
        for _ in range(RUNS):
            checker.check(draft())
        yield f"| again after a save | {(time.process_time() - start) / RUNS:.2f} |"


if __name__ == "__main__":
    print("| what | CPU seconds |\n|---|---:|")
    for row in rows():
        print(row)
