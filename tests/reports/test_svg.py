import pytest

from extract.model import Quantity
from reports.svg import BEYOND, LEFT, RIGHT, axis_of, bar_of, nice


def test_an_axis_begins_at_zero_and_ends_at_a_round_figure() -> None:
    axis = axis_of([Quantity("year", 8.0, 10.0), Quantity("year", 1.0, 2.0)])
    assert [t.label for t in axis.ticks()] == ["0", "2", "4", "6", "8", "10"]
    assert axis.ticks()[0].x == LEFT and axis.ticks()[-1].x == RIGHT


def test_a_wide_range_gets_a_logarithmic_axis() -> None:
    axis = axis_of([Quantity("day", 0.1, 1.0), Quantity("day", 3650.0, 3650.0)])
    assert axis.logarithmic
    assert [t.label for t in axis.ticks()][:3] == ["0.1", "1", "10"]


def test_bars_show_bounds_arrows_dots_and_vagueness() -> None:
    quantities = {
        "range": Quantity("year", 2.0, 4.0),
        "dot": Quantity("year", 7.0, 7.0),
        "from": Quantity("year", 3.0, None, low_open=True),
        "upto": Quantity("year", None, 8.0),
        "vague": Quantity("year", vague=True),
        "ever": Quantity("year", endless=True),
    }
    axis = axis_of(quantities.values())
    bars = {name: bar_of(axis, q) for name, q in quantities.items()}
    assert bars["range"].x1 < bars["range"].x2 and not bars["range"].arrow
    assert bars["dot"].dot and bars["dot"].x1 == bars["dot"].x2
    assert bars["from"].arrow and bars["from"].low_open and bars["from"].x2 == BEYOND
    assert bars["upto"].x1 == LEFT and not bars["upto"].arrow
    assert bars["vague"].vague and not bars["vague"].arrow
    assert (bars["vague"].x1, bars["vague"].x2) == (LEFT, RIGHT)  # no end is made up
    assert bars["ever"].x1 > RIGHT and bars["ever"].arrow and bars["ever"].endless


def test_a_vague_amount_is_drawn_alike_whatever_floor_it_was_given() -> None:
    several, short = (Quantity("year", low, vague=True) for low in (1.0, None))
    axis = axis_of([several, Quantity("year", 40.0, 50.0)])
    assert bar_of(axis, several) == bar_of(axis, short)
    assert axis == axis_of([Quantity("year", 40.0, 50.0)])  # its floor moves no axis


def test_an_axis_needs_no_figures() -> None:
    assert axis_of([Quantity("year", endless=True)]).ticks()


@pytest.mark.parametrize(("step", "round_one"), [(0.3, 0.5), (2.1, 2.5), (7, 10), (130, 200)])
def test_steps_are_round(step: float, round_one: float) -> None:
    assert nice(step) == round_one


def test_what_only_ends_some_time_has_no_end_made_up_for_it() -> None:
    ends = Quantity("day")  # "for a short time"
    bar = bar_of(axis_of([ends, Quantity("day", 2.0, 4.0)]), ends)
    assert bar.vague and not bar.arrow
