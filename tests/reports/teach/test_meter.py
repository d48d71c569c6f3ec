import pytest

from reports.teach.meter import cells, spoken
from reports.views.tally import Share, Stands, Tally


def many(n: int) -> tuple[str, ...]:
    return tuple(f"s{i}" for i in range(n))


STANDS = Tally(
    (
        Share(Stands.PLAIN, 0, many(6)),
        Share(Stands.BOTH, None, many(1)),
        Share(Stands.IFS, 1, many(2)),
        Share(Stands.SILENT, None, many(3)),
    )
)


def test_each_cell_says_in_words_what_its_colour_says() -> None:
    told = [c.words for c in cells(STANDS)]
    assert told == ["A: 6", "several sides: 1", "B with ifs: 2", "silent: 3"]
    assert len({c.fill for c in cells(STANDS)}) == 4


def test_cells_are_as_wide_as_their_sources_are_many() -> None:
    one, _, ifs, silent = (c.width for c in cells(STANDS))
    assert one > silent > ifs
    assert one / silent == pytest.approx(2)


def test_a_small_share_keeps_room_for_its_words() -> None:
    few = Tally((Share(Stands.PLAIN, 0, many(1999)), Share(Stands.PLAIN, 1, many(1))))
    assert sum(c.width for c in cells(few)) == pytest.approx(1)
    assert min(c.width for c in cells(few)) > 0.1


def test_it_can_be_heard() -> None:
    says = "Of 12 sources, A outright: 6, several sides: 1, B with ifs: 2, silent: 3."
    assert spoken(STANDS) == says
    assert (spoken(Tally(())), cells(Tally(()))) == ("No source.", ())
