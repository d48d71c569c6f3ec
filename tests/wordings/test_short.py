"""Short rows, bare names and verdicts, and what a figure's question must be taken from."""

from tests.wordings.rows import HERE, read, rows, score


def test_short_answers_and_rows_are_read_with_what_asks_them() -> None:
    got = score(read(rows(HERE / "short.tsv")))
    assert got.found >= 0.88
    assert got.kept >= 0.97
