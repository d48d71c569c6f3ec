"""A built corpus to live with: the made-up one on solar panels, its parses in its store."""

from pathlib import Path

import pytest

from reports.live.guard import Secrets
from tests.kb.conftest import Place
from tests.reports.conftest import copied
from tests.reports.live.asking import PORT, Person, built


@pytest.fixture
def place(once: Path, tmp_path: Path) -> Place:
    """A copy of it for one test; its site lies beside it."""
    return copied(once, tmp_path)


@pytest.fixture
def site(place: Place) -> Path:
    return place.corpus.parent / "site"


@pytest.fixture
def known() -> Secrets:
    return Secrets(PORT)


@pytest.fixture
def ana(place: Place, known: Secrets) -> Person:
    return Person(built(place), known)
