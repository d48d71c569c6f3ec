"""Exports every corpus under `corpus/` and `tests/` into a folder, to compare two programs.

Run `python -m tests.exports BEFORE`, change the program, run it again into AFTER, and compare
the two with `diff -r`: after a move they are the same, byte for byte.
"""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from kb.build.build import build
from kb.export.write import export

ROOT = Path(__file__).parent.parent
FOLDER = ("topic.yaml", "sources.yaml", "verdicts.jsonl")


def corpora() -> Iterator[tuple[str, Path, Path]]:
    """Each corpus's name, the folder of its topic file and the folder of its texts."""
    yield "corpus", ROOT / "corpus", ROOT / "corpus/texts"
    for name in ("other", "laser"):
        yield name, ROOT / "tests" / name, ROOT / "tests" / name / "texts"
    for texts in sorted((ROOT / "tests/gold").glob("*/texts")):
        yield texts.parent.name, ROOT / "corpus", texts


def corpus_of(topic: Path, texts: Path, into: Path) -> Path:
    """A corpus folder of these texts, with the sources and verdicts that belong to them."""
    into.mkdir()
    own = FOLDER if texts.parent == topic else FOLDER[:1]
    for name in own:
        if (topic / name).exists():
            shutil.copy(topic / name, into / name)
    shutil.copytree(texts, into / "texts")
    return into


def export_all(out: Path) -> None:
    """One folder of exports for each corpus, from a store made from nothing."""
    for name, topic, texts in corpora():
        with tempfile.TemporaryDirectory() as scratch:
            folder = corpus_of(topic, texts, Path(scratch) / name)
            export(build(folder, Path(scratch) / ".kb").knowledge, out / name)


if __name__ == "__main__":
    export_all(Path(sys.argv[1]))
