"""Finds the conflict that a verdict was about once one of its values has changed.

A verdict is keyed by the conflict, and that by what both sides say: a reworded passage keeps
it. Where a value changed the conflict is another one. It is the old one's successor if it
stands on the same aspect, one side says the same as before and the other is much like it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from extract.model import Claim, normalise
from kb.model import Conflict, Position, Verdict
from kb.text import labelled
from kb.verdicts.inforce import in_force

LIKE = 60.0
_GROUPING = re.compile(r"(?<=\d),(?=\d{3})")
_WORDS = {
    ", by comparison": ", only by comparison",
    ", reduced": ", but less",
    ", taken for granted": ", implied",
    ",)": ")",
}
_BEFORE = re.compile("|".join(map(re.escape, _WORDS)))


def reopened(
    verdicts: Sequence[Verdict],
    conflicts: Iterable[Conflict],
    positions: Iterable[Position],
    claims: Iterable[Claim],
) -> dict[str, str]:
    """What changed, in plain words, for each conflict that follows one decided earlier."""
    held = in_force(verdicts)
    current = list(conflicts)
    there = {c.id for c in current}
    gone = [theirs[-1] for id, theirs in sorted(held.items()) if id not in there]
    lost = [verdict for verdict in gone if verdict.conflict]
    free = [c for c in current if c.id not in held]
    labels = {p.id: p.label for p in positions}
    quotes = {c.id: c.quote for c in claims}
    found: dict[str, str] = {}
    for verdict in lost:
        followers = [(*_follows(verdict, c, labels, quotes), c.id) for c in free]
        likeness, line, id = max(followers, default=(0.0, "", ""))
        if likeness >= LIKE:
            found.setdefault(id, line)
    return found


def _follows(
    verdict: Verdict, conflict: Conflict, labels: Mapping[str, str], quotes: Mapping[str, str]
) -> tuple[float, str]:
    """How alike the side that changed is to what it was, and the line that says so."""
    if verdict.aspect != conflict.aspect or not verdict.passages or not verdict.says:
        return 0.0, ""
    was = list(zip(verdict.says, verdict.passages, strict=True))
    sides = (conflict.a, conflict.b)
    best = (0.0, "")
    for same, other in (sides, sides[::-1]):
        for kept, changed in (was, was[::-1]):
            if not same_label(labels[same.position], kept[0]):
                continue
            if same_label(labels[other.position], changed[0]):
                continue
            now = labels[other.position]
            likeness = max(_like(changed[1], quotes[id]) for id in other.claims)
            line = f"re-opened: {labelled(changed[0])} became {labelled(now)}."
            best = max(best, (likeness, line))
    return best


def same_label(one: str, other: str) -> bool:
    """Whether two labels say the same; older lines of the file hold "$2000" for "$2,000", and
    words that labels had before."""
    return _today(one) == _today(other)


def _today(label: str) -> str:
    return _BEFORE.sub(lambda m: _WORDS[m[0]], _GROUPING.sub("", label)).casefold()


def _like(one: str, other: str) -> float:
    from rapidfuzz.fuzz import ratio

    return float(ratio(normalise(one), normalise(other)))
