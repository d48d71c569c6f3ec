"""How fast claims are reconciled; run it alone to print the table of docs/performance.md.

python -m tests.bench.test_bench_reconcile
"""

import time
from collections.abc import Callable

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extract.topic.schema import Topic
from kb.model import Reconciled
from kb.reconcile.disputes import disputes
from kb.reconcile.pairs import reconcile
from tests.bench.made_up import made_up_claims, made_up_topic

SIZES = (1_000, 10_000, 100_000, 1_000_000)
QUESTIONS = 400  # on which 40,000 claims make more than 10,000 conflicts


@pytest.mark.parametrize("n", SIZES[:3])
def test_reconciling_grows_with_the_claims(benchmark: BenchmarkFixture, n: int) -> None:
    topic, claims = made_up_topic(), made_up_claims(n)
    found = benchmark.pedantic(reconcile, args=(claims, topic), rounds=2)
    assert len(found.claims) == n


def _spent(run: Callable[[], object]) -> float:
    """The seconds that the quickest of three runs takes."""
    took = []
    for _ in range(3):
        start = time.process_time()
        run()
        took.append(time.process_time() - start)
    return min(took)


def _fold(found: Reconciled, topic: Topic) -> object:
    return disputes(found.conflicts, found.positions, topic, {})


def test_disputes_cost_at_most_a_tenth_of_reconciling(benchmark: BenchmarkFixture) -> None:
    topic, claims = made_up_topic(QUESTIONS), made_up_claims(40_000, aspects=QUESTIONS)
    found = reconcile(claims, topic)
    assert len(found.conflicts) >= 10_000
    benchmark.pedantic(_fold, args=(found, topic), rounds=3)
    reconciling = _spent(lambda: reconcile(claims, topic))
    assert _spent(lambda: _fold(found, topic)) * 10 <= reconciling


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
