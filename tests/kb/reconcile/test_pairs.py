"""Reconciling whole sets of claims: who takes part, and the laws that always hold."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from extract.model import (
    Certainty,
    Claim,
    Degree,
    Phase,
    Polarity,
    Quantifier,
    Span,
    Standing,
    Value,
)
from kb.model import Agreement, Conflict, Reconciled, Rung, Source, Strength
from kb.reconcile.agreement import views
from kb.reconcile.pairs import reconcile
from kb.reconcile.ties import asked_with, touches
from tests.kb.making import (
    DENY,
    ENDLESS,
    SEVERAL,
    TOPIC,
    act,
    claim,
    condition,
    critics,
    layers,
    option,
    part,
    scope,
    topic,
    years,
)


def test_a_claim_in_the_sentence_of_the_other_takes_no_part() -> None:
    both = Span(0, 60)
    one = claim("lifetime", value=ENDLESS, at=0, sentence=both)
    other = claim("lifetime", value=years(1, 2), at=30, sentence=both)
    found = reconcile([one, other], TOPIC)
    assert found.conflicts == ()
    assert [m.rung for m in found.near_misses] == [Rung.COMPATIBLE]
    assert "One sentence says both" in found.near_misses[0].explanation


def test_only_the_claims_that_take_part_are_named() -> None:
    both = Span(0, 60)
    here = claim("recyclable", at=0, sentence=both)
    there = claim("recyclable", DENY, at=30, sentence=both)
    elsewhere = claim("recyclable", DENY, at=90)
    (found,) = reconcile([here, there, elsewhere], TOPIC).conflicts
    assert {*found.a.claims, *found.b.claims} == {here.id, elsewhere.id}
    assert found.within_sources == ("one",)


def test_a_source_against_its_own_headline() -> None:
    claims = [claim("recyclable", heading=True), claim("recyclable", DENY, at=50)]
    (found,) = reconcile(claims, TOPIC).conflicts
    assert found.within_source
    assert found.strength is Strength.CONTRADICTION


def test_two_sources_are_not_within_one() -> None:
    claims = [claim("recyclable"), claim("recyclable", DENY, source="two")]
    (found,) = reconcile(claims, TOPIC).conflicts
    assert not found.within_source


def test_misread_claims_take_no_part() -> None:
    claims = [claim("recyclable"), claim("recyclable", DENY, source="two")]
    found = reconcile(claims, TOPIC, misread=frozenset({claims[0].id}))
    assert found.claims == (claims[1],)
    assert found.conflicts == ()


def test_two_rivals_are_none_of_our_business() -> None:
    claims = [claim("recyclable", subject="futon"), claim("recyclable", DENY, subject="sofa", at=9)]
    found = reconcile(claims, TOPIC)
    assert (found.conflicts, found.near_misses) == ((), ())


def test_a_special_case_refines_the_general_one() -> None:
    claims = [claim("lifetime", value=SEVERAL), claim("lifetime", value=years(3, 5), at=50)]
    by_label = {p.label: p for p in reconcile(claims, TOPIC).positions}
    assert by_label["3 to 5 years"].refines == (by_label["several years"].id,)
    assert by_label["several years"].refines == ()


def test_a_scope_or_a_condition_makes_a_special_case() -> None:
    plain = claim("recyclable")
    ours = scope("brand", "Dozy")
    here = claim("recyclable", quote="ours is", at=50, scope=ours)
    dry = claim("recyclable", quote="so is", at=90, scope=ours, condition=condition("if dry"))
    by_label = {p.label: p for p in reconcile([plain, here, dry], TOPIC).positions}
    yes, dozy, dozy_dry = by_label["yes"], by_label["yes (Dozy)"], by_label["yes, if dry (Dozy)"]
    assert dozy.refines == (yes.id,)
    assert set(dozy_dry.refines) == {yes.id, dozy.id}


# The laws


VALUES: dict[str, list[Value | None]] = {
    "recyclable": [None],
    "faults": [None, part("smell"), part("sagging"), part("hollow")],
    "suits": [None, part("children"), part("babies")],
    "firmness": [option("soft"), option("medium"), option("firm")],
    "filling": [option("wool"), option("fibre"), option("foam")],
    "lifetime": [ENDLESS, SEVERAL, years(1, 2), years(2, 6), years(5), years(None, 8)],
    "layers": [None, layers(1, 1), layers(3), layers(3, 4), layers(vague=True)],
    "airing": [act("air it"), act("air it", 0, 4), act("air it", 0, 9, phase=Phase.AFTER)],
}
TIED = topic(
    {
        "one": {"aspect": "lifetime", "endless": True},
        "other": {"aspect": "faults", "polarity": "affirm", "values": ["sagging"]},
        "strength": "contradiction",
        "because": "What sags does not last.",
    }
)
SCOPES = [None, scope("subtype", "foam"), scope("subtype", "latex"), scope("brand", "Dozy")]
STANDINGS = [Standing.SAID, Standing.SAID, Standing.PRESUPPOSED]
SOURCES = ("one", "two", "three", "four")


@st.composite
def some_claims(draw: st.DrawFn, sources: tuple[str, ...] = SOURCES) -> list[Claim]:
    aspects = draw(st.lists(st.sampled_from(sorted(VALUES)), min_size=1, max_size=2))
    rows = draw(st.lists(st.tuples(st.sampled_from(sources), shades(aspects)), max_size=8))
    return [
        claim(at=20 * i, source=source, quote=f"passage {i}", **row)
        for i, (source, row) in enumerate(rows)
    ]


@st.composite
def shades(draw: st.DrawFn, aspects: list[str]) -> dict[str, Any]:
    aspect = draw(st.sampled_from(aspects))
    conditions = [None, None, condition("if wet"), condition("with care", favourable=True)]
    return {
        "aspect": aspect,
        "value": draw(st.sampled_from(VALUES[aspect])),
        "polarity": draw(st.sampled_from(Polarity)),
        "certainty": draw(st.sampled_from(Certainty)),
        "quantifier": draw(st.sampled_from([None, None, *Quantifier])),
        "degree": draw(st.sampled_from([None, None, None, *Degree])),
        "condition": draw(st.sampled_from(conditions)),
        "scope": draw(st.sampled_from(SCOPES)),
        "attribution": draw(st.sampled_from([None, None, critics()])),
        "standing": draw(st.sampled_from(STANDINGS)),
        "subject": draw(st.sampled_from(["self", "self", "futon"])),
    }


def pairs(found: Reconciled) -> set[tuple[str, frozenset[str]]]:
    """Every pair of claims that is put against each other, by aspect."""
    return {
        (c.aspect, frozenset((x, y)))
        for c in found.conflicts
        for x in c.a.claims
        for y in c.b.claims
    }


@given(some_claims(), st.sets(st.sampled_from(sorted(VALUES))))
def test_what_is_asked_alone_is_as_in_the_whole(claims: list[Claim], some: set[str]) -> None:
    asked = frozenset(some)
    whole = reconcile(claims, TIED)
    enough = [c for c in claims if c.aspect in asked_with(asked, TIED)]
    part = reconcile(enough, TIED, asked=asked)
    assert part.positions == tuple(p for p in whole.positions if p.aspect in asked)
    for name in ("conflicts", "near_misses", "more"):
        of_these = tuple(x for x in getattr(whole, name) if touches(x.aspect, asked))
        assert getattr(part, name) == of_these


@given(some_claims(), st.randoms())
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], chance: Any) -> None:
    shuffled = list(claims)
    chance.shuffle(shuffled)
    assert reconcile(shuffled, TIED) == reconcile(claims, TIED)


@given(some_claims())
def test_a_against_b_is_b_against_a(claims: list[Claim]) -> None:
    """Renaming the sources turns the order of claims round, and changes no pair's rung."""
    turned = [_of(c, {"one": "zz", "two": "yy", "three": "xx", "four": "ww"}) for c in claims]
    before, after = reconcile(claims, TIED), reconcile(turned, TIED)
    assert [_bare(c) for c in after.conflicts] == [_bare(c) for c in before.conflicts]
    assert [m.rung for m in after.near_misses] == [m.rung for m in before.near_misses]
    assert all(c.a.position < c.b.position for c in before.conflicts)


def _of(c: Claim, names: dict[str, str]) -> Claim:
    row = c.to_row() | {"source": names.get(c.source, c.source)}
    return Claim.from_row(row)


def _bare(c: Conflict) -> tuple[str, str, str, str]:
    return c.id, c.strength, c.kind, c.aspect


@given(some_claims(), some_claims(sources=("stranger",)))
def test_a_source_on_other_aspects_changes_nothing(
    claims: list[Claim], strange: list[Claim]
) -> None:
    known = {c.aspect for c in claims} | ({"lifetime", "faults"} if claims else set())
    unrelated = [c for c in strange if c.aspect not in known]
    before, after = reconcile(claims, TIED), reconcile([*claims, *unrelated], TIED)
    assert set(before.conflicts) <= set(after.conflicts)
    assert set(before.positions) <= set(after.positions)


@given(some_claims(), st.sampled_from(SOURCES))
def test_removing_a_source_removes_no_conflict_between_others(
    claims: list[Claim], gone: str
) -> None:
    theirs = {c.id for c in claims if c.source == gone}
    left = reconcile([c for c in claims if c.source != gone], TIED)
    kept = {(a, p) for a, p in pairs(reconcile(claims, TIED)) if p.isdisjoint(theirs)}
    assert kept == pairs(left)


@given(some_claims())
def test_agreement_and_contradiction_exclude_each_other(claims: list[Claim]) -> None:
    found = reconcile(claims, TIED)
    sources = [Source(s, s, s, None, None, None, "") for s in SOURCES]
    about = {p.id: p.subject for p in found.positions}
    hard = {
        aspect
        for c in found.conflicts
        if c.strength is Strength.CONTRADICTION and about[c.a.position] == "self"
        for aspect in c.aspect.split("|")
    }
    agreed = {v.aspect for v in views(found, TIED, sources) if v.agreement is Agreement.AGREED}
    assert agreed.isdisjoint(hard)


@given(some_claims())
def test_no_claim_is_put_against_itself_and_every_pair_is_explained(claims: list[Claim]) -> None:
    found = reconcile(claims, TIED)
    assert all(len(pair) == 2 for _, pair in pairs(found))
    assert len({c.id for c in found.conflicts}) == len(found.conflicts)
    for pair in (*found.conflicts, *found.near_misses):
        assert pair.explanation.endswith(".")
        assert "None" not in pair.explanation
        assert "{" not in pair.explanation
