"""One verdict at a time, and what people decided about the sources' own conflicts."""

import json

import pytest

from kb.check.checker import Checker
from kb.check.judge import judge
from kb.check.model import DraftPassage
from kb.check.telling import sides
from kb.knowledge.value import Knowledge

from ..conftest import Place
from .conftest import Check, draft, verdicts


@pytest.mark.parametrize(
    ("sentence", "verdict"),
    [
        ("Solar panels last forever.", "contradicted"),
        ("A system costs £100.", "not-understood"),  # beyond what a price can be
        ("A system costs £20,000.", "contradicted"),
        ("Solar panels never need maintenance.", "disputed"),
        ("Solar panels usually need no maintenance.", "disputed"),
        ("Solar panels can cause leaks.", "supported-with-tension"),
        ("Solar panels usually need little maintenance.", "supported-with-tension"),
        ("Solar panels are suitable for flat roofs.", "supported"),
        ("Solar panels are suitable for flat roofs in a hurricane.", "unsupported"),
        ("Solar panels are suitable for flat roofs only.", "contradicted"),
        ("Solar panels always cause glare.", "stronger"),
        ("Solar panels make no noise.", "supported"),
        ("Solar panels attract lightning.", "contradicted"),
        ("A system costs £6,000 to £9,000.", "disputed"),
        ("Many people believe that solar panels last forever.", None),
    ],
)
def test_a_sentence_and_its_verdict(check: Check, sentence: str, verdict: str | None) -> None:
    assert [f.rule.word for f in check(sentence).findings] == ([verdict] if verdict else [])


def test_a_finding_shows_who_says_otherwise_why_and_what_would_be_fair(check: Check) -> None:
    (found,) = check("Solar panels work in winter.").findings
    assert [p.source for p in found.against] == ["a-sceptic-on-the-roof"]
    assert found.against[0].quote == "Solar panels do not work in winter"
    assert "it cannot be both" in str(found.against[0].why)
    assert {p.source for p in found.agree} == {"brighter-roofs", "solar-questions-answered"}
    assert (
        found.fair
        == "Two sources say that they work in winter; one says that they do not work in winter."
    )
    assert len(found.basis) == 3


def test_fair_wording_gives_the_figures_of_all(check: Check) -> None:
    (found,) = check("A system costs £20,000.").findings
    # The third, £6,000 to £9,000, is that of a family home only.
    assert found.fair == "Sources give usually £5,000 to £7,000 or usually £12,000."


def test_the_draft_against_itself_points_at_the_earlier_sentence(check: Check) -> None:
    checked = check("Solar panels make no noise.\n\nSolar panels are noisy.")
    (top,) = [f for f in checked.findings if f.folded]
    (found,) = top.folded
    assert (top.rule.word, found.rule.word) == ("contradicted", "self-contradicted")
    assert str(checked.place(found)) == "3:1"
    assert [(p.source, p.quote) for p in found.against] == [(None, "Solar panels make no noise")]


def test_a_sentence_is_not_set_against_itself(check: Check) -> None:
    checked = check("Some panels last 20 years, others last 40 years.")
    assert verdicts(checked, "self-contradicted") == []


def test_a_source_of_the_corpus_has_no_say_on_its_own_text(first: Place, checker: Checker) -> None:
    text = first.text("brighter-roofs").read_text(encoding="utf-8")
    named = {p.source for f in checker.check(draft(text)).findings for p in (*f.agree, *f.against)}
    assert named == {"a-sceptic-on-the-roof", "solar-questions-answered", None} - {None}


# What people decided.


def decided(place: Place, aspect: str, verdict: str, **more: str) -> Checker:
    """A checker after a verdict on the only conflict of that aspect."""
    k = Knowledge.open(place.corpus, place.store)
    (conflict,) = [c for c in k.conflicts if c.aspect == aspect]
    row = {"conflict": conflict.id, "verdict": verdict, "by": "ann", "when": "2026-11-21"}
    if "preferred" in more:
        row["position"] = next(
            side.position
            for side in (conflict.a, conflict.b)
            if k.position(side.position).label == more["preferred"]
        )
    (place.corpus / "verdicts.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    place.build()
    return Checker(Knowledge.open(place.corpus, place.store))


def of(checker: Checker, sentence: str) -> list[str]:
    return [f.rule.word for f in checker.check(draft(sentence)).findings]


def test_a_conflict_that_people_settled_counts_no_more(place: Place) -> None:
    checker = decided(place, "recycling", "not-a-conflict")
    assert of(checker, "Solar panels can be recycled.") == ["supported"]


def test_the_position_that_people_decided_against_is_contradicted(place: Place) -> None:
    checker = decided(place, "recycling", "prefer", preferred="yes")
    assert of(checker, "Solar panels cannot be recycled.") == ["contradicted"]
    assert of(checker, "Solar panels can be recycled.") == ["supported"]


# Each source against the others, as `kb conflicts` has it.


@pytest.mark.parametrize(
    "source", ["a-sceptic-on-the-roof", "brighter-roofs", "solar-questions-answered"]
)
def test_a_source_against_the_others_agrees_with_the_conflicts(
    checker: Checker, source: str
) -> None:
    k = checker.knowledge
    document = k.documents[source]
    found = judge(document, checker.claims(document), k, frozenset({source}))
    hard = {(f.sentence, f.aspect) for f in found if f.rule.word in ("contradicted", "disputed")}
    known = {c.id: c for c in k.conflicts}
    for f in found:
        for p in f.against:
            assert p.conflict in known, f"{f.message}: not among the corpus's conflicts"
    for c in k.conflicts:
        for own, other in ((c.a, c.b), (c.b, c.a)):
            mine = [k.claim(i) for i in own.claims if k.claim(i).source == source]
            theirs = [i for i in other.claims if k.claim(i).source != source]
            if not theirs or c.strength != "contradiction":
                continue
            for claim in mine:
                hedged = any(f.start == claim.start and f.agree for f in found)
                assert (claim.sentence, claim.aspect) in hard or hedged, (
                    f"{claim.quote}: {c.explanation}"
                )


@pytest.mark.parametrize(
    ("agree", "against", "told"),
    [
        ("A", "B", "‘A’ agrees, ‘B’ says [B’s]"),
        ("A B", "C", "‘A’ and one other agree, ‘C’ says [C’s]"),
        ("A B", "B", "‘A’ agrees; ‘B’ contradicts itself: [B’s]"),
        ("A B", "C B", "‘A’ agrees, ‘C’ says [C’s]; ‘B’ contradicts itself"),
        ("B", "C B", "‘C’ says [C’s]; ‘B’ contradicts itself"),
        ("B C", "B C", "‘B’ and one other contradict themselves: [B’s]"),
    ],
)
def test_a_source_on_both_sides_supports_neither(agree: str, against: str, told: str) -> None:
    def passages(titles: str) -> list[DraftPassage]:
        return [DraftPassage(t.lower(), t, f"as {t} says", 0, f"{t}’s") for t in titles.split()]

    assert sides(passages(against), passages(agree)) == told
