"""Waits for drafts to be saved, by looking at when they last changed; says what a save changed."""

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kb.check.model import Checked, DraftFinding, Severity
from kb.store.stamp import stamp_at

PAUSE = 0.3  # seconds between two looks


@dataclass(frozen=True)
class Progress:
    """What a save changed: findings that are gone, that are new, and all that are left.

    `shown` has the drafts with the findings that are new or read otherwise now.
    """

    fixed: int
    new: int
    left: int
    shown: tuple[Checked, ...]

    def __str__(self) -> str:
        """The line for people: "1 fixed, 2 new, 14 left"."""
        told = [f"{n} {word}" for n, word in ((self.fixed, "fixed"), (self.new, "new")) if n]
        return ", ".join([*(told or ["nothing new"]), f"{self.left} left"])


def progress(before: Iterable[Checked], after: Sequence[Checked]) -> Progress:
    """What has changed in these drafts; one that was not there before is all new.

    A statement that was edited and gets the same verdict on the same question is neither fixed
    nor new.
    """
    known = {d.name: d for d in before}
    fixed = new = left = 0
    shown = []
    for draft in after:
        old, now = (_counted(d) if d else [] for d in (known.get(draft.name), draft))
        fresh = _without(now, old, lambda f: f.fingerprint)
        gone = _without(old, now, lambda f: f.fingerprint)
        new += len(_without(fresh, gone, _kind))
        fixed += len(_without(gone, fresh, _kind))
        left += len(now)
        if fresh:
            shown.append(replace(draft, findings=tuple(fresh)))
    return Progress(fixed, new, left, tuple(shown))


def _counted(draft: Checked) -> list[DraftFinding]:
    return [f for f in draft.findings if f.rule.severity is not Severity.INFO]


def _kind(finding: DraftFinding) -> object:
    return finding.rule.code, finding.aspect


def _without(
    findings: Iterable[DraftFinding],
    others: Iterable[DraftFinding],
    key: Callable[[DraftFinding], object],
) -> list[DraftFinding]:
    """The findings that have no like among the others, each of which matches one."""
    there = Counter(map(key, others))
    left = []
    for finding in findings:
        if there[key(finding)]:
            there[key(finding)] -= 1
        else:
            left.append(finding)
    return left


def saves(names: Callable[[], Sequence[str]], pause: float = PAUSE) -> Iterator[None]:
    """Yields at once, and again after each save of a draft; `names` are asked anew each time."""
    last: object = None
    while True:
        now = tuple((name, stamp_at(Path(name))) for name in names())
        if now != last:
            last = now
            yield
        time.sleep(pause)
