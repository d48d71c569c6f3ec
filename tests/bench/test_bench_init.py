"""What guessing a topic file costs: at most as much as two builds of the same texts."""

import shutil
from pathlib import Path

import pytest

from kb.build.batch import Pipeline
from kb.build.build import build
from kb.build.guessed import drafted
from tests.bench.test_bench_build import made_up_corpus
from tests.bench.timing import costs_at_most

TEXTS = 20
BUILDS = 2

pytestmark = pytest.mark.usefixtures("benchmark")  # for `make bench`


def test_init_costs_at_most_two_builds(tmp_path: Path) -> None:
    made_up_corpus(tmp_path / "corpus", TEXTS)

    def guess() -> None:
        found = drafted(tmp_path / "corpus", Pipeline(None))
        (tmp_path / "corpus" / "topic.yaml").write_text(found.topic, encoding="utf-8")

    def make() -> None:
        shutil.rmtree(tmp_path / "store", ignore_errors=True)
        build(tmp_path / "corpus", tmp_path / "store")

    assert costs_at_most(BUILDS, guess, make)
