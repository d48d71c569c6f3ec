from kb.model import Conflict, ConflictKind, SideOf, Strength
from kb.reconcile.taking import taking_part


def conflict(id: str, a: SideOf, b: SideOf) -> Conflict:
    return Conflict(
        id, "colour", ConflictKind.POLARITY, Strength.CONTRADICTION, a, b, "They clash."
    )


def test_each_claim_that_takes_part_stands_once_under_its_position() -> None:
    red, blue = SideOf("red", ("r1", "r2")), SideOf("blue", ("b1",))
    both = [conflict("1", red, blue), conflict("2", SideOf("red", ("r2", "r3")), blue)]
    assert taking_part(both) == {"red": ("r1", "r2", "r3"), "blue": ("b1",)}


def test_a_position_in_no_conflict_has_no_part() -> None:
    assert taking_part([]) == {}
