"""How fast the site renders; run it alone to print the table of docs/performance.md.

python -m tests.bench.test_bench_site
"""

import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kb.knowledge.value import Knowledge
from reports.site import pages
from tests.bench.made_up_site import made_up_knowledge

SIZES = (250, 500, 1_000, 2_000)
LIMIT = 2_000_000  # bytes in one file
FIRST = 500_000  # bytes of the first page


def _sizes(knowledge: Knowledge) -> dict[str, int]:
    return {name: len(content) for name, content in pages(knowledge)}


@pytest.mark.parametrize("sources", SIZES)
def test_the_site_renders_in_time_proportional_to_its_size(
    benchmark: BenchmarkFixture, sources: int
) -> None:
    knowledge = made_up_knowledge(sources)
    files = benchmark.pedantic(_sizes, args=(knowledge,), rounds=1)
    assert len(knowledge.conflicts) == 5 * sources
    assert max(files.values()) < LIMIT
    assert files["index.html"] < FIRST


def main() -> None:
    print("| sources | claims | conflicts | files | MB | largest, kB | seconds | MB a second |")
    print("|---:|---:|---:|---:|---:|---:|---:|---:|")
    _sizes(made_up_knowledge(50))  # the libraries are loaded before the clock starts
    for sources in SIZES:
        knowledge = made_up_knowledge(sources)
        start = time.process_time()
        files = _sizes(knowledge)
        spent = time.process_time() - start
        counts = (sources, len(knowledge.claims), len(knowledge.conflicts), len(files))
        shown = " | ".join(f"{x:,}" for x in counts)
        total, largest = sum(files.values()) / 1e6, max(files.values()) / 1e3
        rate = total / spent
        print(f"| {shown} | {total:.0f} | {largest:,.0f} | {spent:.1f} | {rate:.1f} |", flush=True)


if __name__ == "__main__":
    main()
