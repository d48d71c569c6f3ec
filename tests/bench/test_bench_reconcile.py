"""How fast claims are reconciled; run it alone to print the table of docs/performance.md.

python -m tests.bench.test_bench_reconcile
"""

import time

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from kb.reconcile.pairs import reconcile
from tests.bench.made_up import made_up_claims, made_up_topic

SIZES = (1_000, 10_000, 100_000, 1_000_000)


@pytest.mark.parametrize("n", SIZES[:3])
def test_reconciling_grows_with_the_claims(benchmark: BenchmarkFixture, n: int) -> None:
    topic, claims = made_up_topic(), made_up_claims(n)
    found = benchmark.pedantic(reconcile, args=(claims, topic), rounds=2)
    assert len(found.claims) == n


def main() -> None:
    topic = made_up_topic()
    print("| claims | positions | conflicts | near misses | seconds | claims a second |")
    print("|---:|---:|---:|---:|---:|---:|")
    for n in SIZES:
        claims = made_up_claims(n)
        start = time.process_time()
        found = reconcile(claims, topic)
        spent = time.process_time() - start
        counts = (len(found.positions), len(found.conflicts), len(found.near_misses))
        shown = " | ".join(f"{x:,}" for x in (n, *counts))
        print(f"| {shown} | {spent:.2f} | {n / spent:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
