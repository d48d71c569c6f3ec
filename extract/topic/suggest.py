"""The nearest name to a wrong one, for messages."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process

_NEAR = 60


def nearest(wrong: str, names: Iterable[str]) -> str | None:
    """The name most like the wrong one, the first of equals; `None` if none is near."""
    found = process.extractOne(wrong, sorted(names), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return str(found[0]) if found else None


def remedy(wrong: str, names: Iterable[str], none: str) -> str:
    """ "did you mean X?", or the names there are if they are few, or `none` without any."""
    known = sorted(names)
    near = nearest(wrong, known)
    if near:
        return f"did you mean {near}?"
    if not known:
        return none
    shown = ", ".join(known[:12])
    if len(known) == 1:
        return f"use {known[0]}"
    return f"use one of {shown}" + (" …" if len(known) > 12 else "")
