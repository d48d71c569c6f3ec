"""Checked drafts as rows of JSON; a finding's offsets point into the draft's canonical text."""

from collections.abc import Iterable
from typing import Any

from extract.document.places import Place
from kb.check.model import Checked, DraftFinding, DraftPassage


def rows(drafts: Iterable[Checked]) -> list[dict[str, Any]]:
    """One row for each draft, in the order given."""
    return [
        {
            "draft": d.name,
            "findings": [finding_row(d, f) for f in d.findings],
            "ignored": [finding_row(d, i.finding) | {"reason": i.reason} for i in d.ignored],
            "known": [finding_row(d, f) for f in d.known],
            "account": {
                "sentences": d.account.sentences,
                "claims": d.account.claims,
                "verdicts": dict(d.account.verdicts),
                "not_understood": d.account.not_understood,
            },
        }
        for d in drafts
    ]


def finding_row(draft: Checked, finding: DraftFinding) -> dict[str, Any]:
    """All that is known of a finding."""
    sentence = draft.document.text[finding.sentence.start : finding.sentence.end]
    end = draft.places.span(finding.start, finding.end)[1]
    return {
        "code": finding.rule.code,
        "verdict": finding.rule.word,
        "severity": str(finding.rule.severity),
        "message": finding.message,
        "place": _place(draft.place(finding)),
        "place_end": _place(finding.place or end),
        "start": finding.start,
        "end": finding.end,
        "quote": draft.quote(finding),
        "sentence": sentence,
        "aspect": finding.aspect or None,
        "says": finding.says or None,
        "against": [_passage(p) for p in finding.against],
        "agree": [_passage(p) for p in finding.agree],
        "fair": finding.fair,
        "basis": [*finding.basis],
        "fingerprint": finding.fingerprint,
        "folded": [finding_row(draft, f) for f in finding.folded],
    }


def _place(place: Place) -> dict[str, int]:
    named = {
        "line": place.line,
        "column": place.column,
        "paragraph": place.paragraph,
        "page": place.page,
    }
    return {name: n for name, n in named.items() if n is not None}


def _passage(passage: DraftPassage) -> dict[str, Any]:
    return {
        "source": passage.source,
        "title": passage.title,
        "quote": passage.quote,
        "start": passage.start,
        "says": passage.says,
        "why": passage.why,
        "conflict": passage.conflict,
        "claim": passage.claim,
        "paragraph": passage.paragraph,
    }
