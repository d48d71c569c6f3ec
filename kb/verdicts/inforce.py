"""Which lines of `verdicts.jsonl` hold.

Later lines of one person on one conflict or dispute replace earlier ones; lines that call claims
misread add up; one that takes back leaves nothing. A merge of two people's files is their union,
so the order of people does not matter.
"""

from collections.abc import Iterable

from kb.model import Verdict, VerdictKind

TAKEN_BACK = "taken back"

Held = dict[tuple[str, str], tuple[int, tuple[Verdict, ...]]]
"""By what was decided and by whom: the verdicts that hold, and the place of the last line."""


def in_force(verdicts: Iterable[Verdict]) -> dict[str, tuple[Verdict, ...]]:
    """The verdicts that hold, by conflict or dispute: each person's last, people sorted."""
    held: dict[str, tuple[Verdict, ...]] = {}
    for (on, _), (_, theirs) in sorted(last_said(verdicts).items()):
        held[on] = (*held.get(on, ()), *theirs)
    return held


def last_said(verdicts: Iterable[Verdict]) -> Held:
    """What each person's lines on each thing come to."""
    last: Held = {}
    for place, verdict in enumerate(verdicts):
        key = (verdict.on, verdict.by)
        _, earlier = last.get(key, (place, ()))
        last[key] = place, _after(earlier, verdict)
    return {key: (place, theirs) for key, (place, theirs) in last.items() if theirs}


def _after(earlier: tuple[Verdict, ...], verdict: Verdict) -> tuple[Verdict, ...]:
    if verdict.verdict is VerdictKind.UNSURE and verdict.note == TAKEN_BACK:
        return ()
    adds_up = verdict.verdict is VerdictKind.MISREAD
    kept = [v for v in earlier if adds_up and v.verdict is VerdictKind.MISREAD]
    return (*(v for v in kept if v.claim != verdict.claim), verdict)
