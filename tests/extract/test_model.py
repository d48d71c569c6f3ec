"""What qualifies a claim, and the row it is exported and stored as."""

import pytest

from extract.model import (
    UNQUALIFIED,
    Attribution,
    Certainty,
    Claim,
    Condition,
    Degree,
    Polarity,
    Qualifiers,
    Quantifier,
    Quantity,
    Scope,
    ScopeKind,
    Span,
    Standing,
    Value,
    ValueKind,
)

FULL = Qualifiers(
    Certainty.POSSIBLE,
    Quantifier.SOME,
    Condition("with care", favourable=True),
    Scope(ScopeKind.PHASE, "during the first hour", "during first"),
    Attribution("experts", endorsed=True),
    Degree.SLIGHT,
    Standing.PRESUPPOSED,
)


def claim(qualifiers: Qualifiers) -> Claim:
    return Claim(
        "s", 0, 3, "Yes", Span(0, 3), "self", "a", Polarity.AFFIRM, qualifiers=qualifiers
    )  # fmt: skip


@pytest.mark.parametrize("qualifiers", [UNQUALIFIED, FULL])
def test_a_row_gives_back_the_claim(qualifiers: Qualifiers) -> None:
    made = claim(qualifiers)
    assert Claim.from_row(made.to_row()) == made


def test_a_row_keeps_the_fields_of_the_export_contract_in_their_order() -> None:
    assert list(claim(FULL).to_row().items())[11:22] == [
        ("certainty", "possible"),
        ("quantifier", "some"),
        ("condition", "with care"),
        ("condition_favourable", True),
        ("scope", "during the first hour"),
        ("scope_kind", "phase"),
        ("scope_name", "during first"),
        ("attribution", "experts"),
        ("attribution_endorsed", True),
        ("degree", "slight"),
        ("presupposed", True),
    ]


def test_words_are_what_a_person_reads_of_each() -> None:
    assert FULL.words() == {
        "certainty": "possible",
        "quantifier": "some",
        "condition": "with care",
        "scope": "during the first hour",
        "attribution": "experts",
        "degree": "slight",
        "grade": "plain",
    }
    assert {name for name, words in UNQUALIFIED.words().items() if words} == {"certainty", "grade"}


def test_who_is_only_reported_is_not_called_upon() -> None:
    assert Qualifiers(attribution=Attribution("critics")).reported
    assert not FULL.reported
    assert not UNQUALIFIED.reported


@pytest.mark.parametrize("standing", list(Standing)[2:])
def test_what_is_neither_said_nor_presupposed_has_no_row(standing: Standing) -> None:
    with pytest.raises(ValueError, match=f"only {standing}"):
        claim(Qualifiers(standing=standing)).to_row()


def test_an_amount_for_a_time_says_so_and_others_keep_their_ids() -> None:
    each_hour = Value(ValueKind.QUANTITY, "35p an hour", None, Quantity("GBP", 0.35, per="hour"))
    once = Value(ValueKind.QUANTITY, "£35", None, Quantity("GBP", 35))
    assert Value.from_row(each_hour.to_row()) == each_hour
    assert each_hour.to_row()["per"] == "hour"
    assert "per" not in once.to_row()  # people's decisions name claims by ids made of this row
