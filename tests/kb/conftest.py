"""A built corpus for the tests: the made-up one on solar panels, parsed once for all tests."""

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from extract.parse import Parse
from kb.build.batch import Parser, Pipeline
from kb.build.build import Built, build

OTHER = Path(__file__).resolve().parents[1] / "other"


@dataclass(frozen=True)
class Place:
    """A corpus folder with its store, both to be written to."""

    corpus: Path
    store: Path

    def build(self) -> Built:
        return build(self.corpus, self.store)

    def text(self, source: str) -> Path:
        return self.corpus / "texts" / f"{source}.txt"

    def edit(self, source: str, old: str, new: str) -> None:
        text = self.text(source).read_text(encoding="utf-8")
        assert old in text
        self.text(source).write_text(text.replace(old, new), encoding="utf-8")


def copy_corpus(to: Path) -> Path:
    shutil.copytree(OTHER / "texts", to / "texts")
    for name in ("topic.yaml", "sources.yaml"):
        shutil.copy(OTHER / name, to / name)
    return to


@pytest.fixture(scope="session")
def first(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """Built once; not to be changed."""
    folder = tmp_path_factory.mktemp("built")
    place = Place(copy_corpus(folder / "corpus"), folder / ".kb")
    place.build()
    return place


@pytest.fixture
def place(first: Place, tmp_path: Path) -> Iterator[Place]:
    """A copy of it for one test, built and with every parse in its store."""
    shutil.copytree(first.corpus, tmp_path / "corpus")
    shutil.copytree(first.store, tmp_path / ".kb")
    here = Place(tmp_path / "corpus", tmp_path / ".kb")
    here.build()
    yield here


@pytest.fixture
def bare(tmp_path: Path) -> Place:
    """A corpus that was never built."""
    return Place(copy_corpus(tmp_path / "corpus"), tmp_path / ".kb")


@pytest.fixture(scope="session")
def parser() -> Parser:
    """The pipeline; it parses a text once, whoever asks."""
    seen: dict[str, Parse] = {}
    pipeline = Pipeline(None)

    def parse(texts: Iterable[str]) -> Iterator[Parse]:
        wanted = list(texts)
        new = [t for t in dict.fromkeys(wanted) if t not in seen]
        seen.update(zip(new, pipeline(new) if new else (), strict=True))
        return (seen[t] for t in wanted)

    return parse
