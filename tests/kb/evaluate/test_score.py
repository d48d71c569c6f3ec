import json
from pathlib import Path
from typing import Any

import pytest

from extract.errors import InputError
from extract.model import SELF, Attribution, Claim, Polarity, Qualifiers, Span
from kb.evaluate.gold import Gold, GoldPlace, read_gold
from kb.evaluate.score import Rate, Score, evaluate, same
from kb.model import Conflict, ConflictKind, SideOf, Strength

A = "Panels last for ever. They are loud. Buy now."
B = "Panels last 20 years. They make no noise."
TEXTS = {"one": A, "two": B}

CLAIMS = [
    {"id": "a1", "source": "x.txt", "quote": "Panels last for ever", "aspect": "lifetime"},
    {"id": "a2", "source": "x.txt", "quote": "They are loud", "aspect": "noise"},
    {"id": "b1", "source": "y.txt", "quote": "Panels last 20 years", "aspect": "lifetime"},
    {"id": "b2", "source": "y.txt", "quote": "They make no noise", "aspect": "noise"},
]
CONFLICTS = [
    {"a": "a1", "b": "b1", "aspect": "lifetime", "kind": "numeric", "strength": "contradiction"},
    {"a": "a2", "b": "b2", "aspect": "noise", "kind": "polarity", "strength": "contradiction"},
]


def write(folder: Path, name: str, rows: list[dict[str, Any]]) -> None:
    text = "".join(json.dumps(row) + "\n" for row in rows)
    (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path, "claims", CLAIMS)
    write(tmp_path, "conflicts", CONFLICTS)
    write(tmp_path, "not_claims", [{"source": "x.txt", "quote": "Buy now", "why": "call"}])
    trap = {"a": "a2", "b": "b1", "why": "another matter"}
    write(tmp_path, "not_conflicts", [trap])
    return tmp_path


@pytest.fixture
def gold(folder: Path) -> Gold:
    return read_gold(folder, TEXTS.values())


def found(source: str, quote: str, subject: str = SELF, who: str | None = None) -> Claim:
    start = TEXTS[source].index(quote)
    return Claim(
        source=source,
        start=start,
        end=start + len(quote),
        quote=quote,
        sentence=Span(start, start + len(quote)),
        subject=subject,
        aspect="lifetime",
        polarity=Polarity.AFFIRM,
        qualifiers=Qualifiers(attribution=Attribution(who) if who else None),
    )


def against(a: Claim, b: Claim, strength: str = "contradiction") -> Conflict:
    sides = (SideOf("p1", (a.id,)), SideOf("p2", (b.id,)))
    return Conflict("k", "lifetime", ConflictKind.QUANTITY, Strength(strength), *sides, "")


def score(gold: Gold, *claims: Claim, conflicts: tuple[Conflict, ...] = ()) -> Score:
    return evaluate(gold, claims, conflicts, TEXTS)


EVER, LOUD = found("one", "Panels last for ever"), found("one", "They are loud")
TWENTY = found("two", "last 20 years")


def test_sources_are_matched_by_text_not_by_name(gold: Gold) -> None:
    assert gold.claims["a1"].place == GoldPlace(A, 0, 20)
    assert gold.claims["b1"].place.text == B


@pytest.mark.parametrize(
    ("span", "is_same"),
    [((0, 20), True), ((0, 10), True), ((10, 30), True), ((11, 31), False), ((0, 3), False)],
)
def test_half_of_the_shorter_and_more_than_three_characters(
    span: tuple[int, int], is_same: bool
) -> None:
    assert same(GoldPlace(A, *span), GoldPlace(A, 0, 20)) is is_same
    assert not same(GoldPlace(B, *span), GoldPlace(A, 0, 20))


def test_claims_found_and_missed(gold: Gold) -> None:
    s = score(gold, EVER, TWENTY)
    assert s.claims == Rate(2, 4)
    assert s.claims_precision == Rate(2, 2)
    assert s.claims_by_aspect == {"lifetime": Rate(2, 2), "noise": Rate(0, 2)}
    assert [p.quote for p in s.claims_missed] == ["They are loud", "They make no noise"]


def test_what_is_no_claim_read_as_one(gold: Gold) -> None:
    assert score(gold, found("one", "Buy now")).not_claims == Rate(1, 1)
    assert score(gold, found("one", "Buy now", subject="rival")).not_claims == Rate(0, 1)
    assert score(gold, found("one", "Buy now", who="adverts")).not_claims == Rate(0, 1)


def test_a_conflict_found_as_such(gold: Gold) -> None:
    s = score(gold, EVER, TWENTY, conflicts=(against(EVER, TWENTY),))
    assert s.contradictions == Rate(1, 2)
    assert s.macro == 0.5
    assert s.by_kind == {"polarity": Rate(0, 1), "quantity": Rate(1, 1)}
    assert s.precision_any["contradiction"] == s.precision_same["contradiction"] == Rate(1, 1)
    assert [(m.aspect, m.weak) for m in s.missed] == [("noise", False)]


def test_a_conflict_found_as_a_tension_only(gold: Gold) -> None:
    s = score(gold, EVER, TWENTY, conflicts=(against(EVER, TWENTY, "tension"),))
    assert (s.contradictions, s.contradictions_any) == (Rate(0, 2), Rate(1, 2))
    assert s.precision_any["tension"] == Rate(1, 1)
    assert s.precision_same["tension"] == Rate(0, 1)
    assert [(m.aspect, m.weak) for m in s.missed] == [("lifetime", True), ("noise", False)]


def test_traps_and_what_nobody_judged(gold: Gold) -> None:
    s = score(gold, EVER, LOUD, TWENTY, conflicts=(against(LOUD, TWENTY), against(EVER, LOUD)))
    assert s.traps["contradiction"] == 1
    assert s.unjudged["contradiction"] == 1
    assert s.precision_any["contradiction"] == Rate(0, 2)


def test_the_same_passages_are_judged_once(gold: Gold) -> None:
    twice = (against(EVER, TWENTY), against(TWENTY, EVER))
    assert len(score(gold, EVER, TWENTY, conflicts=twice).judged) == 1


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("claims", "{]\n", "claims.jsonl:1: is not one line of JSON"),
        ("claims", "\n3\n", "claims.jsonl:2: must be a JSON object"),
        ("claims", '{"id": "z", "aspect": "a"}\n', "names or lacks 'source'"),
        ("conflicts", '{"a": "a1"}\n', "names or lacks 'b'"),
        ("not_claims", '{"source": "x.txt", "quote": "nowhere"}\n', "no text holds the quotes"),
    ],
)
def test_a_broken_annotation_is_named(folder: Path, name: str, text: str, told: str) -> None:
    (folder / f"{name}.jsonl").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        read_gold(folder, TEXTS.values())


def test_a_folder_that_is_not_annotated_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="holds no claims"):
        read_gold(tmp_path, TEXTS.values())
