"""Claims, conflicts, near misses and positions as flat rows, for tables that people read."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from extract.model import Qualifiers
from kb.knowledge.kinds import kinds_of
from kb.knowledge.value import Knowledge
from kb.model import PLACE, Conflict, SideOf
from kb.text import HELD_BACK

Row = dict[str, Any]
QUALIFIERS = ("certainty", "quantifier", "condition", "scope", "attribution")
"""Those that a claim's row shows."""


def flat_claims(k: Knowledge) -> list[Row]:
    """One row for each claim, by source and place."""
    said = {id: p for p in k.positions for id in p.claims}
    return [
        {
            "id": c.id,
            "source": c.source,
            "aspect": c.aspect,
            "subject": c.subject,
            "says": said[c.id].label if c.id in said else "",
            "polarity": str(c.polarity),
            "value": c.value.text if c.value else None,
            **_shown(c.qualifiers),
            "start": c.start,
            "end": c.end,
            "quote": " ".join(c.quote.split()),
            "corrected": _corrector(k, c.id),
        }
        for c in sorted(k.claims, key=PLACE)
    ]


def _corrector(k: Knowledge, claim: str) -> str | None:
    """Who corrected or confirmed the claim."""
    applied = k.corrected.get(claim)
    return applied.correction.by if applied else None


def _shown(qualifiers: Qualifiers) -> Row:
    words = qualifiers.words()
    return {name: words[name] for name in QUALIFIERS}


UNSAID = ("source", "line", "aspect", "words", "standing", "why", "rule", "cue")


def flat_unsaid(k: Knowledge) -> list[Row]:
    """One row for each question and words that are mentioned and not said, by source and place."""
    texts = {id: d.text for id, d in k.documents.items()}
    cells = (
        (
            c.source,
            texts[c.source].count("\n", 0, u.span.start) + 1,
            u.aspect,
            " ".join(texts[c.source][slice(*u.span)].split()),
            str(u.standing),
            HELD_BACK[u.standing],
            u.rule,
            u.cue,
        )
        for c in k.coverage
        for u in c.unsaid
    )
    return [dict(zip(UNSAID, row, strict=True)) for row in cells]


MISSED = ("source", "line", "start", "end", "words")


def flat_missed(k: Knowledge) -> list[Row]:
    """One row for each passage that looks like a claim and gave none, by source and place."""
    texts = {id: d.text for id, d in k.documents.items()}
    return [
        {
            "source": c.source,
            "line": texts[c.source].count("\n", 0, start) + 1,
            "start": start,
            "end": end,
            "words": " ".join(texts[c.source][start:end].split()),
        }
        for c in sorted(k.coverage, key=lambda c: c.source)
        for start, end in sorted(c.not_understood)
    ]


def flat_positions(k: Knowledge) -> list[Row]:
    """One row for each position, by aspect and label."""
    return [
        {
            "id": p.id,
            "aspect": p.aspect,
            "subject": p.subject,
            "says": p.label,
            "sources": "; ".join(p.sources),
            "claims": len(p.claims),
        }
        for p in sorted(k.positions, key=lambda p: (p.aspect, p.subject, p.label, p.id))
    ]


def flat_conflicts(k: Knowledge, conflicts: Iterable[Conflict] | None = None) -> list[Row]:
    """One row for each conflict, contradictions first, then by aspect."""
    chosen = k.conflicts if conflicts is None else conflicts
    return [
        {
            "id": c.id,
            "strength": str(c.strength),
            "kind": str(c.kind),
            "aspect": c.aspect,
            **_side(k, c.a, "a"),
            **_side(k, c.b, "b"),
            "within_source": c.within_source,
            "explanation": c.explanation,
            "verdict": c.verdict,
        }
        for c in sorted(chosen, key=lambda c: (c.strength, c.aspect, c.id))
    ]


def flat_disputes(k: Knowledge) -> list[Row]:
    """One row for each side of each dispute, what matters most first."""
    return [
        {
            "id": d.id,
            "question": d.question,
            "aspects": "; ".join(d.aspects),
            "subject": d.subject,
            "strength": str(d.strength),
            "says": camp.label,
            "sources": "; ".join(camp.sources),
            "kinds": "; ".join(kinds_of(k, camp)),
            "independent": camp.independent,
            "pairs": len(d.conflicts),
        }
        for d in k.disputes
        for camp in d.camps
    ]


def flat_sources(k: Knowledge) -> list[Row]:
    """One row for each source, by id."""
    held = Counter(c.source for c in k.claims)
    return [
        {
            "id": s.id,
            "title": s.title,
            "kind": str(s.kind),
            "publisher": s.publisher,
            "date": s.date,
            "url": s.url,
            "file": s.file,
            "copy_of": s.copy_of,
            "claims": held[s.id],
        }
        for s in sorted(k.sources, key=lambda s: s.id)
    ]


def flat_near_misses(k: Knowledge) -> list[Row]:
    """One row for each near miss, by rung and aspect."""
    return [
        {
            "rung": n.rung.word,
            "aspect": n.aspect,
            **_side(k, n.a, "a"),
            **_side(k, n.b, "b"),
            "explanation": n.explanation,
        }
        for n in sorted(k.near_misses, key=lambda n: (n.rung, n.aspect, n.a.position, n.b.position))
    ]


def flat_more_pairs(k: Knowledge) -> list[Row]:
    """One row for each question that has more pairs than are written."""
    return [
        {
            "aspect": m.aspect,
            "contradictions": m.contradictions,
            "tensions": m.tensions,
            "near_misses": m.near_misses,
            "refinements": m.refinements,
            "not_compared": m.not_compared,
        }
        for m in k.more
    ]


def _side(k: Knowledge, side: SideOf, name: str) -> Row:
    claims = [k.claim(id) for id in side.claims]
    return {
        f"{name}_says": k.position(side.position).label,
        f"{name}_sources": "; ".join(sorted({c.source for c in claims})),
        f"{name}_quotes": " | ".join(" ".join(c.quote.split()) for c in claims),
    }
