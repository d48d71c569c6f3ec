"""Checked drafts as SARIF 2.1.0 (OASIS, 2020), for code hosts and editors.

Fingerprints are made from the sentence, the code and the aspect, so they survive edits above.
What a comment lets pass is a result with a suppression; what the baseline knows is "unchanged".
"""

from collections.abc import Iterable, Iterator, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kb.check.model import RULES, Checked, CheckRule, DraftFinding, Severity

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
FINGERPRINT = "kbSentence/v1"


def sarif(drafts: Sequence[Checked], baseline: bool = False) -> dict[str, Any]:
    """One run over all drafts; `baseline` says that one was compared with."""
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": _driver()},
                "columnKind": "unicodeCodePoints",
                "results": list(_results(drafts, baseline)),
            }
        ],
    }


def _driver() -> dict[str, Any]:
    return {
        "name": "Counterclaim",
        "version": metadata.version("counterclaim"),
        "rules": [_rule(rule) for rule in RULES.values()],
    }


def _rule(rule: CheckRule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": "".join(part.capitalize() for part in rule.word.split("-")),
        "shortDescription": {"text": rule.means},
        "help": {"text": f"See docs/checks/{rule.code}.md"},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
    }


def _results(drafts: Iterable[Checked], baseline: bool) -> Iterator[dict[str, Any]]:
    for d in drafts:
        new = {"baselineState": "new"} if baseline else {}
        yield from (_result(d, f) | new for f in d.findings)
        for ignored in d.ignored:
            passed = {"kind": "inSource", "status": "accepted", "justification": ignored.reason}
            yield _result(d, ignored.finding) | new | {"suppressions": [passed]}
        yield from (_result(d, f) | {"baselineState": "unchanged"} for f in d.known)


def _result(draft: Checked, finding: DraftFinding) -> dict[str, Any]:
    return {
        "ruleId": finding.rule.code,
        "ruleIndex": list(RULES).index(finding.rule.code),
        "level": LEVELS[finding.rule.severity],
        "message": {"text": _message(finding)},
        "locations": [_location(draft, finding)],
        "partialFingerprints": {FINGERPRINT: finding.fingerprint},
    }


def _message(finding: DraftFinding) -> str:
    """The finding with its evidence: viewers of SARIF show nothing else."""
    parts = [f"{finding.message}."]
    parts += [f"{p.called}: “{p.quote}” {p.why or ''}".rstrip() for p in finding.against[:1]]
    return " ".join([*parts, finding.fair or ""]).rstrip()


def _location(draft: Checked, finding: DraftFinding) -> dict[str, Any]:
    file: dict[str, Any] = {"artifactLocation": {"uri": _uri(draft.name)}}
    start = draft.place(finding)
    if start.line is None:
        return {"physicalLocation": file, "logicalLocations": [{"fullyQualifiedName": str(start)}]}
    end = finding.place or draft.places.span(finding.start, finding.end)[1]
    file["region"] = {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "snippet": {"text": draft.quote(finding)},
    }
    return {"physicalLocation": file}


def _uri(name: str) -> str:
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
