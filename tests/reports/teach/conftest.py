import pytest

from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book


@pytest.fixture(scope="session")
def book(knowledge: Knowledge) -> Book:
    return open_book(knowledge)
