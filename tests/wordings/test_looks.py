"""How it looks, whom it suits and who does it, read in wordings by hand."""

import pytest

from tests.wordings.rows import HERE, read, rows, score


@pytest.mark.parametrize(
    ("name", "found", "kept"), [("looks", 0.80, 0.98), ("looks-second", 0.82, 0.98)]
)
def test_what_is_read_and_what_is_left(name: str, found: float, kept: float) -> None:
    got = score(read(rows(HERE / f"{name}.tsv")))
    assert got.found >= found
    assert got.kept >= kept
