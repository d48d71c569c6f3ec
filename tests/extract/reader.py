"""Read a few lines as a document: "# " opens a heading, "- " an item, the rest are paragraphs."""

from functools import cache
from pathlib import Path
from typing import Any

from extract.english.pipeline import load, parse
from extract.model import Block, BlockKind, Claim, Document
from extract.reading.document import Extraction, extract_claims
from extract.rules import Rules
from tests.once import rules as rules_of

MARKS = (("# ", BlockKind.HEADING), ("- ", BlockKind.ITEM), ("? ", BlockKind.QUESTION))


def document(text: str) -> Document:
    blocks, place = [], 0
    for line in text.split("\n"):
        kind, skip = next(((k, len(m)) for m, k in MARKS if line.startswith(m)), (None, 0))
        if line.strip():
            start, end = place + skip, place + len(line)
            blocks.append(Block(kind or BlockKind.PARAGRAPH, start, end))
        place += len(line) + 1
    return Document("text", text, tuple(blocks))


@cache
def pipeline():
    return load()


def rules(topic: str = "lash") -> Rules:
    return rules_of(Path(__file__).parent / f"{topic}.yaml")


def extraction(text: str, topic: str = "lash") -> Extraction:
    doc = document(text)
    texts = [doc.text[b.start : b.end] for b in doc.blocks]
    return extract_claims(doc, list(parse(pipeline(), texts)), rules(topic))


def brief(claim: Claim) -> str:
    """A claim in short: "+ longevity 6–8 week", with a "~" for possible, "{who}" for reported."""
    sign = "+" if claim.polarity == "affirm" else "-"
    words = [sign, claim.aspect]
    if claim.value is not None and claim.value.name:
        words.append(claim.value.name)
    if claim.value is not None and claim.value.quantity and not claim.value.quantity.endless:
        words.append(_interval(claim))
    if claim.subject != "self":
        words.insert(0, f"({claim.subject})")
    if claim.qualifiers.reported:
        words.append("{reported}")
    return " ".join(w for w in words if w)


def _interval(claim: Claim) -> str:
    q = claim.value.quantity
    if q.vague:
        return ""
    low = "…" if q.low is None else f"{q.low:g}"
    high = "…" if q.high is None else f"{q.high:g}"
    return f"{'>' if q.low_open else ''}{low}–{high} {q.unit}"


def read(text: str, topic: str = "lash") -> list[str]:
    return [brief(claim) for claim in extraction(text, topic).claims]


def row(text: str) -> dict[str, Any]:
    """The export's row of the one claim that a text on garden pumps makes."""
    (claim,) = extraction(text, "pump").claims
    return claim.to_row()
