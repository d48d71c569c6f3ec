"""`kb eval --corrections`, as a person types it."""

import json
import re

import pytest

from ..conftest import OTHER
from .test_commands import Kb, kb, rows

__all__ = ["kb"]


def test_eval_by_corrections_says_how_to_begin_and_then_what_people_found(kb: Kb) -> None:
    began = kb("eval", "--corrections")
    assert (began.code, "kb correct CLAIM --right" in began.out) == (0, True)
    assert json.loads(kb("eval", "--corrections", "--format", "json").out)["looked_at"] == 0
    one, other, *_ = (str(row["id"]) for row in rows(kb("claims", "--format", "json")))
    kb("correct", one, "--right", "--by", "Ana")
    kb("correct", other, "--not-a-claim", "--by", "Ben")
    told = kb("eval", "--corrections", "--list").out
    assert re.search(r"all that people looked at +1 +1 +0\n", told)
    assert "of 2 claims that the program reads, 1 are read right" in told
    assert "looked at by Ana, Ben" in told and "no random sample" in told
    assert told.startswith("wrong: ") and ", is none" in told
    figures = json.loads(kb("eval", "--corrections", "--format", "json").out)
    assert (figures["right"], figures["wrong_by_kind"]) == (1, {"not-a-claim": 1})


@pytest.mark.parametrize("words", [(), (OTHER / "gold", "--corrections")])
def test_eval_measures_by_one_thing(kb: Kb, words: tuple[object, ...]) -> None:
    told = kb("eval", *words)
    assert (told.code, len(told.err.splitlines())) == (2, 1)
    assert "--corrections" in told.err
