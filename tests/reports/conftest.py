import pytest

from kb.knowledge.value import Knowledge
from tests.reports.mattress import mattress


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return mattress()
