import pytest

from reports.teach.meter import cells, spoken
from reports.views.meter import Meter, MeterShare


def share(kind: str, words: str, count: int) -> MeterShare:
    return MeterShare(kind, words, count, tuple(f"{kind}{n}" for n in range(count)), (), 0, 0)


def meter(*shares: MeterShare, by_side: bool = False) -> Meter:
    return Meter(shares, "", by_side, frozenset())


STANDS = meter(
    share("yes", "all", 6), share("ifs", "with ifs", 2), share("both", "says both", 1),
    share("silent", "say nothing", 3),
)  # fmt: skip


def test_each_cell_says_in_words_what_its_colour_says() -> None:
    told = [c.words for c in cells(STANDS)]
    assert told == ["all: 6", "with ifs: 2", "both: 1", "silent: 3"]
    assert len({c.fill for c in cells(STANDS)}) == 4


def test_a_side_goes_by_its_letter_and_those_on_several_by_that() -> None:
    sides = meter(share("A", "soft", 2), share("several", "says more than one", 1), by_side=True)
    assert [c.words for c in cells(sides)] == ["A: 2", "several sides: 1"]


def test_cells_are_as_wide_as_their_sources_are_many() -> None:
    most, ifs, both, silent = (c.width for c in cells(STANDS))
    assert most > silent > ifs == both
    assert most / silent == pytest.approx(2)


def test_a_small_share_keeps_room_for_its_words() -> None:
    few = meter(share("yes", "yes", 1999), share("no", "no", 1))
    assert sum(c.width for c in cells(few)) == pytest.approx(1)
    assert min(c.width for c in cells(few)) > 0.1


def test_it_can_be_heard() -> None:
    assert spoken(STANDS) == "Of 12 sources, all: 6, with ifs: 2, both: 1, silent: 3."
    assert (spoken(meter()), cells(meter())) == ("No source.", ())
