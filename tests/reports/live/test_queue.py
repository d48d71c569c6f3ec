"""Which conflicts wait, and in which order they come."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import Conflict, Verdict, VerdictKind
from kb.verdicts.standing import standings
from reports.live.queue import Queue, queue_of, wholes_of

TODAY = "2026-11-21"


def said(conflict: Conflict, verdict: str, by: str = "Ana", **more: str) -> Verdict:
    return Verdict(conflict.id, VerdictKind(verdict), by, TODAY, **more)


def waits(conflict: Conflict, *verdicts: Verdict) -> bool:
    standing = standings(verdicts, [conflict])
    return conflict.id in queue_of((conflict.id,), [conflict], standing, TODAY).waiting


def test_what_nobody_decided_waits(knowledge: Knowledge) -> None:
    one = knowledge.conflicts[0]
    assert waits(one)
    assert waits(one, said(one, "unsure"))
    assert not waits(one, said(one, "real"))
    assert not waits(one, said(one, "both-hold"))
    assert not waits(one, said(one, "prefer", position=one.a.position))


def test_people_who_differ_leave_it_waiting(knowledge: Knowledge) -> None:
    one = knowledge.conflicts[0]
    assert waits(one, said(one, "real"), said(one, "not-a-conflict", "Ben"))
    assert not waits(one, said(one, "real"), said(one, "real", "Ben"))


def test_it_waits_again_from_the_day_that_a_verdict_names(knowledge: Knowledge) -> None:
    one = knowledge.conflicts[0]
    assert waits(one, said(one, "both-hold", review="2026-11-21"))
    assert not waits(one, said(one, "both-hold", review="2026-11-22"))


def test_it_waits_no_longer_once_every_claim_of_a_side_is_misread(knowledge: Knowledge) -> None:
    one = knowledge.conflicts[0]
    lone = replace(one, a=replace(one.a, claims=one.a.claims[:1]))
    assert not waits(lone, said(lone, "misread", claim=lone.a.claims[0]))
    two = replace(one, a=replace(one.a, claims=("x", "y")), b=replace(one.b, claims=("z", "w")))
    assert waits(two, said(two, "misread", claim="x"))
    assert not waits(two, said(two, "misread", claim="x"), said(two, "misread", claim="y"))


def test_next_and_previous_pass_over_what_is_decided() -> None:
    queue = Queue(("a", "b", "c", "d"), frozenset("acd"))
    assert [queue.after(None), queue.after("a"), queue.after("d")] == ["a", "c", None]
    assert [queue.before("d"), queue.before("c"), queue.before("a")] == ["c", "a", None]
    assert [queue.after("b"), queue.before("b")] == ["c", "a"]
    assert [queue.number(x) for x in "abcd"] == [1, 0, 2, 3]


def test_a_dispute_waits_while_one_of_its_pairs_does(knowledge: Knowledge) -> None:
    one, other = knowledge.disputes[:2]
    pairs = Queue(one.conflicts + other.conflicts, frozenset(one.conflicts[-1:]))
    wholes = wholes_of((one, other), pairs)
    assert (wholes.order, wholes.waiting) == ((one.id, other.id), {one.id})


def test_a_part_of_a_queue_keeps_its_order() -> None:
    part = Queue(("a", "b", "c"), frozenset("bc")).among(["c", "a"])
    assert (part.order, part.waiting) == (("a", "c"), {"c"})
