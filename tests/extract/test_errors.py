import re
from pathlib import Path

import pytest

from extract.errors import InputError, InputErrors

ROOT = Path(__file__).parents[2]
CODE = re.compile(r"\bKB\d{3}\b")


def test_code_stands_before_the_line() -> None:
    error = InputError("topic.yaml:12: no unit; add a unit", "KB107")
    assert str(error) == "KB107 topic.yaml:12: no unit; add a unit"
    assert error.code == "KB107"


def test_line_without_code() -> None:
    assert str(InputError("no corpus")) == "no corpus"


def test_several_errors_are_one_error_of_several_lines() -> None:
    both = InputErrors([InputError("a.yaml:1: x", "KB103"), InputError("a.yaml:2: y", "KB104")])
    assert str(both).splitlines() == ["KB103 a.yaml:1: x", "KB104 a.yaml:2: y"]
    assert [e.code for e in both.errors] == ["KB103", "KB104"]


def test_no_errors_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="without an error"):
        InputErrors([])


def test_every_code_used_is_explained() -> None:
    files = [f for room in ("extract", "kb", "reports") for f in (ROOT / room).rglob("*.py")]
    used = {code for f in files for code in CODE.findall(f.read_text(encoding="utf-8"))}
    told = set(CODE.findall((ROOT / "docs" / "errors.md").read_text(encoding="utf-8")))
    assert sorted(used - told) == []
