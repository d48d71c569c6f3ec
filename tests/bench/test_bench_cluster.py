"""What a cluster costs beside processes; run it alone to print docs/scale.md's tables.

python -m tests.bench.test_bench_cluster 1000
"""

import os
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from extract.model import Claim
from kb.build.build import build
from kb.build.cluster import cluster
from kb.reconcile.pairs import reconcile
from tests.bench.made_up import made_up_claims, made_up_topic
from tests.bench.test_bench_build import made_up_corpus
from tests.bench.timing import least

TRIES = 2
Spent = dict[str, tuple[float, float]]


def cpu() -> float:
    """CPU seconds of this process and of those that it started and that have ended."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(each) for each in who]
    return sum(u.ru_utime + u.ru_stime for u in used)


def timed(work: Callable[[], object]) -> tuple[float, float]:
    """Seconds on the clock, and CPU seconds of all processes."""
    start, spent = time.perf_counter(), cpu()
    work()
    return time.perf_counter() - start, cpu() - spent


def in_turn(folder: Path, n: int) -> Iterator[Spent]:
    """A full build in two processes and one on a local cluster of two workers, again and again."""
    made_up_corpus(folder / "corpus", n)

    def on_cluster(store: Path) -> None:
        with cluster("local", 2) as spread:
            build(folder / "corpus", store, spread=spread)

    for i in range(TRIES):
        there, here = folder / f".kb-{i}", folder / f".kb-processes-{i}"
        yield {
            "two processes": timed(lambda to=here: build(folder / "corpus", to, jobs=2)),
            "dask local": timed(lambda to=there: on_cluster(to)),
        }


def ratio(spent: Spent) -> float:
    """How fast the cluster is beside the processes, on the clock."""
    return spent["two processes"][0] / spent["dask local"][0]


def told(spent: Spent) -> str:
    rows = (f"{name} {clock:.1f} s, CPU {used:.1f} s" for name, (clock, used) in spent.items())
    return f"{'; '.join(rows)}: {ratio(spent):.2f} times"


@pytest.mark.skipif((os.cpu_count() or 1) < 2, reason="needs two cores")
def test_a_local_cluster_keeps_up_with_processes(
    benchmark: BenchmarkFixture, tmp_path: Path
) -> None:
    spent = benchmark.pedantic(lambda: list(in_turn(tmp_path, 400)), rounds=1)
    print("\n".join(map(told, spent)))
    assert max(map(ratio, spent)) >= 0.85


def sent(claims: list[Claim]) -> object:
    """The claims as they would come to a worker; what it finds would have to come back, too."""
    return pickle.loads(pickle.dumps(claims, pickle.HIGHEST_PROTOCOL))


def reconciled(n: int) -> tuple[float, float, int]:
    """CPU seconds to reconcile n claims and to send them, and how many bytes that is."""
    claims, topic = made_up_claims(n), made_up_topic()
    own, away = least(lambda: reconcile(claims, topic), lambda: sent(claims), times=3)
    return own, away, len(pickle.dumps(claims, pickle.HIGHEST_PROTOCOL))


def test_claims_cost_more_to_send_than_to_reconcile(benchmark: BenchmarkFixture) -> None:
    own, away, _ = benchmark.pedantic(lambda: reconciled(100_000), rounds=1)
    assert away > own, "reconciling by aspect as tasks may pay now: see docs/scale.md"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for spent in in_turn(Path(folder), int(sys.argv[1])):
            print(told(spent), flush=True)
    print("| claims | reconciled, s | sent, s | MB |\n|---:|---:|---:|---:|")
    for n in (10_000, 100_000, 1_000_000):
        own, away, size = reconciled(n)
        print(f"| {n:,} | {own:.2f} | {away:.2f} | {size / 1e6:.0f} |", flush=True)


if __name__ == "__main__":
    main()
