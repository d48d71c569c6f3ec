"""Ways of telling: each row's example is read by that row, one way or the other."""

import pytest

from extract.grammar.tellings import FINE, LEAVE, OUT, Telling, leaves
from extract.model import Claim
from tests.extract.reader import extraction

ROWS = [(row, "deny") for row in (*LEAVE, *OUT)] + [(row, "affirm") for row in FINE]


def told(text: str) -> list[Claim]:
    return [c for c in extraction("# Lash lifts\n" + text).claims if c.aspect == "care"]


@pytest.mark.parametrize(("row", "polarity"), ROWS, ids=lambda r: getattr(r, "word", r))
def test_a_row_reads_its_example(row: Telling, polarity: str) -> None:
    (claim,) = told(row.example)
    assert claim.polarity == polarity
    (cue,) = (reason.cue for reason in claim.why if reason.field == "polarity")
    assert row.word[:3] == cue.lower()[:3]


@pytest.mark.parametrize("row", [r for r in LEAVE if r.beside], ids=lambda r: r.word)
def test_a_verb_of_two_words_needs_both(row: Telling) -> None:
    assert leaves(row.word, row.beside.split()[:1])
    assert not leaves(row.word, ["on"])
