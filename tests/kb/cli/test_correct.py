"""`kb correct`, as a person types it: each act, built, listed and taken back."""

import re
from pathlib import Path

import pytest

from kb.corrections.file import append, read_corrections
from kb.corrections.model import Correction

from .test_commands import Kb, kb, rows, site

__all__ = ["kb", "site"]


def claim(kb: Kb, words: str) -> dict[str, object]:
    """The claim of these words."""
    (found,) = [c for c in rows(kb("claims", "--format", "json")) if words in str(c["quote"])]
    return found


def test_another_value_takes_effect_is_told_and_is_taken_back(kb: Kb, site: Path) -> None:
    before, export = claim(kb, "about 20 years"), site.parent / "export"
    kb("export", export)
    was = {p.name: p.read_bytes() for p in export.iterdir()}
    id = str(before["id"])
    told = kb("correct", id[:8], "--value", "25 years", "--by", "Ana", "--note", "a slip")
    assert "Ana: says something else" in told.out
    assert "[lifetime: 20 years] → [lifetime: 25 years]" in told.out
    kb("build", "--site", site)
    now = claim(kb, "about 20 years")
    assert now["value"]["low"] == 25  # type: ignore[index]
    assert now["corrected"] == {**now["corrected"], "by": "Ana", "note": "a slip"}  # type: ignore[dict-item]
    assert "25 years · corrected by Ana" in kb("claims", "--aspect", "lifetime").out
    assert "the program read [lifetime: 20 years]" in kb("claims", "--why", now["id"]).out
    assert "struck by" in kb("claims", "--why", id).out
    assert "Because of people's verdicts" in kb("changes").out
    line = rows(kb("correct", "--list", "--format", "json"))[0]
    assert (line["state"], line["claim"]) == ("holds", now["id"])
    kb("correct", "--undo", str(line["id"])[:8], "--by", "Ben")
    kb("build", "--site", site)
    kb("export", export)
    assert {p.name: p.read_bytes() for p in export.iterdir()} == was


def test_a_claim_is_struck_and_comes_back_when_it_is_right(kb: Kb, site: Path) -> None:
    id = str(claim(kb, "about 20 years")["id"])
    kb("correct", id, "--not-a-claim", "--by", "Ana")
    kb("build", "--site", site)
    assert id not in kb("claims").out
    again = kb("correct", id, "--not-a-claim", "--by", "Ben")
    assert (again.code, "Ana said so already" in again.err) == (2, True)
    kb("correct", id, "--right", "--by", "Ben")
    kb("build", "--site", site)
    assert id in kb("claims").out


def test_a_claim_is_added_with_the_words_of_its_source(kb: Kb, site: Path) -> None:
    words = "Turn daylight into electricity"
    asked = ("--question", "winter", "--deny", "--by", "Ana")
    assert kb("correct", "--add", "brighter-roofs", words, *asked).code == 0
    kb("build", "--site", site)
    added = claim(kb, "turn daylight into electricity")
    assert (added["aspect"], added["polarity"]) == ("winter", "deny")


def test_a_condition_and_a_scope_limit_a_claim(kb: Kb, site: Path) -> None:
    id = str(claim(kb, "about 20 years")["id"])
    kb("correct", id, "--if", "if never cleaned", "--for", "tenants", "--by", "Ana")
    kb("build", "--site", site)
    now = claim(kb, "about 20 years")
    assert (now["id"], now["condition"], now["scope"]) == (id, "if never cleaned", "tenants")


def test_a_changed_sentence_comes_up_for_review(kb: Kb, site: Path) -> None:
    id = str(claim(kb, "about 20 years")["id"])
    kb("correct", id, "--value", "25 years", "--by", "Ana")
    kb.place.edit("a-sceptic-on-the-roof", "after about 20 years", "after some 20 years")
    built = kb("build", "--site", site).out
    assert re.search("^left out +1 correction .*see `kb correct --list`", built, re.M)
    listed = kb("correct", "--list").out
    assert "up for review: its words are gone; now “In truth, panels wear out after some" in listed
    assert "1 correction, 1 up for review" in listed


def test_what_a_reader_proposes_is_accepted_one_by_one_or_all_at_once(kb: Kb) -> None:
    path = kb.place.corpus / "readings.jsonl"
    kb("correct", "--add", "brighter-roofs", "turn daylight", "--question", "winter", "--by", "A")
    kb("correct", "--add", "brighter-roofs", "more homes", "--question", "noise", "--by", "A")
    one, two = (_proposed(c) for c in read_corrections(path))
    path.write_text("", encoding="utf-8")
    append(path, one, two)
    assert [r["state"] for r in rows(kb("correct", "--list", "--format", "json"))] == [
        "proposed",
        "proposed",
    ]
    assert "turn daylight" in kb("correct", "--accept", one.id[:8], "--by", "Ana").out
    kb("correct", "--accept-all", "--reader", "other", "--by", "Ana")
    lines = read_corrections(path)
    assert [(c.by, c.states) for c in lines[2:]] == [("Ana", one.states), ("Ana", two.states)]
    none = kb("correct", "--accept-all", "--reader", "other", "--by", "Ana")
    assert "other: proposes nothing that is open" in none.err


def _proposed(c: Correction) -> Correction:
    return Correction(c.source, c.anchor, c.kind, None, c.states, "", c.when, reader="other")


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        (("zzzz", "--right", "--by", "A"), "KB206 zzzz: no such claim; `kb claims` lists them"),
        (("zzzz", "--by", "A"), "KB220 say what is wrong: --not-a-claim, --question"),
        (("--right", "--by", "A"), "KB220 give the id of a claim"),
        (("zzzz", "--right"), "KB220 --by: give the name of who corrects"),
        (("z", "--right", "--list"), "KB220 --right: not with --list"),
        (("z", "--right", "--value", "3"), "KB220 --right: takes no other answer"),
        (("z", "--affirm", "--deny"), "KB220 --affirm: not with --deny"),
        (("--undo", "zzzz", "--by", "A"), "KB206 zzzz: no such correction; `kb correct --list`"),
        (("--accept", "zzzz", "--by", "A"), "KB206 zzzz: no such proposal; `kb correct --list`"),
        (("--accept-all", "--by", "A"), "KB220 --accept-all: say whose proposals"),
        (("--add", "zzzz", "x", "--question", "noise", "--by", "A"), "KB206 zzzz: no such source"),
        (("--add", "brighter-roofs", "x", "--by", "A"), "KB220 --add: name what it answers"),
        (
            ("--add", "brighter-roofs", "no such words", "--question", "noise", "--by", "A"),
            "KB220 brighter-roofs: “no such words” does not stand there word for word",
        ),
        (
            ("--add", "brighter-roofs", "more homes", "--question", "lifetime", "--by", "A"),
            "KB221 no value does not fit “How long do solar panels last?”: it takes",
        ),
    ],
)
def test_what_is_wrong_is_said_in_a_line_and_nothing_is_written(
    kb: Kb, words: tuple[str, ...], wrong: str
) -> None:
    told = kb("correct", *words)
    assert (told.code, told.out) == (2, "")
    assert told.err.startswith(wrong)
    assert not (kb.place.corpus / "readings.jsonl").exists()


def test_a_broken_line_stops_the_build_and_is_named(kb: Kb, site: Path) -> None:
    path = kb.place.corpus / "readings.jsonl"
    path.write_text("{}\n", encoding="utf-8")
    told = kb("build", "--site", site)
    assert told.code == 2
    assert told.err == f"KB218 {path}:1: source is missing\n"
    assert not site.exists()
