"""The reasons that kinds, ties and rungs give: each is called what it is, and is given."""

import re
from pathlib import Path

import pytest

import kb.reconcile
from kb.reconcile.reasons import ReasonCode

ROOM = Path(kb.reconcile.__file__).parent
GIVEN = "\n".join(
    path.read_text(encoding="utf-8")
    for path in ROOM.rglob("*.py")
    if path.stem not in ("reasons", "explain")
)


@pytest.mark.parametrize("reason", ReasonCode)
def test_a_reason_is_called_what_it_is_and_some_rule_gives_it(reason: ReasonCode) -> None:
    assert reason == reason.name.lower().replace("_", "-")
    assert re.search(rf"\b(?:R|ReasonCode)\.{reason.name}\b", GIVEN)
