"""What an edit costs inside an editor: one paragraph of a draft of 1,000 words is typed anew.

Told as a ratio to parsing that paragraph, which is the least that any check has to do. Seconds
are those of the processor, the least of several runs, for the machine may be busy.

python -m pytest tests/bench/test_bench_lsp.py --benchmark-only
"""

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from time import process_time

import pytest
from lsprotocol.types import Position
from pytest_benchmark.fixture import BenchmarkFixture

from extract.english.pipeline import load, parse
from kb.build.build import build
from reports.lsp.answers import EditorDraft, diagnostics, hover
from reports.lsp.desk import Desk, Where
from reports.lsp.positions import EditorText
from tests.bench.test_bench_check import CORPUS, text

PARAGRAPH = "It lasts {} years with good care, it never hurts, and most people need two sessions."
TIMES = 80  # times the parse of the paragraph
ROUNDS = 10


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    folder = tmp_path_factory.mktemp("store")
    build(CORPUS, folder)
    made = Desk(Where.of(folder, corpus=Path(CORPUS).absolute(), store=folder))
    made.warm()
    return made


def edits() -> Iterator[str]:
    """The same draft, its last paragraph another one each time."""
    whole = text()
    for years in count(2):
        yield f"{whole}\n\n{PARAGRAPH.format(years)}\n"


def answered(desk: Desk, whole: str) -> int:
    """From the editor's text to what it underlines and shows on hover."""
    typed = EditorText(whole)
    checked = desk.check("draft.md", typed.read, ".md")
    assert checked
    draft = EditorDraft(typed, checked)
    hover(draft, Position(len(typed.lines) - 2, 4), desk.link())
    return len(diagnostics(draft))


def test_an_edit_in_a_paragraph(benchmark: BenchmarkFixture, desk: Desk) -> None:
    versions = edits()
    answered(desk, next(versions))
    taken = []

    def once() -> None:
        start = process_time()
        assert answered(desk, next(versions))
        taken.append(process_time() - start)

    benchmark.pedantic(once, rounds=ROUNDS)
    seconds = min(taken)
    ratio = seconds / _parsing()
    benchmark.extra_info |= {"seconds": round(seconds, 3), "times the parse": round(ratio, 1)}
    print(f"{seconds:.3f} s, {ratio:.1f} times the parse of the paragraph")
    assert ratio < TIMES


def _parsing() -> float:
    """Seconds that the pipeline takes for the paragraph, the least of several runs."""
    nlp = load()
    taken = []
    for years in range(2, 2 + ROUNDS):
        start = process_time()
        list(parse(nlp, [PARAGRAPH.format(years)]))
        taken.append(process_time() - start)
    return min(taken)
