"""`kb build --cluster` as it is typed; how a cluster reads is in tests/kb/build/test_cluster.py."""

from pathlib import Path

from tests.reports.live.running import PATIENCE, running


def test_without_its_library_one_line_says_what_to_type() -> None:
    with running("build", "--cluster", "local", without="distributed") as build:
        assert build.line("KB601") == (
            "KB601 kb build --cluster needs distributed; type pip install '.[scale]' in the "
            "project's folder"
        )
        assert build.process.wait(PATIENCE) == 2


def test_a_cluster_needs_a_topic_file(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    with running("build", "--corpus", tmp_path, "--cluster", "local") as build:
        assert build.line("KB210").endswith("--cluster needs a topic file; `kb init` writes one")
        assert build.process.wait(PATIENCE) == 2
