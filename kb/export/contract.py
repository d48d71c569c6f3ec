"""The export contract's rows, as `kb export` writes them and `--format json` prints them.

Fields may be added; those of the contract stay.
"""

from collections.abc import Callable
from typing import Any

from kb.corrections.model import AppliedCorrection
from kb.knowledge.value import Knowledge
from kb.model import Conflict, Dispute, MorePairs, NearMiss, Position, SideOf, Source

Row = dict[str, Any]


def claim_rows(k: Knowledge) -> list[Row]:
    """claims.jsonl, by id."""
    corrected = k.corrected
    rows = ({**c.to_row(), "corrected": _by(corrected.get(c.id))} for c in k.claims)
    return sorted(rows, key=_id)


def correction_rows(k: Knowledge) -> list[Row]:
    """corrections.jsonl, the oldest first: those in force, with what became of each."""
    return [correction_row(a) for a in k.corrections]


def position_rows(k: Knowledge) -> list[Row]:
    """positions.jsonl, by id."""
    return sorted((position_row(p) for p in k.positions), key=_id)


def conflict_rows(k: Knowledge) -> list[Row]:
    """conflicts.jsonl, by id; settled ones too, with their verdict."""
    return sorted((conflict_row(c) for c in k.conflicts), key=_id)


def dispute_rows(k: Knowledge) -> list[Row]:
    """disputes.jsonl, in the order of rank."""
    return [{**dispute_row(d), "opinions": _opinions(k, d)} for d in k.disputes]


def near_miss_rows(k: Knowledge) -> list[Row]:
    """near_misses.jsonl, by the two positions."""
    rows = [near_miss_row(n) for n in k.near_misses]
    return sorted(rows, key=lambda r: (r["a"]["position"], r["b"]["position"]))


def more_rows(k: Knowledge) -> list[Row]:
    """more_pairs.jsonl, by aspect: the questions that have more pairs than are written."""
    return [more_row(m) for m in k.more]


def source_rows(k: Knowledge) -> list[Row]:
    """sources.jsonl, by id."""
    return sorted((source_row(s) for s in k.sources), key=_id)


def _by(applied: AppliedCorrection | None) -> Row | None:
    """Who corrected or confirmed a claim."""
    if applied is None:
        return None
    c = applied.correction
    return {"kind": str(c.kind), "by": c.by, "when": c.when, "note": c.note}


def correction_row(a: AppliedCorrection) -> Row:
    """A row of corrections.jsonl."""
    return {
        "id": a.id,
        "state": str(a.state),
        "reason": a.reason or None,
        "claim": a.claim,
        "struck": list(a.struck),
        "nearest": a.nearest or None,
        "differing": [d.to_row() for d in a.differing],
        "correction": a.correction.to_row(),
    }


def position_row(p: Position) -> Row:
    """A row of positions.jsonl."""
    return {
        "id": p.id,
        "aspect": p.aspect,
        "label": p.label,
        "subject": p.subject,
        "polarity": str(p.polarity),
        "claims": list(p.claims),
        "sources": list(p.sources),
        "refines": list(p.refines),
    }


def conflict_row(c: Conflict) -> Row:
    """A row of conflicts.jsonl."""
    return {
        "id": c.id,
        "aspect": c.aspect,
        "kind": str(c.kind),
        "strength": str(c.strength),
        "within_source": c.within_source,
        "within_sources": list(c.within_sources),
        "a": _side(c.a),
        "b": _side(c.b),
        "explanation": c.explanation,
        "verdict": c.verdict,
        "look": c.look,
    }


def dispute_row(d: Dispute) -> Row:
    """A row of disputes.jsonl."""
    return {
        "id": d.id,
        "aspects": list(d.aspects),
        "question": d.question,
        "subject": d.subject,
        "strength": str(d.strength),
        "sides": [
            {
                "label": c.label,
                "positions": list(c.positions),
                "sources": list(c.sources),
                "independent": c.independent,
            }
            for c in d.camps
        ],
        "conflicts": list(d.conflicts),
    }


def _opinions(k: Knowledge, dispute: Dispute) -> list[Row]:
    """What other readers say of the dispute, in their own words."""
    keys = ("reader", "answer", "reason", "when")
    return [{key: str(getattr(o, key)) for key in keys} for o in k.opinions_on(dispute.id)]


def near_miss_row(n: NearMiss) -> Row:
    """A row of near_misses.jsonl."""
    return {
        "aspect": n.aspect,
        "a": _side(n.a),
        "b": _side(n.b),
        "rung": n.rung.word,
        "explanation": n.explanation,
    }


def more_row(m: MorePairs) -> Row:
    """A row of more_pairs.jsonl."""
    return {
        "aspect": m.aspect,
        "contradictions": m.contradictions,
        "tensions": m.tensions,
        "near_misses": m.near_misses,
        "refinements": m.refinements,
        "not_compared": m.not_compared,
        "contradicted": list(m.contradicted),
        "tense": list(m.tense),
    }


def source_row(s: Source) -> Row:
    """A row of sources.jsonl."""
    return {
        "id": s.id,
        "file": s.file,
        "title": s.title,
        "publisher": s.publisher,
        "url": s.url,
        "date": s.date,
        "sha256": s.sha256,
        "copy_of": s.copy_of,
        "kind": str(s.kind),
    }


def _side(side: SideOf) -> Row:
    return {"position": side.position, "claims": list(side.claims)}


def _id(row: Row) -> str:
    id: str = row["id"]
    return id


FILES: dict[str, Callable[[Knowledge], list[Row]]] = {
    "claims.jsonl": claim_rows,
    "conflicts.jsonl": conflict_rows,
    "corrections.jsonl": correction_rows,
    "disputes.jsonl": dispute_rows,
    "near_misses.jsonl": near_miss_rows,
    "positions.jsonl": position_rows,
    "sources.jsonl": source_rows,
}
MORE = "more_pairs.jsonl"
"""Written only where there are such rows."""
