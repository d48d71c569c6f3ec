"""Five drafts of the kinds that editors have, and what each line of them should get."""

from pathlib import Path

import docx
import pytest

from kb.check.checker import Checker
from kb.check.draft import read_draft
from kb.check.model import Severity

from .conftest import DRAFTS, draft, verdicts

LANDING = [
    "7:1 contradicted lifetime",
    "7:31 disputed upkeep",
    "7:52 supported noise",
    "9:3 disputed roofs",
    "10:3 disputed harms",
    "11:3 stronger harms",
]
FAQ = [
    "5:4 disputed lifetime",
    "7:4 disputed winter",
    "7:8 disputed winter",
    "9:15 disputed recycling",
    "11:4 supported noise",
    "13:4 self-contradicted winter",
]
AD = [
    "1:15 disputed upkeep",
    "1:31 contradicted price",
    "1:54 contradicted payback",
    "1:87 disputed house-value",
]
PRESS = [
    "paragraph 2 contradicted harms",
    "paragraph 2 disputed payback",
    "paragraph 2 supported harms",
    "paragraph 3 disputed house-value",
    "paragraph 3 contradicted harms",
]


@pytest.mark.parametrize(
    ("name", "gets"), [("landing.md", LANDING), ("faq.html", FAQ), ("ad.txt", AD)]
)
def test_each_line_gets_what_it_should(checker: Checker, name: str, gets: list[str]) -> None:
    checked = checker.check(read_draft(str(DRAFTS / name)))
    assert [v for v in verdicts(checked) if "skipped" not in v] == gets


def test_a_press_release_from_a_word_processor(checker: Checker, tmp_path: Path) -> None:
    made = docx.Document()
    made.add_heading("Solar panels in every street", 1)
    made.add_paragraph(
        "Solar panels do not overheat. A solar system pays for itself in six to eight years. "
        "Solar panels do not attract lightning."
    )
    made.add_paragraph("Solar panels raise the value of a house. Panels cause fires.")
    path = tmp_path / "press.docx"
    made.save(str(path))
    assert verdicts(checker.check(read_draft(str(path)))) == PRESS


def test_a_fair_and_hedged_leaflet_gets_nothing(checker: Checker) -> None:
    checked = checker.check(read_draft(str(DRAFTS / "leaflet.txt")))
    assert [f.message for f in checked.findings if f.rule.severity is not Severity.INFO] == []
    assert len(checked.findings) >= 6, "it was read, not skipped"


def test_what_was_skipped_can_be_shown(checker: Checker) -> None:
    checked = checker.check(read_draft(str(DRAFTS / "faq.html")))
    assert verdicts(checked, "skipped") == ["3:18 skipped"]


def test_fair_wording_is_fair(checker: Checker) -> None:
    """Whoever takes it over gets no finding for it."""
    drafts = [checker.check(read_draft(str(path))) for path in sorted(DRAFTS.iterdir())]
    fair = {f.fair for d in drafts for f in d.findings if f.fair}
    assert len(fair) >= 7
    for words in sorted(fair):
        again = checker.check(draft(words)).findings
        assert [f.message for f in again if f.rule.severity is not Severity.INFO] == []
