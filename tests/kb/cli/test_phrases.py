"""`kb phrases`: what each phrase finds, and the phrases that are hardly meant so."""

import json
from pathlib import Path
from typing import Any

import pytest

from ..conftest import Place
from .test_commands import Kb, kb

__all__ = ["kb"]

LIFETIME = "      - last:verb|endure|survive\n"
WRITTEN = ("panel|they", "not-last", "last:verb roof")


def told(kb: Kb, *words: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(kb("phrases", "--format", "json", *words).out)
    return found


def warnings(kb: Kb) -> set[tuple[str, str]]:
    return {(w["sort"], w["phrase"]) for w in told(kb)["warnings"]}


def change(place: Place, old: str, new: str) -> None:
    path = place.corpus / "topic.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    place.build()


def test_hits_claims_and_sentences_of_a_phrase(kb: Kb) -> None:
    uses = told(kb, "--aspect", "lifetime")["phrases"]
    assert {use["aspect"] for use in uses} == {"lifetime"}
    last = next(use for use in uses if use["key"] == "says" and use["phrase"].startswith("last"))
    assert last["hits"] >= last["claims"] >= 3 and last["line"] > 0
    assert "Solar panels last at least 40 years." in last["samples"]
    table = kb("phrases", "--aspect", "lifetime").out
    assert "`last:verb|endure|survive` (says): " in table and "40 years.”" in table


def test_the_topic_files_own_phrases_without_its_packs(kb: Kb) -> None:
    change(kb.place, "\nsubject:", "\npacks: [claims]\nsubject:")
    every, own = told(kb)["phrases"], told(kb, "--own")["phrases"]
    assert own == [use for use in every if use["line"]]
    assert 0 < len(own) < len(every)
    assert "of a pack" not in kb("phrases", "--own").out


def test_a_phrase_that_stands_nowhere_and_a_list_that_none_names(kb: Kb) -> None:
    change(kb.place, LIFETIME, f"{LIFETIME}      - moult\n")
    change(kb.place, "\nwords:\n", "\nwords:\n  idle: [nap]\n")
    assert {("nowhere", "moult"), ("unused", "<idle>")} <= warnings(kb)


def test_weak_denying_and_needless_phrases(kb: Kb) -> None:
    change(kb.place, LIFETIME, LIFETIME + "".join(f'      - "{phrase}"\n' for phrase in WRITTEN))
    found = {("often", WRITTEN[0]), ("not", WRITTEN[1]), ("shadowed", WRITTEN[2])}
    assert found <= warnings(kb)


def test_a_part_under_whole_is_told_by_the_build_too(kb: Kb, tmp_path: Path) -> None:
    assert "warning" not in kb("build", "--site", tmp_path / "site").out
    change(kb.place, "    whole: [damage|", "    whole: [leakage roof, damage|")
    told = kb("build", "--site", tmp_path / "site").out
    assert (
        "warning  harms: `leakage roof` stands under whole, but holds a word of the part [leak]"
        in told
    )
    assert ("whole", "leakage roof") in warnings(kb)


def test_a_misread_claim_is_told_of_its_phrase(kb: Kb) -> None:
    claims = json.loads(kb("claims", "--format", "json").out)
    conflict = json.loads(kb("conflicts", "--format", "json").out)[0]
    claim = next(c for c in claims if c["id"] in conflict["a"]["claims"])
    kb("decide", conflict["id"], "misread", "--claim", claim["id"], "--by", "Ana")
    kb.place.build()
    reasons = {row[1] for row in claim["why"] if row[0] == "aspect"}
    assert {phrase for sort, phrase in warnings(kb) if sort == "misread"} == reasons


@pytest.mark.parametrize("words", [("--aspect", "colour")])
def test_no_such_aspect(kb: Kb, words: tuple[str, ...]) -> None:
    assert kb("phrases", *words).err.startswith("KB206 colour: no such aspect")
