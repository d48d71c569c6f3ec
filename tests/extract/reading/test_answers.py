"""Short answers, row by row, to a question that each can answer; and what answers nothing."""

import pytest

from extract.reading.answers import SHORT, Reply
from extract.reading.lead import INSTANCES, Instances
from tests.extract.reader import extraction, read

ABOUT = "A lash lift is popular.\n"


@pytest.mark.parametrize(("said", "meant"), SHORT.items(), ids=list(SHORT))
def test_a_short_answer_answers(said: str, meant: Reply) -> None:
    question = "Are there any side effects?" if meant.empty else "Does it hurt?"
    spoken = said.replace(" n't", "n't").capitalize()
    (claim,) = extraction(f"{ABOUT}? {question}\n{spoken}.").claims
    assert (claim.polarity == "affirm") == meant.yes
    assert claim.qualifiers.certainty is meant.certainty
    assert claim.qualifiers.degree is meant.degree


@pytest.mark.parametrize("row", INSTANCES, ids=lambda row: " ".join(row.words))
def test_instances_are_parts_of_what_was_said(row: Instances) -> None:
    assert "+ side effects redness" in read(ABOUT + row.example)


@pytest.mark.parametrize(
    "text",
    [
        "A lash lift has no side effects. Examples are dull tips of the lids.",
        "The salon has a leaflet. Examples are a table of the lids and of the redness of a face.",
    ],
)
def test_instances_of_nothing_are_no_parts(text: str) -> None:
    assert not [c for c in read(ABOUT + text) if c.startswith("+ side effects")]
