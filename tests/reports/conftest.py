import shutil
from pathlib import Path

import pytest

from kb.knowledge.value import Knowledge
from reports.rendered import last_pages, remember
from tests.kb.conftest import Place
from tests.reports.mattress import mattress


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return mattress()


def copied(once: Path, to: Path) -> Place:
    """A corpus with its store and its site, the site known to be that of the store."""
    shutil.copytree(once, to, dirs_exist_ok=True)
    place = Place(to / "corpus", to / ".kb")
    shown = last_pages(once / ".kb", once / "site").shown
    remember(place.store, to / "site", place.build().inputs, shown)
    return place
