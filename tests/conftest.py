"""What every room's tests share: two corpora, built once a run, and the order of the tests."""

import gc
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.once import made_once, remember

ROOT = Path(__file__).resolve().parents[1]

# On a busy machine an example may take any time.
settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long goes first: no process is left alone with it at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """The tests of the pipeline itself have imported theirs by now."""
    remember()
    gc.callbacks.append(_stays)


def _stays(phase: str, about: dict[str, int]) -> None:
    """What outlives a search of everything for garbage, parses above all, is searched no more."""
    if phase == "stop" and about["generation"] == 2:
        gc.freeze()


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up corpus on solar panels with its store and site; not to be changed."""
    from tests.kb.conftest import copy_corpus

    return made_once(tmp_path_factory, "solar", lambda to: _make(copy_corpus(to / "corpus")))


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's own corpus with its store and site; not to be changed."""

    def make(to: Path) -> None:
        _make(Path(shutil.copytree(ROOT / "corpus", to / "corpus")))

    return made_once(tmp_path_factory, "example", make)


def _make(corpus: Path) -> None:
    from reports.making import make_site

    make_site(corpus, corpus.parent / ".kb", corpus.parent / "site")
