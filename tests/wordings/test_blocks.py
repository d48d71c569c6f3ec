"""Wordings across sentences and blocks, to floors that only rise."""

from tests.wordings.rows import HERE, read, rows, score

FOUND, KEPT = 0.93, 0.98


def test_blocks_are_read_as_written() -> None:
    reached = score(read(rows(HERE / "blocks.tsv")))
    assert reached.found >= FOUND
    assert reached.kept >= KEPT
