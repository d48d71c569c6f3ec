"""`make quick` runs the tests that stand for what was changed, and few others."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.quick import ALWAYS, changed, chosen

FILES = (
    *("kb/test_text.py", "kb/check/test_judge.py", "kb/check/test_words.py"),
    *("kb/check/test_judge_any.py", "reports/test_site.py", "reports/views/test_card.py"),
    *("wordings/test_body.py", "wordings/test_time.py", "kb/suggest/test_idea.py"),
    *("test_docs.py", "test_house.py", "test_gold.py"),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / "tests" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


@pytest.mark.parametrize(
    ("file", "tests"),
    [
        ("kb/check/judge.py", ("kb/check/test_judge.py", "kb/check/test_judge_any.py")),
        ("kb/text.py", ("kb/test_text.py",)),
        ("kb/check/test_words.py", ()),
        ("tests/kb/check/test_words.py", ("kb/check/test_words.py",)),
        ("tests/kb/check/test_gone.py", ()),
        ("tests/wordings/body.tsv", ("wordings/test_body.py",)),
        ("tests/wordings/rows.py", ("wordings/test_body.py", "wordings/test_time.py")),
        ("tests/kb/suggest/conftest.py", ("kb/suggest/test_idea.py",)),
        ("reports/static/site.css", ("reports/test_site.py",)),
        ("reports/templates/live/read.html", ("reports/test_site.py",)),
        ("docs/editors.md", ("test_docs.py",)),
        ("pyproject.toml", ()),
    ],
)
def test_a_file_is_tried_by_its_mirror_or_else_by_its_room(
    root: Path, file: str, tests: tuple[str, ...]
) -> None:
    assert chosen([file], root) == tuple(sorted({ALWAYS, *(f"tests/{t}" for t in tests)}))


def test_each_file_of_tests_runs_once(root: Path) -> None:
    both = ["kb/text.py", "tests/kb/test_text.py"]
    assert chosen(both, root) == ("tests/kb/test_text.py", ALWAYS)


def test_the_house_is_tried_whatever_was_changed(root: Path) -> None:
    assert chosen([], root) == (ALWAYS,)


def answering(base: str) -> list[Sequence[str]]:
    """What is asked of a git that knows one old commit, one changed file and one new one."""
    asked: list[Sequence[str]] = []

    def ask(words: Sequence[str]) -> str:
        asked.append(words)
        return {"merge-base": base, "diff": "kb/b.py\nkb/a.py\n", "ls-files": "kb/c.py\n"}[words[0]]

    assert changed(ask) == ("kb/a.py", "kb/b.py", "kb/c.py")
    return asked


@pytest.mark.parametrize(("base", "since"), [("0ff1ce\n", "0ff1ce"), ("", "HEAD")])
def test_changed_is_what_differs_from_main_and_from_the_last_commit_where_there_is_none(
    base: str, since: str
) -> None:
    assert [words[-1] for words in answering(base) if words[0] == "diff"] == [since]
