"""Every code has a page, and what the page shows is what the program says."""

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from kb.check.as_text import lines
from kb.check.model import RULES

from .conftest import Check

ROOT = Path(__file__).resolve().parents[3]
CHECKS = ROOT / "docs" / "checks"


def test_every_code_has_a_page_and_no_page_is_left_over() -> None:
    assert {p.stem for p in CHECKS.glob("*.md")} == set(RULES)


@pytest.mark.parametrize("code", RULES)
def test_a_page_s_example_gets_what_it_shows(check: Check, code: str) -> None:
    page = (CHECKS / f"{code}.md").read_text(encoding="utf-8")
    rule = RULES[code]
    assert page.startswith(f"# {code}: {rule.word}\n\nSeverity: {rule.severity}.\n")
    example = re.search(r"```md\n(.*?)```\n\n```text\n(.*?)\n```", page, re.DOTALL)
    assert example
    checked = check(example[1], ".md")
    said = [" ".join(line.split()) for line in lines(checked, 10_000, colour=False)]
    first = example[2].splitlines()[0].removeprefix("copy.md:")
    assert f"draft.md:{first}" in said


def test_the_table_lists_every_code_with_its_meaning() -> None:
    page = (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    for rule in RULES.values():
        row = f"| [{rule.code}](checks/{rule.code}.md) | {rule.word} | {rule.severity} |"
        assert f"{row} {rule.means} |" in page


def test_the_hook_runs_the_command() -> None:
    (hook,) = YAML(typ="safe").load(ROOT / ".pre-commit-hooks.yaml")
    assert (hook["id"], hook["entry"]) == ("kb-check", "kb check")
    assert re.search(hook["files"], "copy/landing.md")
