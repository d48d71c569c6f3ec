"""Accuracy of packs alone: topic files that hold little more than a subject, on annotated texts.

The floors are what was measured, less a little; they only rise.
"""

from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kb.evaluate.measure import figures, measure

GOLD = Path(__file__).parent / "gold-packs"
FOUND, ON_QUESTION = "claims_recall", "claims_precision_on_their_aspect"
DISPUTED, FLAGS = "contradiction_recall_any_strength", "contradiction_flags_precision_any"

FLOORS = {
    "robot-vacuums": {FOUND: 0.66, ON_QUESTION: 0.89, DISPUTED: 0.40, FLAGS: 0.80},
    "heat-pumps": {FOUND: 0.69, ON_QUESTION: 0.88, DISPUTED: 0.36, FLAGS: 0.95},
    "dehumidifiers": {FOUND: 0.45, ON_QUESTION: 0.94, FLAGS: 0.95},
}
CEILINGS = {
    name: {"not_claims_read_as_claims": 1, "pred_contradiction_traps": 1} for name in FLOORS
}


@cache
def measured(name: str) -> dict[str, Any]:
    return figures(measure(GOLD / name, GOLD / name, GOLD / name / "texts"))


@pytest.mark.parametrize(
    ("name", "figure"), [(name, figure) for name in FLOORS for figure in FLOORS[name]]
)
def test_a_pack_reads_no_less_than_it_did(name: str, figure: str) -> None:
    assert measured(name)[figure] >= FLOORS[name][figure]


@pytest.mark.parametrize(
    ("name", "figure"), [(name, figure) for name in CEILINGS for figure in CEILINGS[name]]
)
def test_its_mistakes_are_no_more_than_they_were(name: str, figure: str) -> None:
    assert measured(name)[figure] <= CEILINGS[name][figure]
