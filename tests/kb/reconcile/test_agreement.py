"""How the sources stand on an aspect; copies count once."""

from dataclasses import replace
from typing import Any

import pytest

from extract.model import Claim
from kb.model import Agreement, AspectView, Source, Strength
from kb.reconcile.agreement import originals, torn, torn_in, views
from kb.reconcile.disputes import disputes
from kb.reconcile.pairs import reconcile
from tests.kb.making import DENY, ENDLESS, POSSIBLE, TOPIC, claim, critics, years


def source(id: str, copy_of: str | None = None) -> Source:
    return Source(id, f"{id}.txt", id, None, None, None, "", copy_of)


def view(aspect: str, claims: list[Claim], *sources: Source) -> AspectView:
    shown = sources or (source("one"), source("two"), source("three"))
    return next(v for v in views(reconcile(claims, TOPIC), TOPIC, shown) if v.aspect == aspect)


YES = claim("recyclable")
ALSO = claim("recyclable", source="two")
NO = claim("recyclable", DENY, source="three")


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([], Agreement.SILENT),
        ([YES], Agreement.ONE_SIDED),
        ([YES, ALSO], Agreement.AGREED),
        ([YES, ALSO, NO], Agreement.DISPUTED),
    ],
)
def test_how_the_sources_stand(claims: list[Claim], expected: Agreement) -> None:
    assert view("recyclable", claims).agreement is expected


def test_who_is_silent() -> None:
    found = view("recyclable", [YES, NO])
    assert found.silent == ("two",)
    assert found.independent == ("one", "three")


def test_copies_count_once() -> None:
    found = view("recyclable", [YES, ALSO], source("one"), source("two", copy_of="one"))
    assert found.agreement is Agreement.ONE_SIDED
    assert found.independent == ("one",)
    assert found.silent == ()


@pytest.mark.parametrize("more", [{"attribution": critics()}, {"subject": "futon"}])
def test_what_is_not_the_sources_own_view_of_the_subject(more: dict[str, Any]) -> None:
    said = claim("recyclable", DENY, source="two", **more)
    assert view("recyclable", [YES, said]).agreement is Agreement.ONE_SIDED


def test_different_answers_that_fit_agree() -> None:
    claims = [claim("lifetime", value=years(1, 8)), claim("lifetime", value=years(2), source="two")]
    assert view("lifetime", claims).agreement is Agreement.DISPUTED  # they overlap only in part
    claims = [claim("lifetime", value=ENDLESS), claim("lifetime", value=ENDLESS, source="two")]
    assert view("lifetime", claims).agreement is Agreement.AGREED


def test_what_people_settled_disputes_nothing() -> None:
    found = reconcile([YES, ALSO, NO], TOPIC)
    settled = frozenset(c.id for c in found.conflicts)
    sources = (source("one"), source("two"), source("three"))
    view = next(v for v in views(found, TOPIC, sources, settled) if v.aspect == "recyclable")
    assert view.agreement is Agreement.AGREED


def test_copies_of_copies_and_rings() -> None:
    chain = [source("a"), source("b", "a"), source("c", "b"), source("d", "lost")]
    assert originals(chain) == {"a": "a", "b": "a", "c": "a", "d": "lost"}
    ring = [source("x", "z"), source("y", "x"), source("z", "y")]
    assert set(originals(ring).values()) == {"x"}


def test_a_source_that_says_both_is_torn_and_its_copy_is_the_same_source() -> None:
    both = [YES, claim("recyclable", DENY, at=50), ALSO]
    assert view("recyclable", both).torn == ("one",)
    assert view("recyclable", [YES, ALSO, NO]).torn == ()
    copied = [claim("recyclable", source="two"), claim("recyclable", DENY, source="two", at=50)]
    assert view("recyclable", copied, source("one"), source("two", copy_of="one")).torn == ("one",)


def test_a_text_that_only_differs_from_itself_is_not_torn() -> None:
    hedged = claim("recyclable", DENY, certainty=POSSIBLE, at=50)
    assert view("recyclable", [YES, hedged]).torn == ()


def test_who_contradicts_itself_in_a_dispute_is_known_until_people_settle_it() -> None:
    found = reconcile([YES, claim("recyclable", DENY, at=50), NO], TOPIC)
    (dispute,) = disputes(found.conflicts, found.positions, TOPIC, {})
    assert torn_in(dispute, found.conflicts, {}) == {"one"}
    settled = frozenset(c.id for c in found.conflicts)
    assert torn_in(dispute, found.conflicts, {}, settled) == frozenset()


def test_who_contradicts_itself_stands_for_its_copies_and_a_tension_tears_nobody() -> None:
    found = reconcile([YES, claim("recyclable", DENY, at=50)], TOPIC)
    assert torn(found.conflicts, {"one": "zero"}) == {"zero"}
    soft = [replace(c, strength=Strength.TENSION) for c in found.conflicts]
    assert torn(soft, {}) == frozenset()
