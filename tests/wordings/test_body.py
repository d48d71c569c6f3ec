"""How much of what is felt, risked and done to the skin is read, and how little wrongly."""

from tests.wordings.rows import HERE, read, rows, score

FOUND, KEPT = 0.82, 0.985


def test_the_wordings_are_read() -> None:
    got = score(read(rows(HERE / "body.tsv")))
    assert got.found >= FOUND
    assert got.kept >= KEPT
