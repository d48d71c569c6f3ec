"""How fast the site is written; run it alone to print the table of docs/performance.md.

python -m tests.bench.test_bench_site

Each figure is held against another one of the same run, in CPU seconds: a machine that is busy
slows both.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from kb.knowledge.value import Knowledge
from reports.site import pages
from tests.bench.made_up_site import made_up_knowledge

FEW, MANY = 200, 2_000
SIZES = (FEW, 500, 1_000, MANY)
PAGE = 1_000_000  # bytes of one page
FILE = 2_000_000  # bytes of a file that a page loads
FIRST = 500_000  # bytes of the first page
DEARER = 2.0  # a page of many sources against one of few: each names more of the others
SHARED = 1.4  # how much sooner two processes are done, each on a core of its own


@dataclass(frozen=True, slots=True)
class Run:
    """The sizes of the files, and the CPU seconds of this process and of all."""

    files: dict[str, int]
    own: float
    all: float

    @property
    def a_page(self) -> float:
        return self.all / len(self.files)


def run(knowledge: Knowledge, jobs: int = 1) -> Run:
    """Write the pages into nothing."""
    own, all = time.process_time(), _children()
    files = {name: len(content) for name, content in pages(knowledge, jobs)}
    spent = time.process_time() - own
    return Run(files, spent, spent + _children() - all)


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def least(once: Callable[[], Run], times: int = 2) -> Run:
    """The run that was disturbed the least."""
    return min((once() for _ in range(times)), key=lambda r: r.all)


@pytest.fixture(scope="module")
def many() -> Knowledge:
    return made_up_knowledge(MANY)


@pytest.fixture(scope="module")
def alone(many: Knowledge) -> Run:
    run(made_up_knowledge(50))  # the libraries are loaded before the clock starts
    return least(lambda: run(many))


def test_a_page_of_many_sources_costs_little_more_than_one_of_few(alone: Run) -> None:
    few = made_up_knowledge(FEW)
    assert alone.a_page < DEARER * least(lambda: run(few), 3).a_page


def test_no_page_is_too_large_to_open(many: Knowledge, alone: Run) -> None:
    assert len(many.conflicts) == 5 * MANY
    shown = {name: size for name, size in alone.files.items() if name.endswith(".html")}
    assert max(shown.values()) < PAGE
    assert max(alone.files.values()) < FILE
    assert alone.files["index.html"] < FIRST


def test_two_processes_share_the_work(many: Knowledge, alone: Run) -> None:
    both = least(lambda: run(many, 2))
    assert both.files == alone.files
    busiest = max(both.own, both.all - both.own)
    assert alone.all > SHARED * busiest


def main() -> None:
    print("| sources | claims | conflicts | files | MB | largest page, kB | one process, s "
          "| ms a file | two: the busier, s | sooner |")  # fmt: skip
    print("|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|")
    run(made_up_knowledge(50))
    for sources in SIZES:
        knowledge = made_up_knowledge(sources)
        alone, both = least(lambda k=knowledge: run(k)), least(lambda k=knowledge: run(k, 2))  # type: ignore[misc]
        busier = max(both.own, both.all - both.own)
        largest = max(size for name, size in alone.files.items() if name.endswith(".html"))
        counts = (sources, len(knowledge.claims), len(knowledge.conflicts), len(alone.files))
        shown = " | ".join(f"{x:,}" for x in counts)
        total = sum(alone.files.values()) / 1e6
        print(f"| {shown} | {total:.0f} | {largest / 1e3:,.0f} | {alone.all:.1f} "
              f"| {1000 * alone.a_page:.1f} | {busier:.1f} | {alone.all / busier:.2f} |",
              flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
