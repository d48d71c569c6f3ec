"""`kb disputes`: what the program sums up stands in brackets, the sources behind it."""

import re

import pytest

from kb.cli.disputes import shown
from kb.model import Source

from .test_commands import Kb, kb

__all__ = ["kb"]


def test_a_side_stands_in_brackets_and_its_sources_behind(kb: Kb) -> None:
    told = re.sub(r" · [0-9a-f]{16}$", "", kb("disputes").out, flags=re.M)
    sides = " ".join(told.split()).split(" · ")[1:]
    assert sides
    assert all(re.match(r"\d+ sources?(, [^:]+)?: \[[^]]+\] – ", side) for side in sides)
    assert not any(re.search(r" and \d+ more", side.replace("; and ", "")) for side in sides)


def test_a_dispute_over_something_else_says_what_it_is_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    side = {"label": "yes", "sources": ["one"], "independent": 1}
    row = {"id": "d", "question": "Does it hurt?", "subject": "futon", "strength": "tension"}
    source = Source("one", "one.txt", "One", None, None, None, "")
    shown(
        row | {"sides": [side], "conflicts": ["c"], "opinions": []},
        {"one": source},
        frozenset(),
        (),
    )
    assert capsys.readouterr().out.splitlines() == [
        "Does it hurt? (futon) (tension, 1 pair) · d",
        "  · 1 source: [yes] – one",
        "",
    ]
