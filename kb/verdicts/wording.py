"""A person's verdict in plain words: what was decided, on what, and what either side said."""

from collections.abc import Iterator

from kb.model import Verdict, VerdictKind
from kb.text import labelled
from kb.verdicts.matter import LETTERS

DECIDED = {
    VerdictKind.REAL: "a real conflict",
    VerdictKind.NOT_A_CONFLICT: "not a conflict",
    VerdictKind.BOTH_HOLD: "both hold",
    VerdictKind.PREFER: "one side preferred",
    VerdictKind.UNSURE: "unsure",
    VerdictKind.MISREAD: "misread by the program",
}
MARKS = {VerdictKind.PREFER: "preferred", VerdictKind.MISREAD: "misread"}


def headline(line: Verdict) -> str:
    """Who decided what, on which question, when and why."""
    decided = DECIDED[line.verdict]
    if line.dispute and line.verdict is VerdictKind.BOTH_HOLD:
        decided = "all sides hold"
    what = f"whole dispute {line.dispute}" if line.dispute else f"pair {line.conflict}"
    on = f"{what} on {line.aspect}" if line.aspect else what
    why = f": {line.note}" if line.note else ""
    again = f"; look again {line.review}" if line.review else ""
    return f"{line.by}: {decided} · {on} · {line.when}{why}{again}"


def sides_of(line: Verdict) -> Iterator[str]:
    """A line for each side: its letter, first passage and label, and whether it was chosen."""
    for n, passage in enumerate(line.passages or ()):
        label = f" {labelled(line.says[n])}" if line.says else ""
        mark = MARKS.get(line.verdict) if _holds(line, n) else None
        yield f"{LETTERS[n]} “{passage}”{label}{f' ← {mark}' if mark else ''}"


def _holds(line: Verdict, n: int) -> bool:
    return n < len(line.sides) and line.position in line.sides[n]
