"""What people decided: `verdicts.jsonl` read, and what follows from it for each conflict.

The file is append-only and only ever written by a person's own act, never by a rule.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kb.model import Conflict, Ruling, State, Verdict, VerdictKind, on_conflict
from kb.verdicts.inforce import in_force, last_said
from kb.verdicts.whole import on_each

SETTLING = frozenset({VerdictKind.NOT_A_CONFLICT, VerdictKind.BOTH_HOLD})


# What a conflict's verdict can be in a word; open where nobody decided.
WORDS = (str(State.OPEN), str(State.DISPUTED), *map(str, VerdictKind))


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
    """Verdicts of two people that cannot both be acted on; unsure contradicts nothing.

    A claim called misread is no more than that for who also decided on what is left.
    """
    sure = {v.by for v in on_conflict(held)}
    decided = on_conflict(held) + [
        v for v in held if v.verdict is VerdictKind.MISREAD and v.by not in sure
    ]
    real = {v.verdict in (VerdictKind.REAL, VerdictKind.PREFER) for v in decided}
    preferred = {v.position for v in decided if v.verdict is VerdictKind.PREFER}
    return len(real) > 1 or len(preferred) > 1


def standings(
    verdicts: Sequence[Verdict],
    conflicts: Sequence[Conflict],
    reopened: Mapping[str, str] | None = None,
) -> dict[str, Ruling]:
    """How each conflict stands, by what people decided on it and on its whole dispute.

    `reopened` maps conflicts to what changed (see `reopen`).
    """
    held = on_each(last_said(verdicts), conflicts)
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
