"""What a claim holds beside its polarity: certainty, quantifier, condition, scope, degree."""

import pytest

from extract.model import Claim
from tests.extract.reader import extraction


def first(text: str) -> Claim:
    return extraction(text).claims[0]


CERTAINTY = [
    ("It hurts.", "asserted"),
    ("It may hurt.", "possible"),
    ("It might hurt.", "possible"),
    ("It could hurt.", "possible"),
    ("Perhaps it hurts.", "possible"),
    ("It sometimes hurts.", "possible"),
    ("There is a risk of infection.", "possible"),
    ("There is no risk of infection.", "asserted"),
    ("It usually hurts.", "usual"),
    ("It typically hurts.", "usual"),
    ("In most cases it hurts.", "usual"),
    ("It tends to hurt.", "usual"),
    ("You can shower after two days.", "asserted"),
]


@pytest.mark.parametrize(("text", "expected"), CERTAINTY)
def test_certainty(text: str, expected: str) -> None:
    assert first(text).qualifiers.certainty == expected


QUANTIFIERS = [
    ("The lift is suitable for everyone.", "all"),
    ("The lift is suitable for anyone.", "all"),
    ("The lift is suitable for all clients.", "all"),
    ("The lift is suitable for most people.", "most"),
    ("Some people notice swelling.", "some"),
    ("A few clients notice swelling.", "some"),
    ("Nobody complains of swelling.", "none"),
    ("Clients notice swelling.", None),
    ("It lasts some weeks.", None),
]


@pytest.mark.parametrize(("text", "expected"), QUANTIFIERS)
def test_quantifier(text: str, expected: str | None) -> None:
    assert first(text).qualifiers.quantifier == expected


CONDITIONS = [
    ("It hurts if you rub your eyes.", "if you rub your eyes", False),
    ("It lasts eight weeks with proper care.", "with proper care", True),
    ("As long as you follow the instructions, it never hurts.", "As long as", True),
    ("It lasts six weeks, depending on the lashes.", "depending on the lashes", False),
    ("Unless you rub your eyes, it lasts six weeks.", "Unless you rub your eyes", False),
]


@pytest.mark.parametrize(("text", "words", "favourable"), CONDITIONS)
def test_condition(text: str, words: str, favourable: bool) -> None:
    condition = first(text).qualifiers.condition
    assert condition is not None
    assert condition.text.startswith(words)
    assert condition.favourable is favourable


@pytest.mark.parametrize(
    "text",
    [
        "It hurts.",
        "It lasts six weeks with ease.",
        "It is done with rods.",
        "The pain is slight if you relax.",
        "It hurts less if you relax.",
    ],
)
def test_no_condition(text: str) -> None:
    assert all(c.qualifiers.condition is None for c in extraction(text).claims)


SCOPES = [
    ("The express lift lasts two weeks.", "subtype", "express lift"),
    ("For people with oily skin, it lasts two weeks.", "population", "oily skin"),
    ("During the first session, it may hurt.", "phase", "during first"),
]


def test_the_phase_of_a_rest_is_not_that_of_the_visit() -> None:
    rest = "An appointment takes 60 minutes, with a rest of two weeks between appointments."
    assert first(rest).qualifiers.scope is None
    phase = first("It takes 60 minutes between appointments.").qualifiers.scope
    assert phase is not None and phase.kind == "phase"


@pytest.mark.parametrize(("text", "kind", "name"), SCOPES)
def test_scope(text: str, kind: str, name: str) -> None:
    scope = first(text).qualifiers.scope
    assert scope is not None
    assert (scope.kind, scope.name) == (kind, name)


DEGREES = [
    ("It hurts less than waxing.", "compared"),
    ("It is less painful.", "compared"),
    ("There is minimal pain.", "slight"),
    ("The treatment reduces swelling.", "lessened"),
    ("The lift is not completely painless.", "partial-denial"),
    ("It hurts.", None),
]


@pytest.mark.parametrize(("text", "degree"), DEGREES)
def test_degree(text: str, degree: str | None) -> None:
    assert first(text).qualifiers.degree == degree


def test_why_names_the_cues() -> None:
    fields = {reason.field: reason.cue for reason in first("With proper care it may hurt.").why}
    assert fields["certainty"] == "may"
    assert fields["condition"] == "With proper care"
    assert fields["aspect"] == "hurt"


def test_what_was_not_understood_is_told() -> None:
    read = extraction("A lash lift hurts. A lash lift delights the crowd. Cats sleep.")
    assert read.sentences == 3
    assert read.with_claim == 1
    assert [read_span(read, n) for n in range(len(read.not_understood))] == [(19, 50)]


MISSED = [
    (
        "A lash lift hurts, but a lash lift delights the crowd.",
        ["but a lash lift delights the crowd"],
    ),
    ("A lash lift hurts.", []),
    ("If a lash lift delights you, it hurts.", []),  # a condition says nothing by itself
    ("Does a lash lift hurt? Depends who you ask.", ["Depends who you ask."]),
    ("Does a lash lift hurt? No.", []),
    ("Do cats sleep? Depends who you ask.", []),  # no question of the topic
]


@pytest.mark.parametrize(("text", "missed"), MISSED)
def test_clauses_and_plain_answers_that_were_not_understood(text: str, missed: list[str]) -> None:
    assert [text[start:end].strip(",. ") for start, end in extraction(text).not_understood] == [
        m.strip(". ") for m in missed
    ]


def read_span(read, n):
    return tuple(read.not_understood[n])
