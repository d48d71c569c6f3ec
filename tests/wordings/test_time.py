"""How long it lasts, what it takes and what it costs: how much of it is read, and how little else.

The floors lie a little under what is reached; a change that falls below them has lost something.
"""

from tests.wordings.rows import HERE, read, rows, score


def test_wordings_of_time_and_price() -> None:
    reached = score(read(rows(HERE / "time.tsv")))
    assert reached.found >= 0.85
    assert reached.kept >= 0.985


def test_wordings_of_a_second_day() -> None:
    reached = score(read(rows(HERE / "time_again.tsv")))
    assert reached.found >= 0.85
    assert reached.kept >= 0.975
