"""What a bound, an ability and a denial make of an interval."""

import pytest

from extract.model import Quantity
from extract.quantity.bounds import bounded, bounded_above, complement
from extract.quantity.cues import Bound

THREE = Quantity("week", 3, 3)


@pytest.mark.parametrize(
    ("bound", "want"),
    [
        (Bound.PLAIN, THREE),
        (Bound.FROM, Quantity("week", 3, None)),
        (Bound.ABOVE, Quantity("week", 3, None, low_open=True)),
        (Bound.UP_TO, Quantity("week", 0, 3, low_open=True)),
        (Bound.BELOW, Quantity("week", 0, 3, low_open=True, high_open=True)),
    ],
)
def test_a_bound_opens_one_end(bound: Bound, want: Quantity) -> None:
    assert bounded(THREE, bound) == want


def test_an_ability_is_the_most_there_can_be() -> None:
    assert bounded_above(THREE) == Quantity("week", 0, 3, low_open=True)


def test_a_denied_bound_is_all_the_rest() -> None:
    most = Quantity("week", 0, 3, low_open=True)
    assert complement(most) == Quantity("week", 3, None, low_open=True)
    assert complement(THREE) is None
