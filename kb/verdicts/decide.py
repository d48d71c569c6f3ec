"""Makes a person's verdict out of what they named, with the passages as they were."""

import datetime
from dataclasses import replace

from extract.errors import InputError
from kb.knowledge.lookup import by_prefix
from kb.knowledge.value import Knowledge
from kb.model import Verdict, VerdictKind
from kb.verdicts.matter import Matter, MatterSide, claims_named, matter_of, pair_matter

NAMING = (VerdictKind.PREFER, VerdictKind.MISREAD)


def decide(
    k: Knowledge,
    on: str,
    verdict: str,
    by: str,
    when: str,
    note: str | None = None,
    side: str | None = None,
    position: str | None = None,
    claim: str | None = None,
    review: str | None = None,
) -> tuple[Verdict, ...]:
    """The lines of verdicts.jsonl that record it; several where several passages are misread.

    `on` is the id of a conflict or of a whole dispute; `side` the letter of one of its sides. Ids
    may be shortened to what tells them apart. Raises `InputError` for an id that is none, for a
    side that is missing or not asked for, and for a dispute said to hold on all sides without why.
    """
    kind = VerdictKind(verdict)
    if not by.strip():
        raise InputError("--by: give the name of who decides", "KB207")
    matter = matter_of(k, on)
    if matter.whole and kind is VerdictKind.BOTH_HOLD and not (note or "").strip():
        raise InputError("both-hold: say why all sides of the dispute hold, with --note", "KB207")
    line = Verdict("", kind, by.strip(), when, note, review=_date(review))
    _refuse_unasked(kind, side, position, claim)
    if kind is VerdictKind.MISREAD:
        claims = _misread(k, matter, side, claim)
        return tuple(_on_pair(k, matter, line, id) for id in claims)
    chosen = _preferred(matter, side, position) if kind is VerdictKind.PREFER else None
    return (replace(_recorded(matter, line), position=chosen),)


def _refuse_unasked(
    kind: VerdictKind, side: str | None, position: str | None, claim: str | None
) -> None:
    given = {
        "side": (side, NAMING),
        "position": (position, NAMING[:1]),
        "claim": (claim, NAMING[1:]),
    }
    for name, (value, kinds) in given.items():
        if value and kind not in kinds:
            raise InputError(f"--{name}: belongs to {' and '.join(kinds)} only", "KB207")


def _recorded(matter: Matter, line: Verdict) -> Verdict:
    """The line with what it is on, as that stands; as it stood, where it is gone."""
    if matter.earlier:
        was = matter.earlier
        return replace(
            line, conflict=was.conflict, dispute=was.dispute, aspect=was.aspect,
            says=was.says, passages=was.passages, sides=was.sides,
        )  # fmt: skip
    return replace(
        line,
        conflict=matter.conflict,
        dispute=matter.dispute,
        aspect=matter.aspect,
        says=tuple(s.label for s in matter.sides),
        passages=tuple(s.passage for s in matter.sides),
        sides=tuple(s.positions for s in matter.sides),
    )


def _preferred(matter: Matter, side: str | None, position: str | None) -> str:
    """The position that stands for the side that holds."""
    if position:
        there = {id: id for s in matter.sides for id in s.positions}
        return by_prefix(position, "position", there, f"there are {', '.join(there) or 'none'}")
    if not side:
        raise InputError(f"prefer: name the side with --side: {matter.choices()}", "KB207")
    return _lettered(matter, side).positions[0]


def _misread(k: Knowledge, matter: Matter, side: str | None, claim: str | None) -> tuple[str, ...]:
    """The claims that were read wrong: one, or all of a side."""
    if side and not claim:
        return _lettered(matter, side).claims
    there = {id: id for s in matter.sides for id in s.claims}
    if not claim:
        named = claims_named(k, there)
        raise InputError(
            f"misread: name the claim with --claim: {named}; or all of a side with --side", "KB207"
        )
    return (by_prefix(claim, "claim", there, f"there are {', '.join(there) or 'none'}"),)


def _lettered(matter: Matter, side: str) -> MatterSide:
    found = [s for s in matter.sides if s.letter == side.strip().lower()]
    if not found:
        raise InputError(f"--side {side}: no such side; there are {matter.choices()}", "KB207")
    return found[0]


def _on_pair(k: Knowledge, matter: Matter, line: Verdict, claim: str) -> Verdict:
    """The line on the first pair that the claim takes part in, of which least was said so far.

    A passage is misread wherever it stands, so one pair is enough; a dispute has many.
    """
    own = {v.on for v in k.verdicts if v.by == line.by}
    taking = [c for c in matter.pairs if claim in (*c.a.claims, *c.b.claims)]
    pair = pair_matter(k, min(taking, key=lambda c: (c.id in own, c.id)))
    words = " ".join(k.claim(claim).quote.split())
    sides = tuple(replace(s, passage=words) if claim in s.claims else s for s in pair.sides)
    said = _recorded(replace(pair, sides=sides), line)
    side = next(s for s in sides if claim in s.claims)
    return replace(said, claim=claim, position=side.positions[0])


def _date(review: str | None) -> str | None:
    try:
        return datetime.date.fromisoformat(review).isoformat() if review else None
    except ValueError as error:
        raise InputError(
            f"--review {review}: must be a date such as 2027-01-31", "KB207"
        ) from error
