"""Advice by its wordings: most of what is told is read, and next to nothing that is not."""

import pytest

from tests.wordings.rows import HERE, read, rows, score

FLOORS = {"advice": (0.9, 0.985), "advice-b": (0.72, 0.95), "advice-c": (0.95, 0.97)}


@pytest.mark.parametrize("name", FLOORS)
def test_advice_is_read_as_it_is_told(name: str) -> None:
    found, kept = FLOORS[name]
    got = score(read(rows(HERE / f"{name}.tsv")))
    assert got.found >= found
    assert got.kept >= kept
