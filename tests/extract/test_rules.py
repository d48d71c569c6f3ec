"""Rules that no other test would miss: each reads its text as told, and not so once it is off.

`rules.tsv` has a row for each: the rule, the example's topic file ("-" for what needs none), the
text as in `cues.tsv`, and what is read in it.
"""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from extract.quantity import find_quantities, find_windows
from extract.quantity.units import GENERAL
from tests.extract.reader import brief, extraction
from tests.mutation.mutants import switched_off

TABLE = Path(__file__).with_name("rules.tsv")


@dataclass(frozen=True)
class Row:
    rule: str
    topic: str
    text: str
    read: str


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Row(*line.replace("\\n", "\n").split("\t")) for line in lines]


def outcome(row: Row) -> tuple[str, object]:
    """What is read, in short and in full."""
    if row.topic == "-":
        numbers = find_quantities(row.text, GENERAL)
        windows = find_windows(row.text, numbers)
        return "; ".join(found.text for found in (*numbers, *windows)), (numbers, windows)
    found = extraction(row.text, row.topic)
    claims = [replace(claim, why=()) for claim in found.claims]
    return "; ".join(brief(claim) for claim in claims), claims


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row.rule}: {row.text}")
def test_a_text_is_read_otherwise_without_its_rule(row: Row) -> None:
    read, whole = outcome(row)
    assert read == row.read
    with switched_off(f"extract.{row.rule}"):
        assert outcome(row)[1] != whole
