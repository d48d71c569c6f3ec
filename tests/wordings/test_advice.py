"""Advice by its wordings: most of what is told is read, and next to nothing that is not."""

from tests.wordings.rows import HERE, read, rows, score


def test_advice_is_read_as_it_is_told() -> None:
    got = score(read(rows(HERE / "advice.tsv")))
    assert got.found >= 0.9
    assert got.kept >= 0.985
