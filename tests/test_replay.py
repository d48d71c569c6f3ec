"""The annotated pages replayed as corrections: what reconciling finds once all is read right."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract.model import Certainty, Polarity, Qualifiers, Quantifier, ScopeKind
from extract.topic.load import load_topic
from kb.corrections.fit import Fitting
from kb.corrections.model import CorrectionState, Statement
from kb.evaluate.gold import GoldPlace
from tests.accuracy import PAGE, rate
from tests.replay import (
    CORPUS,
    GOLD,
    NO_ANSWER,
    NOT_ASKED,
    Mapped,
    Replayed,
    hedge,
    limits,
    mapped,
    questions,
    replayed,
    rows_of,
    write,
)


@cache
def found() -> Replayed:
    return replayed()


@cache
def fitting() -> Fitting:
    return Fitting(load_topic(CORPUS / "topic.yaml"))


def gold() -> list[dict[str, Any]]:
    text = (GOLD / "claims.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def said(aspect: str, value: str = "", **rest: str) -> Mapped:
    plain = {"quote": value, "polarity": "affirm", "modality": "asserted", "condition": ""}
    row = {"id": "x", "aspect": aspect, "value": value, **plain, **rest}
    return mapped(row, GoldPlace(value, 0, len(value)), fitting())


def only(m: Mapped) -> Statement:
    (states,) = m.states
    return states


# what reconciling alone finds; the floors are what was measured, less a little


def test_contradictions_found_when_every_claim_is_read_right() -> None:
    assert found().after.contradictions.found >= 19
    assert found().after.contradictions.found > found().before.contradictions.found
    assert found().both_read >= 25


def test_flags_that_are_conflicts_when_every_claim_is_read_right() -> None:
    assert found().after.flags["contradiction"].share >= 0.85


def test_every_claim_is_read_right() -> None:
    after = found().after
    assert after.not_claims.found == 0
    assert after.claims_precision.share == 1
    assert after.on_question.share >= 0.96
    states = {a.state for a in found().knowledge.corrections}
    assert states == {CorrectionState.HOLDS}


def test_what_can_be_said_in_the_topic_files_terms() -> None:
    counted = found().replay.gold
    assert counted["mapped"] >= 225
    assert set(counted) == {"mapped", NO_ANSWER, NOT_ASKED}
    assert sum(counted.values()) == 255


def test_the_page_tells_the_figures_as_they_are() -> None:
    section = PAGE.read_text(encoding="utf-8").split("## Reading right", 1)[1]
    row = next(x for x in section.splitlines() if x.startswith("| contradictions found as such"))
    cells = [cell.strip() for cell in row.strip("| ").split("|")[1:]]
    assert cells == [rate(found().before.contradictions), rate(found().after.contradictions)]


def test_the_corpus_is_written_with_its_corrections(tmp_path: Path) -> None:
    write(found(), tmp_path / "corpus")
    there = sorted(p.name for p in (tmp_path / "corpus").iterdir())
    assert there == ["readings.jsonl", "texts", "topic.yaml"]


# the tables


def test_each_row_maps_some_claim_of_the_gold() -> None:
    used = {row for claim in gold() for row in rows_of(claim)}
    assert {row for rows in questions().values() for row in rows} == used
    assert set(limits()) == {c["condition"] for c in gold() if c["condition"]}


def test_each_row_asks_what_the_topic_file_asks() -> None:
    asked = {row.question for rows in questions().values() for row in rows} - {""}
    assert asked <= set(fitting().rules.aspects)


def test_an_amount_in_its_own_words_fits() -> None:
    value = only(said("session_gap", "1-2 weeks")).value
    assert value and value.quantity and (value.quantity.low, value.quantity.high) == (1, 2)


def test_what_no_row_or_answer_fits_is_not_guessed() -> None:
    assert (said("history").states, said("history").why_not) == ((), NOT_ASKED)
    unfit = said("longevity", "like a charm")
    assert (unfit.states, unfit.why_not) == ((), NO_ANSWER)


def test_a_question_worded_the_other_way_round_turns_the_polarity() -> None:
    assert only(said("hair_styling", "long hair allowed")).polarity is Polarity.DENY
    deny = only(said("invasiveness", "non-invasive", polarity="deny"))
    assert (deny.polarity, deny.value and deny.value.name) == (Polarity.AFFIRM, "non-invasive")


@pytest.mark.parametrize(
    ("quote", "qualifiers"),
    [
        ("it may hurt", Qualifiers(certainty=Certainty.POSSIBLE)),
        ("usually it hurts", Qualifiers(certainty=Certainty.USUAL)),
        ("some people feel pain", Qualifiers(quantifier=Quantifier.SOME)),
        ("most people feel pain", Qualifiers(quantifier=Quantifier.MOST)),
    ],
)
def test_hedges(quote: str, qualifiers: Qualifiers) -> None:
    assert hedge(quote) == qualifiers
    assert only(said("numbing", "cream", quote=quote, modality="hedged")).qualifiers == qualifiers


def test_conditions_limit_who_says_it_when_and_of_whom() -> None:
    def q(condition: str) -> Qualifiers:
        return only(said("safety", "safe", condition=condition)).qualifiers

    first, brand = q("after the session").scope, q("scope: this clinic").scope
    assert first and first.kind is ScopeKind.PHASE
    assert brand and brand.kind is ScopeKind.BRAND
    assert q("bald all over").condition is not None
    assert (who := q("attributed to Dr. R. Menon").attribution) and who.endorsed
    assert q("most people").quantifier is Quantifier.MOST
    assert q("scope: one session") == Qualifiers()
