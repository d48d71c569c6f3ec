"""Whose it is: another thing's, one case's, a condition's, or the answer to another question."""

from pathlib import Path

import pytest

from extract.document.read import read_document
from extract.english.pipeline import parse
from extract.reading.document import extract_claims
from tests.extract.reader import brief, extraction, pipeline, read, rules

PUMP = "A garden pump is useful. "

READ = [
    # a relative clause on the topic's own thing
    ("pump", "A garden pump has a motor, which hums.", "+ noise"),
    # a list's further verbs belong to the list's subject
    ("pump", PUMP + "It can leak, hum, rust.", "+ faults rust"),
    # causes and means are there, whatever is denied
    ("pump", PUMP + "There is no leak with its silent motor.", "- noise"),
    ("pump", PUMP + "It does not leak, thanks to its silent motor.", "- noise"),
    # nothing but, anything but, far from
    ("pump", PUMP + "It is nothing but noisy.", "+ noise"),
    ("pump", PUMP + "It is far from silent.", "+ noise"),
    # an answer to the question, and one that only opens with "No"
    ("pump", "Is a garden pump loud? No, not at all.", "- noise"),
    (
        "pump",
        "# Garden pump\n? How long does it last?\nWait and see: it lasts ten years.",
        "+ life",
    ),
    # each of the topic's own
    ("lash", "A lash lift takes two appointments, and each one costs $60.", "+ sessions 2"),
    # under an "if", whom it is not for
    ("pump", "# Garden pump\nDo not buy a pump if you:\n- are a beginner", ""),
    (
        "lash",
        "# Lash lift\nA lash lift is not suitable if you:\n- are pregnant",
        "- suits pregnant",
    ),
    (
        "lash",
        "A lash lift lasts ten weeks. Wait a day before you wash it.",
        "+ longevity 10–10 week",
    ),
]

NOT_READ = [
    ("pump", PUMP + "A ship has a hull, which rusts.", "+ faults"),
    ("pump", PUMP + "Other machines can cost a lot, leak, rust.", "+ faults rust"),
    ("pump", PUMP + "There is no leak with its silent motor.", "+ noise"),
    ("pump", "Is a garden pump loud?\nNo maker can promise that it is silent.", "- noise"),
    ("pump", PUMP + "When can I paint it? Wait ten years.", "+ lifetime"),
    ("pump", PUMP + "You must oil it for life.", "+ lifetime"),
    ("pump", PUMP + "Call us if you notice:\n- a leak\n- it is loud", "+ faults"),
    ("pump", PUMP + "Call us if you notice:\n- a leak\n- it is loud", "+ noise"),
    ("pump", PUMP + "Call us if you see smoke, spreading rust, or a leak.", "+ faults"),
    ("pump", PUMP + "“Does it leak?” – Ask us.", "+ faults"),
    ("pump", PUMP + "It has a lifetime guarantee.", "+ lifetime"),
    ("pump", PUMP + "It is damp rather than noisy.", "+ noise"),
    ("pump", "A garden pump lasts. Wait ten years before you paint it.", "+ lifetime"),
]


@pytest.mark.parametrize(("topic", "text", "want"), READ)
def test_read(topic: str, text: str, want: str) -> None:
    assert not want or [c for c in read(text, topic) if c.startswith(want)]


@pytest.mark.parametrize(("topic", "text", "claim"), NOT_READ)
def test_not_read(topic: str, text: str, claim: str) -> None:
    assert not [c for c in read(text, topic) if c.startswith(claim) and "{reported}" not in c]


def test_a_numbered_name_heads_the_paragraph_under_it(tmp_path: Path) -> None:
    file = tmp_path / "page.txt"
    file.write_text(
        "Garden pump or fountain?\n\n"
        "A garden pump is useful in any garden, and so is a fountain.\n\n"
        "1. Fountain\n\nIt is noisy.\n\n2. Garden pump\n\nIt is quiet.\n"
    )
    document = read_document(file)
    texts = [document.text[b.start : b.end] for b in document.blocks]
    claims = extract_claims(document, list(parse(pipeline(), texts)), rules("pump")).claims
    assert [brief(c) for c in claims] == ["(fountain) + noise", "- noise"]


ONE_CASE = ["Paid $90 for a lash lift.", "A lash lift has cost me $90 so far."]


@pytest.mark.parametrize("text", ONE_CASE)
def test_one_case_is_no_rule(text: str) -> None:
    claims = extraction(text).claims
    assert all(c.qualifiers.scope and c.qualifiers.scope.name == "one case" for c in claims)
    assert claims


QUALIFIED = [
    ("Cheap pumps leak.", "condition"),
    ("Untrained installers cause leaks in a garden pump.", "condition"),
    ("Low-quality pumps leak.", "condition"),
    ("It is not a noise so much.", "degree"),
    ("It hums ten times more than a fountain.", "degree"),
]


@pytest.mark.parametrize(("text", "field"), QUALIFIED)
def test_what_holds_of_some_cases_or_by_degree_says_so(text: str, field: str) -> None:
    claims = extraction(PUMP + text, "pump").claims
    assert claims
    assert all(getattr(c.qualifiers, field) is not None for c in claims)


def test_my_customer_is_nobody_that_a_text_calls_upon() -> None:
    assert read(PUMP + "My customer says that it is loud.", "pump") == ["+ noise {reported}"]
    assert read(PUMP + "My doctor says that it is loud.", "pump") == ["+ noise"]
