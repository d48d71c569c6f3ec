"""Sides by kind of source: said only where each kind stands on one side."""

from dataclasses import replace

from kb.knowledge.kinds import KindSide, kinds_of, parted_by_kind
from kb.knowledge.value import Knowledge
from kb.model import Camp, Dispute, SourceKind, Strength
from tests.reports.mattress import mattress

SELLER, CLINIC, UNKNOWN = SourceKind.SELLER, SourceKind.CLINIC, SourceKind.UNKNOWN
TWO_AGAINST_ONE = (("dreamwell", "bed-blog"), ("sleep-clinic",))


def with_kinds(**more: str) -> Knowledge:
    """The mattresses: two sellers, a clinic, and a news outlet."""
    kinds = {"dreamwell": SELLER, "bed-blog": SELLER, "sleep-clinic": CLINIC}
    kinds |= {"consumer-desk": SourceKind.NEWS}
    kinds |= {id.replace("_", "-"): SourceKind(kind) for id, kind in more.items()}
    k = mattress()
    return replace(k, sources=tuple(replace(s, kind=kinds[s.id]) for s in k.sources))


def dispute(*sides: tuple[str, ...]) -> Dispute:
    camps = tuple(Camp(f"answer {n}", (), held, len(held)) for n, held in enumerate(sides, 1))
    return Dispute("d", ("smell",), "Does it smell?", "self", Strength.CONTRADICTION, camps, ())


def parted(k: Knowledge, about: Dispute) -> tuple[KindSide, ...]:
    return parted_by_kind([about], {s.id: s for s in k.sources}).get(about.id, ())


def test_who_stands_where_is_said_if_the_sides_part_by_kind() -> None:
    assert parted(with_kinds(), dispute(*TWO_AGAINST_ONE)) == (
        KindSide("the two sellers", False, "answer 1"),
        KindSide("the one clinic", True, "answer 2"),
    )


def test_the_is_left_out_where_others_of_the_kind_say_nothing() -> None:
    found = parted(with_kinds(consumer_desk="seller"), dispute(*TWO_AGAINST_ONE))
    assert found[0].who == "two sellers"


def test_several_kinds_may_share_a_side() -> None:
    sides = ("dreamwell", "bed-blog", "consumer-desk"), ("sleep-clinic",)
    found = parted(with_kinds(), dispute(*sides))
    assert found[0].who == "the two sellers and the one news outlet"


def test_nothing_is_said_where_a_kind_stands_on_both_sides() -> None:
    assert parted(with_kinds(bed_blog="clinic"), dispute(*TWO_AGAINST_ONE)) == ()
    itself = dispute(("dreamwell", "bed-blog", "sleep-clinic"), ("sleep-clinic",))
    assert parted(with_kinds(), itself) == ()


def test_nothing_is_said_where_a_kind_is_unknown() -> None:
    assert parted(with_kinds(bed_blog="unknown"), dispute(*TWO_AGAINST_ONE)) == ()


def test_two_voices_do_not_part_by_kind_and_copies_are_one_voice() -> None:
    assert parted(with_kinds(), dispute(("dreamwell",), ("sleep-clinic",))) == ()
    k = with_kinds()
    copied = (replace(s, copy_of="dreamwell" if s.id == "bed-blog" else None) for s in k.sources)
    assert parted(replace(k, sources=tuple(copied)), dispute(*TWO_AGAINST_ONE)) == ()


def test_the_kinds_of_a_side_stand_in_one_order() -> None:
    camp = Camp("", (), ("sleep-clinic", "dreamwell", "bed-blog"), 3)
    assert kinds_of(with_kinds(), camp) == ("seller", "clinic")
