"""People's corrections as an annotated folder: what is in it, and what `kb eval` makes of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import InputError
from extract.model import Claim, Span
from kb.corrections.file import NAME, append
from kb.corrections.making import Corrector, Wish
from kb.evaluate.measure import measure
from kb.evaluate.score import Rate
from kb.export.gold import export_gold, unique
from kb.knowledge.correcting import Correcting
from kb.knowledge.value import Knowledge
from kb.model import Verdict
from kb.verdicts.decide import decide
from kb.verdicts.file import append as append_verdicts

from ..conftest import Place

WHEN = "2027-01-31T09:30:00.000000+00:00"


def known(place: Place) -> Knowledge:
    place.build()
    return Knowledge.open(place.corpus, place.store)


def correcting(place: Place, note: str | None = None) -> Correcting:
    return Correcting(known(place), Corrector("Ana", WHEN, note))


def confirm(place: Place, *claims: Claim) -> None:
    people = correcting(place)
    for claim in claims:
        append(place.corpus / NAME, *people.right(claim.id))


def add(place: Place) -> None:
    wish = Wish(aspect="winter", polarity="deny")
    lines = correcting(place).add("brighter-roofs", "turn daylight into electricity", wish)
    append(place.corpus / NAME, *lines)


def exported(place: Place, out: Path) -> dict[str, list[dict[str, Any]]]:
    export_gold(known(place), place.corpus / "texts", out)
    return {
        p.stem: [json.loads(line) for line in p.read_text(encoding="utf-8").splitlines()]
        for p in out.glob("*.jsonl")
    }


def test_a_round_trip_finds_every_claim_that_was_confirmed(place: Place, tmp_path: Path) -> None:
    claims = known(place).claims
    confirm(place, *claims)
    rows = exported(place, tmp_path / "gold")
    assert {row["id"] for row in rows["claims"]} == {c.id for c in claims}
    score = measure(place.corpus, tmp_path / "gold", tmp_path / "gold" / "texts")
    assert score.claims == Rate(len(claims), len(claims))
    assert score.on_question.share == 1


def test_what_people_added_is_still_missed_by_the_program(place: Place, tmp_path: Path) -> None:
    confirm(place, known(place).claims[0])
    add(place)
    rows = exported(place, tmp_path / "gold")["claims"]
    assert [r["polarity"] for r in rows if r["aspect"] == "winter"] == ["deny"]
    score = measure(place.corpus, tmp_path / "gold", tmp_path / "gold" / "texts")
    assert [p.quote for p in score.claims_missed] == ["turn daylight into electricity"]


def test_each_quote_stands_once_in_its_text(place: Place, tmp_path: Path) -> None:
    confirm(place, *known(place).claims)
    for row in exported(place, tmp_path / "gold")["claims"]:
        text = (tmp_path / "gold" / "texts" / f"{row['source']}.txt").read_text(encoding="utf-8")
        assert text.count(row["quote"]) == 1


def test_what_is_no_claim_has_its_reason(place: Place, tmp_path: Path) -> None:
    one, other, *_ = known(place).claims
    confirm(place, one)
    lines = correcting(place, "a slogan").not_a_claim(other.id)
    append(place.corpus / NAME, *lines)
    (row,) = exported(place, tmp_path / "gold")["not_claims"]
    assert (other.quote in row["quote"], row["reason"]) == (True, "a slogan")


def decided(place: Place, verdict: str) -> tuple[Verdict, ...]:
    k = known(place)
    lines = decide(k, k.conflicts[0].id, verdict, "Ana", WHEN, "I asked")
    append_verdicts(place.corpus / "verdicts.jsonl", *lines)
    return lines


def test_a_real_conflict_brings_the_passages_that_were_shown(place: Place, tmp_path: Path) -> None:
    add(place)
    (line,) = decided(place, "real")
    rows = exported(place, tmp_path / "gold")
    (row,) = rows["conflicts"]
    quotes = {r["id"]: " ".join(r["quote"].split()) for r in rows["claims"]}
    assert line.passages
    assert all(p in quotes[row[s]] for s, p in zip("ab", line.passages, strict=True))
    assert row["strength"] in ("contradiction", "tension") and rows["not_conflicts"] == []
    score = measure(place.corpus, tmp_path / "gold", tmp_path / "gold" / "texts")
    assert [r.found for r in score.by_aspect.values()] == [1]


def test_a_pair_that_is_no_conflict_is_named_by_its_words(place: Place, tmp_path: Path) -> None:
    add(place)
    (line,) = decided(place, "not-a-conflict")
    rows = exported(place, tmp_path / "gold")
    (row,) = rows["not_conflicts"]
    assert line.passages and line.passages[0] in " ".join(row["a_quote"].split())
    assert (rows["conflicts"], row["reason"]) == ([], "I asked")
    score = measure(place.corpus, tmp_path / "gold", tmp_path / "gold" / "texts")
    assert sum(score.traps.values()) == 1


def test_the_export_follows_and_leaves_other_folders_alone(place: Place, tmp_path: Path) -> None:
    out = tmp_path / "gold"
    add(place)
    exported(place, out)
    assert [p.name for p in (out / "texts").iterdir()] == ["brighter-roofs.txt"]
    (place.corpus / NAME).unlink()
    confirm(place, next(c for c in known(place).claims if c.source != "brighter-roofs"))
    exported(place, out)
    assert "brighter-roofs.txt" not in [p.name for p in (out / "texts").iterdir()]
    (out / "README.md").unlink()
    with pytest.raises(InputError, match="is not of an export with --gold"):
        exported(place, out)


def test_nothing_to_write_is_one_line(place: Place, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="begin with `kb correct`"):
        exported(place, tmp_path / "gold")
    assert not (tmp_path / "gold").exists()


def test_a_text_that_changed_since_is_not_written(place: Place, tmp_path: Path) -> None:
    add(place)
    k = known(place)
    place.edit("brighter-roofs", "turn daylight", "turn  daylight")
    with pytest.raises(InputError, match="run `kb build` first"):
        export_gold(k, place.corpus / "texts", tmp_path / "gold")
    assert not (tmp_path / "gold").exists()


def test_words_that_stand_twice_are_widened() -> None:
    text = "It is cheap. We say it is cheap."
    assert (text[6:11], text[26:31], text[13:15]) == ("cheap", "cheap", "We")
    assert unique(text, Span(6, 11)) == "It is cheap. We"
    assert unique(text, Span(26, 31)) == "it is cheap."
    assert unique(text, Span(13, 15)) == "We"


@given(st.text("ab .", min_size=1, max_size=30), st.data())
def test_widened_words_stand_once_and_hold_the_old_ones(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = unique(text, Span(start, end))
    assert text[start:end] in found
    at = text.index(found)
    assert at <= start and end <= at + len(found)
