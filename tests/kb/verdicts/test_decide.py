import pytest

from extract.errors import InputError
from kb.model import State, Verdict, VerdictKind
from kb.verdicts.decide import decide
from kb.verdicts.file import append

from ..conftest import Place

WHEN = "2026-01-01T00:00:00+00:00"


def lifetime(place: Place) -> tuple[str, str]:
    """The conflict over how long panels last, and the claim that it is at least 40 years."""
    k = place.build().knowledge
    claim = next(c for c in k.claims if c.quote.endswith("at least 40 years"))
    conflict = next(
        c for c in k.conflicts if c.aspect == "lifetime" and claim.id in (*c.a.claims, *c.b.claims)
    )
    return conflict.id, claim.id


def settle(place: Place, verdict: str = "both-hold", **given: str) -> str:
    id, _ = lifetime(place)
    note(place, *decide(place.build().knowledge, id, verdict, "Ana", WHEN, **given))
    return id


def note(place: Place, *lines: Verdict) -> None:
    for line in lines:
        append(place.corpus / "verdicts.jsonl", line)


def test_a_verdict_records_the_passages_as_they_were(place: Place) -> None:
    id, claim = lifetime(place)
    k = place.build().knowledge
    (verdict,) = decide(k, id[:8], "real", " Ana ", WHEN, note="see the data sheet")
    assert (verdict.conflict, verdict.by, verdict.aspect) == (id, "Ana", "lifetime")
    assert verdict.passages is not None
    assert k.claim(claim).quote in verdict.passages


def test_a_settled_conflict_stays_and_is_marked(place: Place) -> None:
    id = settle(place)
    k = place.build().knowledge
    assert k.standings[id].state is State.SETTLED
    assert k.conflict(id).verdict == "both-hold"


def test_a_reworded_and_moved_passage_keeps_its_verdict(place: Place) -> None:
    id = settle(place)
    place.edit("brighter-roofs", "Solar panels last at least 40 years. ", "")
    place.edit(
        "brighter-roofs", "Cleaning\n", "Solar panels will last at least 40 years.\n\nCleaning\n"
    )
    assert place.build().knowledge.standings[id].state is State.SETTLED


def test_a_changed_value_reopens_and_says_what_changed(place: Place) -> None:
    id = settle(place)
    place.edit("brighter-roofs", "at least 40 years", "at least 37 years")
    built = place.build()
    assert id not in built.knowledge.standings
    again = [s.reopened for s in built.knowledge.standings.values() if s.reopened]
    assert again == ["re-opened: [at least 40 years] became [at least 37 years]."]
    assert built.changes is not None
    assert "re-opened" in [c.word for c in built.changes.conflicts]


def test_an_edit_elsewhere_reopens_nothing(place: Place) -> None:
    settle(place)
    place.edit("brighter-roofs", "£5,000 and £7,000", "£3,000 and £4,000")
    assert not [s for s in place.build().knowledge.standings.values() if s.reopened]


def test_a_claim_called_misread_is_dropped_everywhere_and_listed(place: Place) -> None:
    id, claim = lifetime(place)
    note(place, *decide(place.build().knowledge, id, "misread", "Ana", WHEN, claim=claim))
    k = place.build().knowledge
    assert [c.id for c in k.misread] == [claim]
    assert claim not in [c.id for c in k.claims]
    assert all(claim not in (*c.a.claims, *c.b.claims) for c in k.conflicts)


def test_misread_is_undone_by_a_later_line_though_the_conflict_is_gone(place: Place) -> None:
    before = place.build().knowledge
    id, claim = lifetime(place)
    note(place, *decide(before, id, "misread", "Ana", WHEN, claim=claim))
    without = place.build().knowledge
    note(place, *decide(without, id, "unsure", "Ana", WHEN))
    after = place.build().knowledge
    assert after.claims == before.claims
    assert after.standings[id].state is State.OPEN


def test_to_prefer_names_a_side(place: Place) -> None:
    id, _ = lifetime(place)
    k = place.build().knowledge
    side = k.conflict(id).a.position
    (named,) = decide(k, id, "prefer", "Ana", WHEN, position=side)
    (lettered,) = decide(k, id, "prefer", "Ana", WHEN, side="A")
    assert named.position == lettered.position == side


def test_what_can_be_preferred_is_named_by_its_words(place: Place) -> None:
    id, claim = lifetime(place)
    k = place.build().knowledge
    with pytest.raises(InputError, match="prefer: name the side with --side: a “") as told:
        decide(k, id, "prefer", "Ana", WHEN)
    assert f"“{k.claim(claim).quote}” [at least 40 years]" in str(told.value)
    with pytest.raises(InputError, match=f"misread: name the claim with --claim: .*{claim} “Solar"):
        decide(k, id, "misread", "Ana", WHEN)


@pytest.mark.parametrize(
    ("verdict", "given", "told"),
    [
        ("prefer", {"side": "z"}, "--side z: no such side; there are a “"),
        ("both-hold", {"side": "a"}, "--side: belongs to prefer and misread only"),
        ("prefer", {"position": "nowhere"}, "nowhere: no such position; there are "),
        ("real", {"claim": "x"}, "--claim: belongs to misread only"),
        ("real", {"review": "soon"}, "--review soon: must be a date"),
    ],
)
def test_what_lacks_a_side_is_refused(
    first: Place, verdict: str, given: dict[str, str], told: str
) -> None:
    k = first.build().knowledge
    with pytest.raises(InputError, match=told):
        decide(k, k.conflicts[0].id, verdict, "Ana", WHEN, **given)


def test_an_unknown_conflict_and_a_nameless_person_are_refused(first: Place) -> None:
    k = first.build().knowledge
    with pytest.raises(InputError, match="nowhere: no such conflict or dispute"):
        decide(k, "nowhere", "real", "Ana", WHEN)
    with pytest.raises(InputError, match="name of who decides"):
        decide(k, k.conflicts[0].id, str(VerdictKind.REAL), "  ", WHEN)
