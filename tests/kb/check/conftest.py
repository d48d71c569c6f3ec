"""A checker on the made-up corpus, and short ways to check a few lines with it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from extract.document import read_located
from kb.check.checker import Checker
from kb.check.draft import Draft
from kb.check.model import Checked
from kb.knowledge.value import Knowledge

from ..conftest import Place

DRAFTS = Path(__file__).with_name("drafts")
ROOT = Path(__file__).resolve().parents[3]
Check = Callable[..., Checked]


def draft(text: str, ending: str = ".txt") -> Draft:
    document, places = read_located(text.encode(), f"draft{ending}")
    return Draft(f"draft{ending}", document, places)


def verdicts(checked: Checked, *rules: str) -> list[str]:
    """ "3:1 disputed lifetime" for each finding, or for those of these verdicts."""
    return [
        " ".join(filter(None, (str(checked.place(f)), f.rule.word, f.aspect)))
        for f in checked.findings
        if not rules or f.rule.word in rules
    ]


@pytest.fixture(scope="session")
def checker(first: Place) -> Checker:
    return Checker(Knowledge.open(first.corpus, first.store))


@pytest.fixture(scope="session")
def five(example: Path) -> Checker:
    """A checker on the example's own corpus."""
    return Checker(Knowledge.open(example / "corpus", example / ".kb"))


@pytest.fixture
def check(checker: Checker) -> Check:
    return lambda text, ending=".txt": checker.check(draft(text, ending))
