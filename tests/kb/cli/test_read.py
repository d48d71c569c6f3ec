"""`kb read` and `kb claims --why-not`, as a person types them."""

import io
import json
import sys
from pathlib import Path

import pytest

from .test_commands import Kb, kb

__all__ = ["kb"]


def test_a_sentence_with_its_whole_way(kb: Kb) -> None:
    told = kb("read", "Solar panels last 90 years, but the pergola can leak.").out
    assert "clause “Solar panels last 90 years”" in told
    assert "claim: lifetime, of solar panels: [90 years] (affirms, asserted)" in told
    assert "about: “pergola”, which the topic file does not name" in told
    assert "(of-another)" in told
    assert told.endswith("1 sentence, 1 claim\n")


def test_lines_of_a_file_and_of_standard_input(
    kb: Kb, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = "Solar panels last 90 years.\n\nSolar panels are silent.\n"
    (tmp_path / "lines.txt").write_text(lines, encoding="utf-8")
    of_file = kb("read", "--format", "json", "--file", tmp_path / "lines.txt").out
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert kb("read", "--format", "json", "-").out == of_file
    ways = json.loads(of_file)
    assert [[c["aspect"] for c in way["claims"]] for way in ways] == [["lifetime"], ["noise"]]


def test_it_needs_no_build(kb: Kb, tmp_path: Path) -> None:
    words = ("read", "Solar panels are silent.", "--corpus", kb.place.corpus)
    told = kb.plain(*words, "--store", tmp_path / "none")
    assert told.code == 0 and "claim: noise" in told.out
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("read",), "KB210 write a sentence in quotes"),
        (("read", " "), "KB210 there is nothing to read"),
        (("read", "--file", "nowhere.txt"), "KB206 nowhere.txt: can't be read"),
        (("claims", "--why-not", "no such words"), "KB206 no sentence holds 'no such words'"),
        (("claims", "--why-not", "x", "--format", "csv"), "KB210 --why-not has no csv"),
    ],
)
def test_one_line_for_what_can_not_be_read(kb: Kb, words: tuple[str, ...], line: str) -> None:
    told = kb(*words)
    assert told.code == 2 and told.err.startswith(line) and not told.out


def test_why_a_sentence_of_the_corpus_was_read_so(kb: Kb) -> None:
    told = kb("claims", "--why-not", "Last at   LEAST 40 years").out
    assert told.startswith("brighter-roofs, line 7: “Solar panels last at least 40 years.”")
    assert "claim: lifetime, of solar panels: [at least 40 years]" in told


MISSED = "We tell you that solar panels delight the street."


def test_what_was_not_understood_is_listed_and_marked_in_a_search(kb: Kb) -> None:
    kb.place.edit("brighter-roofs", "Completely silent", f"Completely silent\n\n{MISSED}")
    kb.place.build()
    rows = json.loads(kb("claims", "--not-understood", "--format", "json").out)
    mine = next(row for row in rows if row["words"] == MISSED)
    text = kb.place.text("brighter-roofs").read_text(encoding="utf-8")
    assert text[mine["start"] : mine["end"]] == MISSED
    assert text.splitlines()[mine["line"] - 1] == MISSED
    told = kb("claims", "--not-understood", "--source", "brighter-roofs").out
    assert f"brighter-roofs, line {mine['line']}\n    “{MISSED}”" in told
    assert f"not understood: “{MISSED}”" in kb("search", "delight street").out
    (hit,) = json.loads(kb("search", "delight street", "--format", "json").out)
    assert hit["not_understood"] == [MISSED]
