"""The baseline: today's findings, accepted, so that only new ones count.

A JSON file, sorted and with one finding a line, so that it can be reviewed and merged.
"""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from extract.errors import InputError
from kb.check.model import Checked, DraftFinding, Severity
from kb.store.files import write_file

CODE = "KB522"
VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """The accepted findings, as (draft, fingerprint); drafts are seen from the file's folder."""

    path: Path
    known: frozenset[tuple[str, str]]

    def apply(self, checked: Checked) -> Checked:
        """The draft with what is accepted set apart."""
        name = _name(checked.name, self.path)
        known = [f for f in checked.findings if (name, f.fingerprint) in self.known]
        left = tuple(f for f in checked.findings if f not in known)
        return replace(checked, findings=left, known=(*checked.known, *known))


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file. Raises `InputError` if there is none or it can't be read."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version, rows = data["version"], data["findings"]
        known = frozenset((str(r["draft"]), str(r["fingerprint"])) for r in rows)
    except OSError as error:
        line = f"{path}: can't be read ({error.strerror}); make it with --write-baseline"
        raise InputError(line, CODE) from None
    except (ValueError, KeyError, TypeError):
        line = f"{path}: is no baseline; make it anew with --write-baseline"
        raise InputError(line, CODE) from None
    if version != VERSION:
        line = f"{path}: is of version {version}, not {VERSION}; make it anew with --write-baseline"
        raise InputError(line, CODE)
    return Baseline(path, known)


def write_baseline(path: Path, drafts: Iterable[Checked]) -> int:
    """Accept all findings of these drafts; how many they are. Raises `InputError`."""
    rows = sorted(_row(d, f, path) for d in drafts for f in d.findings if _counts(f))
    lines = ",\n".join(f"  {row}" for row in rows)
    text = f'{{"version": {VERSION}, "findings": [\n{lines}\n]}}\n'
    try:
        write_file(path, text.encode("utf-8"))
    except OSError as error:
        line = f"{path}: can't be written ({error.strerror}); name another file"
        raise InputError(line, CODE) from None
    return len(rows)


def _counts(finding: DraftFinding) -> bool:
    return finding.rule.severity is not Severity.INFO


def _row(draft: Checked, finding: DraftFinding, path: Path) -> str:
    row = {
        "draft": _name(draft.name, path),
        "code": finding.rule.code,
        "fingerprint": finding.fingerprint,
        "message": finding.message,
    }
    return json.dumps(row, ensure_ascii=False)


def _name(name: str, path: Path) -> str:
    """The draft's path seen from the baseline's folder, the same wherever `kb` is run."""
    if name.startswith("<"):
        return name
    return Path(os.path.relpath(name, path.parent)).as_posix()
