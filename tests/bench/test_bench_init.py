"""What guessing a topic file costs: at most as much as two builds of the same texts."""

import time
from pathlib import Path

from kb.build.batch import Pipeline
from kb.build.build import build
from kb.build.guessed import drafted
from tests.bench.test_bench_build import made_up_corpus

TEXTS = 20
BUILDS = 2


def test_init_costs_at_most_two_builds(tmp_path: Path) -> None:
    made_up_corpus(tmp_path / "corpus", TEXTS)
    began = time.perf_counter()
    found = drafted(tmp_path / "corpus", Pipeline(None))
    guessing = time.perf_counter() - began
    (tmp_path / "corpus" / "topic.yaml").write_text(found.topic, encoding="utf-8")
    began = time.perf_counter()
    build(tmp_path / "corpus", tmp_path / "store")
    assert guessing <= BUILDS * (time.perf_counter() - began)
