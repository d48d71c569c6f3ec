from collections.abc import Iterator

import pytest

from tests.kb.readers.endpoint import Endpoint, serving


@pytest.fixture
def endpoint() -> Iterator[Endpoint]:
    with serving() as found:
        yield found
