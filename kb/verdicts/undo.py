"""Takes a decision back by later lines: nothing in verdicts.jsonl is ever removed."""

from collections.abc import Iterable
from dataclasses import replace

from kb.model import Verdict, VerdictKind
from kb.verdicts.inforce import TAKEN_BACK, in_force


def of_person(verdicts: Iterable[Verdict], on: str, by: str) -> tuple[Verdict, ...]:
    """The lines of one person on one conflict or dispute, in order."""
    return tuple(v for v in verdicts if v.on == on and v.by == by)


def undo(
    verdicts: Iterable[Verdict], on: str, by: str, keep: int, when: str
) -> tuple[Verdict, ...]:
    """The lines to add so that only the person's first `keep` lines on it count.

    None where the person has no more lines than that. What they had decided before is said
    again; where that is nothing or lines that add up, a line that says unsure comes first.
    """
    lines = of_person(verdicts, on, by)
    if keep < 0 or len(lines) <= keep:
        return ()
    before = in_force(lines[:keep]).get(on, ())
    again = tuple(replace(v, when=when) for v in before)
    if again and again[0].verdict is not VerdictKind.MISREAD:
        return again
    return (_taken_back(lines[-1], when), *again)


def _taken_back(last: Verdict, when: str) -> Verdict:
    return replace(
        last,
        verdict=VerdictKind.UNSURE,
        when=when,
        note=TAKEN_BACK,
        position=None,
        claim=None,
        review=None,
    )
