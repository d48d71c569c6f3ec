"""What people decided: `verdicts.jsonl` read, and what follows from it for each conflict.

The file is append-only and only ever written by a person's own act, never by a rule. Later
lines of one person on one conflict replace earlier ones; lines that call claims misread add
up. A merge of two people's files is their union, so the order of people does not matter.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kb.model import Conflict, Ruling, State, Verdict, VerdictKind, on_conflict

SETTLING = frozenset({VerdictKind.NOT_A_CONFLICT, VerdictKind.BOTH_HOLD})


# What a conflict's verdict can be in a word; open where nobody decided.
WORDS = (str(State.OPEN), str(State.DISPUTED), *map(str, VerdictKind))


def in_force(verdicts: Iterable[Verdict]) -> dict[str, tuple[Verdict, ...]]:
    """The verdicts that hold, by conflict: each person's last, people in sorted order."""
    last: dict[tuple[str, str], tuple[Verdict, ...]] = {}
    for verdict in verdicts:
        key = (verdict.conflict, verdict.by)
        last[key] = _after(last.get(key, ()), verdict)
    held: dict[str, tuple[Verdict, ...]] = {}
    for (conflict, _), theirs in sorted(last.items()):
        held[conflict] = (*held.get(conflict, ()), *theirs)
    return held


def _after(earlier: tuple[Verdict, ...], verdict: Verdict) -> tuple[Verdict, ...]:
    adds_up = verdict.verdict is VerdictKind.MISREAD
    kept = [v for v in earlier if adds_up and v.verdict is VerdictKind.MISREAD]
    return (*(v for v in kept if v.claim != verdict.claim), verdict)


def misread(verdicts: Iterable[Verdict]) -> frozenset[str]:
    """The ids of the claims that people agree the program read wrong."""
    return frozenset(
        v.claim
        for held in in_force(verdicts).values()
        if not _disputed(held)
        for v in held
        if v.verdict is VerdictKind.MISREAD and v.claim
    )


def _disputed(held: Sequence[Verdict]) -> bool:
    """Two people's verdicts that cannot both be acted on; unsure contradicts nothing."""
    decided = [v for v in held if v.verdict is not VerdictKind.UNSURE]
    real = {v.verdict in (VerdictKind.REAL, VerdictKind.PREFER) for v in decided}
    preferred = {v.position for v in decided if v.verdict is VerdictKind.PREFER}
    return len(real) > 1 or len(preferred) > 1


def standings(
    verdicts: Sequence[Verdict],
    conflicts: Iterable[Conflict],
    reopened: Mapping[str, str] | None = None,
) -> dict[str, Ruling]:
    """How each conflict stands. `reopened` maps conflicts to what changed (see `reopen`)."""
    held = in_force(verdicts)
    why = reopened or {}
    return {c.id: _standing(c, held.get(c.id, ()), why.get(c.id)) for c in conflicts}


def _standing(conflict: Conflict, held: tuple[Verdict, ...], reopened: str | None) -> Ruling:
    said = on_conflict(held)
    sides = (conflict.a.position, conflict.b.position)
    preferred = next((v.position for v in said if v.position in sides), None)
    if _disputed(held):
        return Ruling(conflict.id, held, State.DISPUTED)
    if preferred:
        other = sides[1] if preferred == sides[0] else sides[0]
        return Ruling(conflict.id, held, State.PREFERRED, preferred, other)
    if said:
        settled = said[0].verdict in SETTLING
        return Ruling(conflict.id, held, State.SETTLED if settled else State.REAL)
    return Ruling(conflict.id, held, State.OPEN, reopened=reopened)


def marked(conflicts: Iterable[Conflict], standing: Mapping[str, Ruling]) -> tuple[Conflict, ...]:
    """The conflicts, each with its verdict's word."""
    return tuple(replace(c, verdict=standing[c.id].word) for c in conflicts)
