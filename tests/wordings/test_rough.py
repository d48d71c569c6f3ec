"""Half of it near misses: words in another sense, conditions put as orders, what others say."""

from tests.wordings.rows import HERE, read, rows, score


def test_what_is_said_is_told_from_what_only_sounds_like_it() -> None:
    got = score(read(rows(HERE / "rough.tsv")))
    assert got.found >= 0.68
    assert got.kept >= 0.97
