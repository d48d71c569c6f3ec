"""The same things said the everyday way: idioms, forum talk, a copywriter's turns.

Each file was written before its words were added; what is still missed wants more than words.
"""

import pytest

from tests.wordings.rows import HERE, read, rows, score


@pytest.mark.parametrize(
    ("name", "found", "kept"),
    [
        ("everyday", 0.74, 0.985),
        ("everyday_again", 0.73, 0.98),
        ("everyday_third", 0.72, 0.985),
    ],
)
def test_everyday_ways_to_say_it(name: str, found: float, kept: float) -> None:
    got = score(read(rows(HERE / f"{name}.tsv")))
    assert got.found >= found
    assert got.kept >= kept
