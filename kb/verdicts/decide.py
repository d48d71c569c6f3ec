"""Makes a person's verdict out of what they named, with the passages as they were."""

import datetime
from collections.abc import Iterable

from extract.errors import InputError
from kb.knowledge.lookup import by_prefix
from kb.knowledge.value import Knowledge
from kb.model import Conflict, SideOf, Verdict, VerdictKind


def decide(
    k: Knowledge,
    conflict: str,
    verdict: str,
    by: str,
    when: str,
    note: str | None = None,
    position: str | None = None,
    claim: str | None = None,
    review: str | None = None,
) -> Verdict:
    """The verdict as its line records it. Ids may be shortened to what tells them apart.

    A conflict that is gone because of an earlier verdict can be decided again. Raises
    `InputError` for an id that is none, and for a side that is missing or not asked for.
    """
    kind = VerdictKind(verdict)
    if not by.strip():
        raise InputError("--by: give the name of who decides", "KB207")
    earlier = {v.conflict: v for v in k.verdicts}
    now = {c.id: c for c in k.conflicts}
    ids = {id: id for id in (*now, *earlier)}
    id = by_prefix(conflict, "conflict", ids, "`kb conflicts` lists them")
    current = now.get(id)
    sides = (current.a, current.b) if current else ()
    return Verdict(
        conflict=id,
        verdict=kind,
        by=by.strip(),
        when=when,
        note=note,
        position=_named(kind, VerdictKind.PREFER, "position", position, _positions(sides)),
        claim=_named(kind, VerdictKind.MISREAD, "claim", claim, _claims(sides)),
        review=_date(review),
        passages=_passages(k, current) if current else earlier[id].passages,
        aspect=current.aspect if current else earlier[id].aspect,
        says=_says(k, current) if current else earlier[id].says,
    )


def _positions(sides: Iterable[SideOf]) -> set[str]:
    return {side.position for side in sides}


def _claims(sides: Iterable[SideOf]) -> set[str]:
    return {id for side in sides for id in side.claims}


def _named(
    kind: VerdictKind, asks: VerdictKind, what: str, given: str | None, there: set[str]
) -> str | None:
    """The side that a verdict of that kind must name, and no other may."""
    if kind is not asks:
        if given:
            raise InputError(f"--{what}: belongs to {asks} only", "KB207")
        return None
    if not given:
        raise InputError(
            f"{asks}: name the {what} with --{what}: {', '.join(sorted(there))}", "KB207"
        )
    listed = f"there are {', '.join(sorted(there)) or 'none'}"
    return by_prefix(given, what, {id: id for id in there}, listed)


def _date(review: str | None) -> str | None:
    try:
        return datetime.date.fromisoformat(review).isoformat() if review else None
    except ValueError as error:
        raise InputError(
            f"--review {review}: must be a date such as 2027-01-31", "KB207"
        ) from error


def _passages(k: Knowledge, conflict: Conflict) -> tuple[str, str]:
    """The first passage of either side, as it stands in its text."""
    a, b = (" ".join(k.claim(s.claims[0]).quote.split()) for s in (conflict.a, conflict.b))
    return a, b


def _says(k: Knowledge, conflict: Conflict) -> tuple[str, str]:
    return k.position(conflict.a.position).label, k.position(conflict.b.position).label
