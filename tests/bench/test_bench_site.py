"""How fast the site is written; run it alone to print the table of docs/performance.md.

python -m tests.bench.test_bench_site

Each figure is held against another one of the same run, in CPU seconds: a machine that is busy
slows both.
"""

import resource
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from kb.knowledge.value import Knowledge
from kb.reconcile.disputes import disputes
from reports.rendered import last_pages, remember
from reports.site import pages, render_site
from tests.bench.made_up_site import made_up_knowledge

pytestmark = pytest.mark.usefixtures("benchmark")  # for `make bench`: two minutes of one core

FEW, MANY = 200, 2_000
SIZES = (FEW, 500, 1_000, MANY)
PAGE = 1_000_000  # bytes of one page
FILE = 2_000_000  # bytes of a file that a page loads
FIRST = 500_000  # bytes of the first page
DEARER = 2.0  # a page of many sources against one of few: each names more of the others
SHARED = 1.4  # how much sooner two processes are done, each on a core of its own
AGAIN = 0.7  # of writing it, what it costs to write it again with one conflict gone


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


def again(knowledge: Knowledge, folder: Path) -> tuple[float, int]:
    """CPU seconds to write the site again with one conflict gone, and how many files differ."""
    left = knowledge.conflicts[1:]
    later = replace(
        knowledge,
        conflicts=left,
        disputes=disputes(left, knowledge.positions, knowledge.topic, {}),
    )
    _brought(knowledge, folder)
    own = time.process_time()
    written = _brought(later, folder)
    return time.process_time() - own, written


def _brought(knowledge: Knowledge, folder: Path) -> int:
    site = folder / "site"
    report = render_site(knowledge, site, last=last_pages(folder, site))
    remember(folder, site, "", report.shown())
    return report.written


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


def test_a_site_that_is_there_is_brought_up_to_date_sooner(
    many: Knowledge, alone: Run, tmp_path: Path
) -> None:
    seconds, written = again(many, tmp_path)
    assert 0 < written < len(alone.files) / 4
    assert seconds < AGAIN * alone.all


def main() -> None:
    print(
        "| sources | claims | conflicts | files | MB | largest page, kB | one process, s "
        "| ms a file | two: the busier, s | sooner | one conflict less, s | files that differ |"
    )
    print(f"|{'---:|' * 12}")
    run(made_up_knowledge(50))
    for sources in SIZES:
        knowledge = made_up_knowledge(sources)
        alone, both = least(lambda k=knowledge: run(k)), least(lambda k=knowledge: run(k, 2))  # type: ignore[misc]
        busier = max(both.own, both.all - both.own)
        largest = max(size for name, size in alone.files.items() if name.endswith(".html"))
        counts = (sources, len(knowledge.claims), len(knowledge.conflicts), len(alone.files))
        shown = " | ".join(f"{x:,}" for x in counts)
        total = sum(alone.files.values()) / 1e6
        with TemporaryDirectory() as folder:
            seconds, written = again(knowledge, Path(folder))
        print(f"| {shown} | {total:.0f} | {largest / 1e3:,.0f} | {alone.all:.1f} "
              f"| {1000 * alone.a_page:.1f} | {busier:.1f} | {alone.all / busier:.2f} "
              f"| {seconds:.1f} | {written} |",
              flush=True)  # fmt: skip


if __name__ == "__main__":
    main()
