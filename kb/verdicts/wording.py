"""A person's verdict in plain words: what was decided, on what, and what either side said."""

from collections.abc import Iterable, Iterator, Sequence

from kb.model import Ruling, State, Verdict, VerdictKind
from kb.text import figure, labelled
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


def decision(line: Verdict) -> str:
    """What was decided, in a few words: of a preference, the side that was preferred."""
    if line.dispute and line.verdict is VerdictKind.BOTH_HOLD:
        return "all sides hold"
    chosen = [says for n, says in enumerate(line.says or ()) if _holds(line, n)]
    if line.verdict is VerdictKind.PREFER and chosen:
        return f"preferred {labelled(chosen[0])}"
    return DECIDED[line.verdict]


def on_dispute(whole: Iterable[Verdict], pairs: Sequence[Ruling]) -> Iterator[str]:
    """Lines on how a dispute stands: what was decided of it as a whole, and of its pairs."""
    of_all = tuple(whole)
    for line in of_all:
        note = f": {line.note}" if line.note else ""
        yield f"decided by {line.by}, {line.when[:10]}: {decision(line)}{note}"
    done = sum(pair.state is not State.OPEN for pair in pairs)
    if done and (not of_all or done < len(pairs)):
        settled = sum(pair.settled for pair in pairs)
        yield f"decided: {done} of {figure(len(pairs), 'pair')}, {settled} of them settled"
    if disputed := sum(pair.state is State.DISPUTED for pair in pairs):
        yield f"people decided differently of {figure(disputed, 'pair')}"
    if again := sum(pair.reopened is not None for pair in pairs):
        yield f"{figure(again, 'pair')} up again: what was decided on has changed"


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
