"""A run over several drafts: what is shown, what the baseline knows, what makes it fail."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from extract.errors import InputError
from kb.check.baseline import Baseline
from kb.check.checker import Checker
from kb.check.draft import read_draft
from kb.check.model import NOT_UNDERSTOOD, Checked, DraftFinding, Severity

FAILING = {
    "contradiction": (Severity.ERROR,),
    "tension": (Severity.ERROR, Severity.WARNING),
    "never": (),
}


@dataclass(frozen=True)
class CheckedDrafts:
    """The drafts that were checked, and one line for each that could not be read."""

    drafts: tuple[Checked, ...]
    problems: tuple[str, ...]

    def fails(self, level: str) -> bool:
        """Whether some finding is as hard as the level says."""
        found = (f.rule.severity for d in self.drafts for f in d.findings)
        return not set(found).isdisjoint(FAILING[level])


def run(
    checker: Checker,
    names: Iterable[str],
    show: Sequence[str] = (),
    baseline: Baseline | None = None,
    ending: str | None = None,
) -> CheckedDrafts:
    """Check the drafts of these names; one that can't be read does not keep the others.

    `show` names the quiet verdicts that are kept, "all" for every one.
    """
    drafts, problems = [], []
    for name in dict.fromkeys(names):
        try:
            checked = checker.check(read_draft(name, ending))
        except InputError as error:
            problems.append(str(error))
            continue
        drafts.append(kept(checked, show, baseline))
    return CheckedDrafts(tuple(drafts), tuple(problems))


def kept(checked: Checked, show: Sequence[str] = (), baseline: Baseline | None = None) -> Checked:
    """The draft with the findings that are shown, those of the baseline set apart."""
    checked = replace(checked, findings=tuple(f for f in checked.findings if _shown(f, show)))
    return baseline.apply(checked) if baseline else checked


def _shown(finding: DraftFinding, show: Sequence[str]) -> bool:
    rule = finding.rule
    if rule is NOT_UNDERSTOOD:
        return True
    return rule.severity is not Severity.INFO or rule.word in show or "all" in show
