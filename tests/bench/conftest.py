"""Measurements are of the program as it is, which remembers no parse from test to test."""

from collections.abc import Iterator
from inspect import unwrap

import pytest

from extract.english import pipeline


@pytest.fixture(scope="module", autouse=True)
def nothing_remembered() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "load", unwrap(pipeline.load))
        patch.setattr(pipeline, "parse", unwrap(pipeline.parse))
        yield
