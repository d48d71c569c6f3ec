"""Words that need proof in any topic, as advertising rules treat them.

Each row names the words, says why they need proof, and stands beside a sentence that needs it and
one that does not. Objective claims must be substantiated before they are published: UK CAP Code,
rules 3.7 and 12.1; US FTC Policy Statement Regarding Advertising Substantiation; EU Directive
2005/29/EC, articles 6 and 12, and its annex I, numbers 4 and 17.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extract.model import Document, Span, digest, normalise
from kb.check.model import NEEDS_PROOF, DraftFinding


@dataclass(frozen=True, slots=True)
class ProofRow:
    """Words (a pattern), why they need proof, and a sentence with and one without need of it."""

    words: str
    reason: str
    example: str
    counter: str


ROWS: tuple[ProofRow, ...] = (
    ProofRow(
        r"\b(?:fda|ce|government|officially|medically)[- ](?:approved|cleared|certified)\b"
        r"|\b(?:approved|certified|cleared|endorsed) by (?:the )?"
        r"(?:fda|authorit(?:y|ies)|government|health (?:ministry|authorit(?:y|ies)))\b",
        "an approval is a fact on record: name the authority, the product and the number",
        "Our colours are FDA-approved.",
        "The plan was approved by her mother.",
    ),
    ProofRow(
        r"\b(?:clinically|scientifically|medically|dermatologically|laboratory|lab)[- ]"
        r"(?:proven|tested|proved|shown|validated|verified|backed|formulated)\b"
        r"|\bscientifically\b|\bproven by (?:science|studies|research)\b"
        r"|\b(?:studies|science|research|tests) (?:prove|proves|have proven|has proven)\b",
        "such words promise a study: name it, and what it measured",
        "The method is clinically proven.",
        "The study was carried out in a clinic.",
    ),
    ProofRow(
        r"\bguarantee(?:s|d)?\b|\bguaranteeing\b",
        "a guarantee binds whoever gives it: state its terms, or leave it out",
        "The result is guaranteed.",
        "Nobody can guarantee the result.",
    ),
    ProofRow(
        r"\bcures?\b(?! of)",
        "that something cures is a medical claim: it takes clinical evidence",
        "This treatment cures the disease.",
        "There is no cure yet.",
    ),
    ProofRow(
        r"(?<![\d.,])100\s?(?:%|per ?cent\b)",
        "a hundred per cent allows no exception: it takes evidence for every case",
        "It is 100 % safe.",
        "The price rose by 2,100 %.",
    ),
    ProofRow(
        r"\b(?:no|zero) risks?\b(?! assessment)|\brisk[- ]free\b|\bwithout (?:any )?risks?\b",
        "nothing is known to be without any risk: say which risks were looked for, and how",
        "There is no risk.",
        "It is not risk-free.",
    ),
    ProofRow(
        r"\b(?:completely|totally|absolutely|perfectly|entirely|fully) (?:safe|harmless|natural)\b",
        "safety without exception takes evidence for every case",
        "It is completely safe.",
        "It has a natural look.",
    ),
    ProofRow(
        r"\b(?:doctor|dermatologist|physician|expert)s?[- ]recommended\b|\brecommended by "
        r"(?:\w+ )?(?:doctors|dermatologists|physicians|experts|specialists|scientists)\b",
        "an endorsement must be real: name who gave it, and keep the record",
        "It is recommended by leading doctors.",
        "Rest is recommended.",
    ),
    ProofRow(
        r"\bworld(?:'s|’s)? (?:best|leading|safest|first|number one)\b|#1\b"
        r"|\b(?:most|best|safest)(?: \w+){0,5} (?:in|on) the (?:world|planet|market)\b",
        "to be the first of all takes a comparison with all: name it",
        "This is the best one on the market.",
        "It is one of the best days of my life.",
    ),
    ProofRow(
        r"\b(?:\w+|\d+) (?:out of|in) (?:ten|10) (?:\w+ )?"
        r"(?:people|users|customers|clients|women|men|patients|doctors)\b"
        r"|\b[\d.]+\s?(?:%|per ?cent) (?:of (?:\w+ )?(?:people|users|customers|clients|women|men"
        r"|patients|doctors)|said|say|agreed?)\b",
        "a share of people is the outcome of a survey: name it, with its date and size",
        "Nine out of ten users are pleased.",
        "It costs 10 per cent of the price.",
    ),
)
_FOUND = tuple((re.compile(row.words, re.IGNORECASE), row) for row in ROWS)
_DENIED = re.compile(
    r"\b(?:not|no|never|nobody|none|nothing|cannot|neither|nor|without|hardly)\b|n[’']t\b",
    re.IGNORECASE,
)
_NEAR = 40  # characters in which a denial counts


def needing_proof(document: Document, sentences: Iterable[Span]) -> Iterator[DraftFinding]:
    """A finding for each such word of a draft that is neither asked nor denied."""
    for span in sentences:
        said = document.text[span.start : span.end]
        if not said.rstrip().endswith("?"):
            yield from (_finding(span, said, *match) for match in found_in(said))


def found_in(sentence: str) -> Iterator[tuple[re.Match[str], ProofRow]]:
    """The words of a sentence that need proof, with their rows."""
    for pattern, row in _FOUND:
        match = pattern.search(sentence)
        if match and not _DENIED.search(sentence[max(0, match.start() - _NEAR) : match.start()]):
            yield match, row


def _finding(span: Span, said: str, match: re.Match[str], row: ProofRow) -> DraftFinding:
    return DraftFinding(
        rule=NEEDS_PROOF,
        aspect="",
        start=span.start + match.start(),
        end=span.start + match.end(),
        sentence=span,
        says="",
        message=f"“{' '.join(match[0].split())}” needs proof in hand: {row.reason}",
        fingerprint=digest(normalise(said), NEEDS_PROOF.code, row.reason),
    )
