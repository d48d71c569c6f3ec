"""The ladder, rung by rung: from which one a pair that looks like a conflict is let go."""

from typing import Any

import pytest

from extract.model import Attribution, Claim, Degree, Quantifier, Standing
from kb.model import ConflictKind, Rung
from kb.reconcile.kinds import judge_of
from kb.reconcile.ladder import Pair, fall
from kb.reconcile.pairs import reconcile
from tests.kb.making import (
    DENY,
    ENDLESS,
    POSSIBLE,
    SEVERAL,
    TOPIC,
    USUAL,
    claim,
    condition,
    critics,
    option,
    part,
    position,
    scope,
    years,
)

YES: dict[str, Any] = {}
NO: dict[str, Any] = {"polarity": DENY}
SOME: dict[str, Any] = {"quantifier": Quantifier.SOME}
MAY: dict[str, Any] = {"certainty": POSSIBLE}
USUALLY: dict[str, Any] = {"certainty": USUAL}
IF_WET: dict[str, Any] = {"condition": condition("if it gets wet")}
WITH_CARE: dict[str, Any] = {"condition": condition("with proper care", favourable=True)}
SHORT: dict[str, Any] = {"value": years(1, 2)}
LONG: dict[str, Any] = {"value": years(5, 8)}
FOR_LIFE: dict[str, Any] = {"value": ENDLESS}
LASTS: dict[str, Any] = {"value": SEVERAL}


def scoped(kind: str, name: str) -> dict[str, Any]:
    return {"scope": scope(kind, name)}


def rung(aspect: str, a: dict[str, Any], b: dict[str, Any]) -> Rung:
    """Where the pair comes to rest, whichever way round."""
    one, other = position(aspect, **a), position(aspect, **b)
    judge = judge_of(TOPIC.aspect(aspect))
    found = [judge.judge(one, other), judge.judge(other, one)]
    assert found[0] is not None and found[1] is not None
    steps = fall(Pair(one, other, found[0])), fall(Pair(other, one, found[1]))
    assert steps[0].rung is steps[1].rung
    return steps[0].rung


@pytest.mark.parametrize(
    ("aspect", "a", "b", "expected"),
    [
        # 1 other subject
        ("recyclable", YES, NO | {"subject": "futon"}, Rung.OTHER_SUBJECT),
        ("recyclable", YES, NO | {"subject": "futon"} | IF_WET, Rung.OTHER_SUBJECT),
        # 2 other scope
        ("recyclable", scoped("subtype", "latex"), NO | scoped("subtype", "foam"), 2),
        ("recyclable", scoped("phase", "first year"), NO | scoped("phase", "later"), 2),
        ("recyclable", scoped("row", "full set"), NO | scoped("row", "half set"), 2),
        ("recyclable", scoped("phase", "first year"), NO | scoped("population", "adults"), 6),
        ("recyclable", scoped("phase", "between"), NO | scoped("phase", "between each"), 7),
        ("recyclable", scoped("subtype", "latex"), NO, 7),
        ("recyclable", YES, NO | scoped("subtype", "latex"), 7),
        # 3 reported
        ("recyclable", YES, NO | {"attribution": critics()}, Rung.REPORTED),
        ("recyclable", YES, NO | {"attribution": Attribution("experts", endorsed=True)}, 7),
        # 4 compatible
        ("recyclable", YES, NO | {"degree": Degree.PARTIAL_DENIAL}, Rung.COMPATIBLE),
        ("lifetime", {"value": years(1, 8)}, SHORT, Rung.COMPATIBLE),
        # 5 room left
        ("recyclable", MAY, NO | MAY, Rung.ROOM_LEFT),
        ("recyclable", SOME, NO | MAY, Rung.ROOM_LEFT),
        ("recyclable", SOME, NO | WITH_CARE, Rung.ROOM_LEFT),
        ("recyclable", SOME, NO | {"quantifier": Quantifier.MOST}, Rung.ROOM_LEFT),
        ("recyclable", MAY, NO | IF_WET, Rung.ROOM_LEFT),
        ("recyclable", WITH_CARE, NO | IF_WET, Rung.ROOM_LEFT),
        ("lifetime", SHORT | MAY, LONG | MAY, Rung.ROOM_LEFT),
        ("lifetime", SHORT | IF_WET, LONG | WITH_CARE, Rung.ROOM_LEFT),
        ("lifetime", SHORT | WITH_CARE, LONG | IF_WET, 7),  # the best case falls short
        # 6 tension
        ("lifetime", {"value": years(1, 4)}, {"value": years(2, 6)}, Rung.TENSION),
        ("recyclable", YES, NO | MAY, Rung.TENSION),
        ("recyclable", YES, NO | SOME, Rung.TENSION),
        ("recyclable", IF_WET, NO, Rung.TENSION),
        ("recyclable", MAY | WITH_CARE, NO, Rung.TENSION),
        ("recyclable", YES, NO | WITH_CARE, Rung.TENSION),
        ("recyclable", MAY, NO | USUALLY, Rung.TENSION),
        ("recyclable", {"standing": Standing.PRESUPPOSED}, NO, Rung.TENSION),
        ("recyclable", {"degree": Degree.SLIGHT}, NO, Rung.TENSION),
        ("recyclable", {"degree": Degree.LESSENED}, NO, Rung.TENSION),
        ("recyclable", {"degree": Degree.COMPARED}, NO, Rung.TENSION),
        ("recyclable", scoped("brand", "Dozy"), NO, Rung.TENSION),
        ("recyclable", scoped("brand", "Dozy"), NO | scoped("brand", "Dozy"), 7),
        ("recyclable", scoped("brand", "one case"), NO | scoped("brand", "one case"), 6),
        ("recyclable", scoped("row", "full set"), NO, Rung.TENSION),
        ("lifetime", SHORT | scoped("phase", "after"), FOR_LIFE, Rung.TENSION),
        ("recyclable", scoped("row", "full set"), NO | scoped("row", "full set"), 7),
        ("lifetime", SHORT | scoped("population", "adults"), LONG, Rung.TENSION),
        ("recyclable", scoped("population", "adults"), NO, 7),
        ("lifetime", SHORT | MAY, LONG, Rung.TENSION),
        ("lifetime", SHORT | IF_WET, FOR_LIFE, Rung.TENSION),
        ("lifetime", FOR_LIFE | MAY, SHORT, Rung.TENSION),
        ("lifetime", LONG | WITH_CARE, SHORT, Rung.TENSION),
        ("filling", {"value": option("wool")}, {"value": option("foam")} | MAY, Rung.TENSION),
        # 7 contradiction
        ("recyclable", YES, NO, Rung.CONTRADICTION),
        ("recyclable", MAY, NO, Rung.CONTRADICTION),
        ("recyclable", SOME, NO, Rung.CONTRADICTION),
        ("recyclable", USUALLY, NO, Rung.CONTRADICTION),
        ("recyclable", YES, NO | USUALLY, Rung.CONTRADICTION),
        ("recyclable", WITH_CARE, NO | WITH_CARE, Rung.CONTRADICTION),
        ("lifetime", SHORT | USUALLY, FOR_LIFE, Rung.CONTRADICTION),
        ("lifetime", LASTS | WITH_CARE, FOR_LIFE, Rung.CONTRADICTION),
        ("lifetime", LASTS | WITH_CARE | MAY, FOR_LIFE, Rung.CONTRADICTION),
        ("lifetime", SHORT | WITH_CARE, LONG, Rung.CONTRADICTION),
        ("lifetime", SHORT | MAY, FOR_LIFE, Rung.CONTRADICTION),
        ("faults", {"value": part("smell")} | MAY, NO, Rung.CONTRADICTION),
    ],
)
def test_a_pair_falls_to(aspect: str, a: dict[str, Any], b: dict[str, Any], expected: Rung) -> None:
    assert rung(aspect, a, b) == expected


def test_what_is_qualified_is_an_absolute_conflict() -> None:
    plain, hedged = position("recyclable"), position("recyclable", DENY, certainty=POSSIBLE)
    finding = judge_of(TOPIC.aspect("recyclable")).judge(plain, hedged)
    assert finding is not None
    assert fall(Pair(plain, hedged, finding)).kind is ConflictKind.ABSOLUTE


def lifetimes(*rows: tuple[str, str | None, dict[str, Any]]) -> list[Claim]:
    return [
        claim("lifetime", source=s, at=20 * i, **(scoped("subtype", x) if x else {}), **more)
        for i, (s, x, more) in enumerate(rows)
    ]


def test_subtypes_that_one_text_sets_against_each_other_cap_at_tension() -> None:
    claims = lifetimes(("one", "latex", LONG), ("one", "foam", SHORT), ("two", None, FOR_LIFE))
    found = reconcile(claims, TOPIC)
    assert [c.strength for c in found.conflicts] == ["tension", "tension"]
    assert [m.rung for m in found.near_misses] == [Rung.OTHER_SCOPE]


def test_a_subtype_on_its_own_stands_for_all() -> None:
    found = reconcile(lifetimes(("one", "foam", SHORT), ("two", None, FOR_LIFE)), TOPIC)
    assert [c.strength for c in found.conflicts] == ["contradiction"]
