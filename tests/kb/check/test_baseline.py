"""What is accepted today does not count tomorrow; what is new does."""

import json
from pathlib import Path

import pytest

from extract.errors import InputError
from kb.check.baseline import read_baseline, write_baseline
from kb.check.checker import Checker
from kb.check.draft import read_draft

from .conftest import Check, verdicts

OLD = "Solar panels last forever.\n"


def test_only_new_findings_are_left(checker: Checker, tmp_path: Path) -> None:
    draft, path = tmp_path / "copy.txt", tmp_path / "baseline.json"
    draft.write_text(OLD, encoding="utf-8")
    assert write_baseline(path, [checker.check(read_draft(str(draft)))]) == 1
    draft.write_text(f"A system costs £20,000.\n\n{OLD}", encoding="utf-8")
    left = read_baseline(path).apply(checker.check(read_draft(str(draft))))
    assert verdicts(left) == ["1:1 contradicted price"]
    assert [f.aspect for f in left.known] == ["lifetime"]


def test_the_same_sentence_in_another_draft_is_new(
    checker: Checker, check: Check, tmp_path: Path
) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, [check(OLD)])
    (tmp_path / "other.txt").write_text(OLD, encoding="utf-8")
    left = read_baseline(path).apply(checker.check(read_draft(str(tmp_path / "other.txt"))))
    assert verdicts(left) == ["1:1 contradicted lifetime"]


def test_it_is_written_alike_each_time_and_one_finding_a_line(check: Check, tmp_path: Path) -> None:
    path = tmp_path / "baseline.json"
    write_baseline(path, [check(OLD + "\nA system costs £20,000. Panels make no noise.")])
    first = path.read_bytes()
    write_baseline(path, [check(OLD + "\nA system costs £20,000. Panels make no noise.")])
    assert path.read_bytes() == first
    assert len(json.loads(first)["findings"]) == 2, "what is only noted is not accepted"
    assert len(first.splitlines()) == 4


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 9, "findings": []}', "\0"])
def test_a_broken_baseline_is_one_clear_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"^KB522 .*make it anew with --write-baseline$"):
        read_baseline(path)


def test_a_missing_baseline_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="make it with --write-baseline"):
        read_baseline(tmp_path / "none.json")
