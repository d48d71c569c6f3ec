"""Questions with more pairs than are written: what is kept, what is counted, what it costs."""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extract.model import Claim, Degree
from kb.model import Conflict, MorePairs, Position, Reconciled, Strength, Verdict, VerdictKind
from kb.reconcile.bounds import UNBOUNDED, Bounds, Comparison, Support
from kb.reconcile.pairs import reconcile
from tests.growth import grows_evenly
from tests.kb.making import DENY, POSSIBLE, TOPIC, claim, position, years
from tests.kb.reconcile.test_pairs import SOURCES, TIED, some_claims

FEW = Bounds(compared=6, conflicts=2, near_misses=1, refinements=1)
ALL_COMPARED = Bounds(UNBOUNDED.compared, conflicts=2, near_misses=1, refinements=1)


def lifetimes(n: int) -> list[Claim]:
    """Claims of n lifetimes, no two of them alike, in sentences of one source."""
    return [claim("lifetime", value=years(5 + i, 5 + i), at=30 * i) for i in range(n)]


def found_with(claims: list[Claim], bounds: Bounds, *verdicts: Verdict) -> Reconciled:
    return reconcile(claims, TIED, verdicts=verdicts, bounds=bounds)


# Which pairs are compared


@given(st.integers(0, 6), st.integers(0, 6))
def test_two_lists_are_held_against_each_other_whole(n: int, m: int) -> None:
    ones = [position("lifetime", value=years(i)) for i in range(n)]
    others = [position("lifetime", value=years(50 + i)) for i in range(m)]
    pairs = Comparison(ones, others, _same).pairs(100, Support({}))
    assert Counter((a.id, b.id) for a, b in pairs) == Counter(
        (a.id, b.id) for a in ones for b in others
    )


def test_of_too_many_pairs_each_position_is_in_one_at_least() -> None:
    many = [position("lifetime", value=years(i)) for i in range(9)]
    pairs = list(Comparison(many, None, _same).pairs(10, Support({})))
    assert len(pairs) == 10
    assert {p.id for pair in pairs for p in pair} == {p.id for p in many}


def _same(a: Position, b: Position) -> bool:
    return a == b


# What is kept


def test_what_more_sources_say_on_both_sides_is_kept() -> None:
    lone = lifetimes(6)
    both = [
        claim("lifetime", value=years(n, n), source=source, at=900 + n)
        for n in (70, 90)
        for source in ("two", "three")
    ]
    (kept,) = reconcile([*lone, *both], TOPIC, bounds=Bounds(conflicts=1)).conflicts
    assert "70 years" in kept.explanation
    assert "90 years" in kept.explanation


def test_among_equals_the_pairs_kept_are_of_many_positions() -> None:
    found = reconcile(lifetimes(100), TOPIC, bounds=Bounds(compared=2_000, conflicts=50))
    assert len({side.position for c in found.conflicts for side in (c.a, c.b)}) > 40


def test_copies_of_one_source_count_once() -> None:
    copied = [claim("recyclable", source=s) for s in ("a", "b", "c")]
    apart = [claim("recyclable", source=s, certainty=POSSIBLE) for s in ("d", "e")]
    denied = claim("recyclable", DENY, source="f")
    roots = {"b": "a", "c": "a"}
    support = Support(roots)
    by_label = {p.label: p for p in reconcile([*copied, *apart, denied], TOPIC).positions}
    assert (support.of(by_label["yes"]), support.of(by_label["yes, possibly"])) == (1, 2)


def test_contradictions_are_kept_before_tensions() -> None:
    says = [("yes", {}), ("perhaps", {"certainty": POSSIBLE})]
    yes = [claim("recyclable", quote=q, source=s, **m) for q, m in says for s in ("a", "b")]
    lone = claim("recyclable", quote="dry", source="c", degree=Degree.LESSENED)
    no = claim("recyclable", DENY, quote="no", source="z")
    found = reconcile([*yes, lone, no], TOPIC, bounds=Bounds(conflicts=1))
    assert [c.strength for c in found.conflicts] == [Strength.CONTRADICTION]
    (more,) = found.more
    assert (more.contradictions + more.tensions) == more.conflicts > 0


def test_refinements_are_bounded_and_counted() -> None:
    wide = [claim("lifetime", value=years(1, 20 + n), at=30 * n) for n in range(8)]
    every = sum(len(p.refines) for p in reconcile(wide, TOPIC).positions)
    found = reconcile(wide, TOPIC, bounds=Bounds(refinements=3))
    (more,) = found.more
    assert sum(len(p.refines) for p in found.positions) == 3
    assert more.refinements == every - 3


# The laws


@given(some_claims(), st.randoms())
def test_what_is_kept_does_not_hang_on_the_order_of_the_claims(
    claims: list[Claim], chance: Any
) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert found_with(shuffled, FEW) == found_with(claims, FEW)


@given(some_claims())
def test_what_is_not_written_is_counted(claims: list[Claim]) -> None:
    every, found = found_with(claims, UNBOUNDED), found_with(claims, ALL_COMPARED)
    assert every.more == ()
    assert set(found.conflicts) <= set(every.conflicts)
    assert set(found.near_misses) <= set(every.near_misses)
    assert _counted(found) == _counted(every)
    assert all(m.not_compared == 0 for m in found.more)
    kept = Counter(c.aspect for c in found.conflicts)
    assert all(n <= 2 for n in kept.values())
    for m in found.more:
        if m.contradictions:
            hard = [c for c in found.conflicts if c.strength is Strength.CONTRADICTION]
            assert sum(c.aspect == m.aspect for c in hard) == 2


def _counted(found: Reconciled) -> Counter[tuple[str, str]]:
    """How many pairs of each sort each question has, written or not."""
    total = Counter((c.aspect, str(c.strength)) for c in found.conflicts)
    total.update((n.aspect, "near miss") for n in found.near_misses)
    for m in found.more:
        total[m.aspect, "contradiction"] += m.contradictions
        total[m.aspect, "tension"] += m.tensions
        total[m.aspect, "near miss"] += m.near_misses
    return +total


@given(some_claims(), st.data())
def test_what_a_person_decided_is_kept_beside_the_rest(claims: list[Claim], data: Any) -> None:
    every = found_with(claims, UNBOUNDED)
    if not every.conflicts:
        return
    decided = data.draw(st.sampled_from(every.conflicts))
    verdict = data.draw(st.sampled_from([_labelled(every, decided), _quoted(every, decided)]))
    before, after = found_with(claims, FEW), found_with(claims, FEW, verdict)
    assert set(after.conflicts) == {*before.conflicts, decided}


def _labelled(found: Reconciled, c: Conflict) -> Verdict:
    """A verdict whose line still says what one side says; its passages were reworded since."""
    label = next(p.label for p in found.positions if p.id == c.a.position)
    return _verdict(c, says=(label, "something else"), passages=("gone", "gone too"))


def _quoted(found: Reconciled, c: Conflict) -> Verdict:
    """A verdict that still has a passage of one side; the topic file's labels were changed."""
    quote = next(x.quote for x in found.claims if x.id == c.b.claims[0])
    return _verdict(c, says=("other", "words"), passages=("gone", quote))


def _verdict(c: Conflict, **more: Any) -> Verdict:
    return Verdict(c.id, VerdictKind.REAL, "Ana", "2026-01-01", aspect=c.aspect, **more)


@given(some_claims(), some_claims(sources=("stranger",)))
def test_a_source_on_other_questions_changes_nothing_that_is_kept(
    claims: list[Claim], strange: list[Claim]
) -> None:
    known = {c.aspect for c in claims} | ({"lifetime", "faults"} if claims else set())
    unrelated = [c for c in strange if c.aspect not in known]
    before, after = found_with(claims, FEW), found_with([*claims, *unrelated], FEW)
    assert set(before.conflicts) <= set(after.conflicts)
    assert set(before.near_misses) <= set(after.near_misses)
    assert set(before.more) <= set(after.more)


@given(some_claims())
def test_new_names_for_the_sources_change_nothing_that_is_kept(claims: list[Claim]) -> None:
    names = dict(zip(SOURCES, reversed(SOURCES), strict=True))
    turned = [Claim.from_row(c.to_row() | {"source": names[c.source]}) for c in claims]
    before, after = found_with(claims, FEW), found_with(turned, FEW)
    assert [c.id for c in after.conflicts] == [c.id for c in before.conflicts]
    assert after.more == before.more


# What it costs


def test_the_work_grows_with_the_positions_and_not_with_their_square() -> None:
    some = Bounds(compared=5_000)
    assert grows_evenly(lambda n: reconcile(lifetimes(n), TOPIC, bounds=some), 2400)


def test_twice_the_values_are_twice_the_positions_and_no_more_pairs() -> None:
    some = Bounds(compared=5_000)
    one, two = (reconcile(lifetimes(n), TOPIC, bounds=some) for n in (200, 400))
    assert len(two.positions) == 2 * len(one.positions)
    assert len(two.conflicts) == len(one.conflicts)
    assert max(len(found.near_misses) for found in (one, two)) <= some.near_misses
    assert _size(two.more) <= 2 * _size(one.more)
    assert _compared(two) == _compared(one)


def _size(more: tuple[MorePairs, ...]) -> int:
    return sum(len(m.contradicted) + len(m.tense) for m in more)


def _compared(found: Reconciled) -> int:
    n = len(found.positions)
    return n * (n - 1) // 2 - sum(m.not_compared for m in found.more)
