"""A text held against the sources, for a notebook."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from extract.document import read_located
from kb.check.checker import Checker
from kb.check.draft import as_draft
from kb.check.model import Checked, DraftFinding, Severity
from kb.notebook.shown import CheckedStatement

if TYPE_CHECKING:
    import pandas

NAME = "text.txt"  # as messages call it
COLUMNS = ("line", "severity", "code", "word", "quote", "says", "message", "fair")


def judged(checker: Checker, text: str, all: bool) -> Iterator[CheckedStatement]:
    """What is found on the text, in its order; without `all`, only what is to be mended."""
    located = read_located(text.encode("utf-8", "replace"), NAME)
    checked = checker.check(as_draft(NAME, *located))
    for finding in checked.findings:
        if all or finding.rule.severity is not Severity.INFO:
            yield _shown(checked, finding)


def _shown(checked: Checked, finding: DraftFinding) -> CheckedStatement:
    return CheckedStatement(
        line=checked.place(finding).line or 1,
        severity=str(finding.rule.severity),
        code=finding.rule.code,
        word=finding.rule.word,
        quote=" ".join(checked.quote(finding).split()),
        says=finding.says,
        message=finding.message,
        fair=finding.fair,
        against=finding.against,
        agree=finding.agree,
    )


def judged_frame(found: Sequence[CheckedStatement]) -> "pandas.DataFrame":
    """One row for each finding."""
    import pandas

    rows = [[getattr(each, name) for name in COLUMNS] for each in found]
    return pandas.DataFrame(rows, columns=list(COLUMNS))
