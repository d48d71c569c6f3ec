import pytest

from extract.topic.schema import Kind
from reports.teach.meter import cells, spoken
from reports.views.meter import Meter, MeterShare


def share(kind: str, words: str, count: int) -> MeterShare:
    return MeterShare(kind, words, count, tuple(f"{kind}{n}" for n in range(count)), (), 0, 0)


def meter(*shares: MeterShare, by_side: bool = False, torn: tuple[str, ...] = ()) -> Meter:
    return Meter(shares, "", by_side, frozenset(torn))


STANDS = meter(
    share("yes", "all", 6), share("ifs", "with ifs", 2), share("both", "says both", 1),
    share("silent", "say nothing", 3),
)  # fmt: skip


def test_each_cell_says_in_words_what_its_colour_says() -> None:
    told = [c.words for c in cells(STANDS)]
    assert told == ["all: 6", "with ifs: 2", "says both: 1", "silent: 3"]
    assert len({c.fill for c in cells(STANDS)}) == 4


def test_a_side_goes_by_its_letter_and_those_on_several_by_that() -> None:
    sides = meter(share("A", "soft", 2), share("several", "says more than one", 1), by_side=True)
    assert [c.words for c in cells(sides)] == ["A: 2", "more than one: 1"]


@pytest.mark.parametrize(
    ("torn", "words"),
    [
        (("several0",), "contradicts itself: 1"),
        (("several0", "several1"), "contradict themselves: 2"),
        ((), "more than one: 1"),
    ],
)
def test_who_contradicts_itself_is_counted_as_that(torn: tuple[str, ...], words: str) -> None:
    apart = share("several", "says more than one", len(torn) or 1)
    assert cells(meter(share("A", "soft", 2), apart, by_side=True, torn=torn))[1].words == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.YESNO, ["yes: 2", "no: 1"]),  # nobody disagrees: they speak of two cases
        (Kind.ANY_OF, ["answers: 2", "no: 1"]),
        (None, ["yes: 2", "no: 1"]),
    ],
)
def test_where_nobody_disagrees_only_a_yes_or_no_is_one(
    kind: Kind | None, words: list[str]
) -> None:
    said = meter(share("yes", "yes", 2), share("no", "no", 1))
    assert [c.words for c in cells(said, kind)] == words


def test_cells_are_as_wide_as_their_sources_are_many() -> None:
    most, ifs, both, silent = (c.width for c in cells(STANDS))
    assert most > silent > ifs == both
    assert most / silent == pytest.approx(2)


def test_a_small_share_keeps_room_for_its_words() -> None:
    few = meter(share("yes", "yes", 1999), share("no", "no", 1))
    assert sum(c.width for c in cells(few)) == pytest.approx(1)
    assert min(c.width for c in cells(few)) > 0.1


def test_it_can_be_heard() -> None:
    assert spoken(STANDS, cells(STANDS)) == (
        "Of 12 sources, all: 6, with ifs: 2, says both: 1, silent: 3."
    )
    assert (spoken(meter(), ()), cells(meter())) == ("No source.", ())
