"""People's corrections and verdicts as an annotated folder, which `kb eval` and the tests read.

Claims are those that a person confirmed, corrected or added, and those of a conflict that a person
called real; each quote is exact and stands once in its text. What nobody looked at is not in it.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.errors import InputError
from extract.model import Certainty, Claim, Document, Qualifiers, Quantifier, Span
from kb.corrections.anchoring import SourceText
from kb.corrections.model import TO_REVIEW, AppliedCorrection, CorrectionKind, folded
from kb.knowledge.value import Knowledge
from kb.model import Conflict, Ruling, SideOf, State, VerdictKind
from kb.store.files import write_files

Row = dict[str, Any]
NONE, CHANGED, FOREIGN = "KB222", "KB202", "KB213"
README = "README.md"
HEAD = "# What people said of these texts\n"
ABOUT = """
Written by `kb export --gold`. Claims that people confirmed, corrected or added, what they said is
no claim, and what they decided on conflicts. What nobody looked at is not in it, so a claim or a
conflict that is found and does not stand here need not be wrong: look at what is missed, and at
what is no claim and was read as one.

Texts:
"""
HEDGED = (Certainty.USUAL, Certainty.POSSIBLE)
REAL = (State.REAL, State.PREFERRED)


@dataclass(frozen=True, slots=True)
class Annotated:
    """The rows of each file, and the sources whose texts belong to them."""

    claims: tuple[Row, ...]
    not_claims: tuple[Row, ...]
    conflicts: tuple[Row, ...]
    not_conflicts: tuple[Row, ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """Whose quotes there are, sorted."""
        named = {r["source"] for r in (*self.claims, *self.not_claims)}
        named |= {r[f"{s}_source"] for r in self.not_conflicts for s in "ab" if f"{s}_source" in r}
        return tuple(sorted(named))


def annotated(k: Knowledge) -> Annotated:
    """What people said of what `k` knows."""
    theirs = [a for a in k.corrections if a.state not in TO_REVIEW and not a.correction.proposed]
    said = {a.claim for a in theirs if a.claim and a.correction.states}
    real = [c for c in k.conflicts if _ruled(k, c).state in REAL]
    pairs = {c.id: tuple(_pairs(k, c, said)) for c in k.conflicts if c.id in k.standings}
    said |= {id for c in real for pair in pairs[c.id] for id in pair}
    claims = [c for c in k.claims if c.id in said]
    return Annotated(
        claims=tuple(_claim(k.documents[c.source], c) for c in claims),
        not_claims=tuple(_not_claims(k, theirs, claims)),
        conflicts=tuple(_conflict(c, pair) for c in real for pair in pairs[c.id]),
        not_conflicts=tuple(
            _no_conflict(k, c, pair, said)
            for c in k.conflicts
            if _is_none(_ruled(k, c))
            for pair in pairs[c.id]
        ),
    )


def _ruled(k: Knowledge, conflict: Conflict) -> Ruling:
    return k.standings.get(conflict.id) or Ruling(conflict.id, (), State.OPEN)


def _is_none(ruling: Ruling) -> bool:
    kinds = {v.verdict for v in ruling.verdicts}
    return ruling.state is State.SETTLED and VerdictKind.NOT_A_CONFLICT in kinds


def _pairs(k: Knowledge, conflict: Conflict, said: set[str]) -> Iterator[tuple[str, str]]:
    """The pairs of claims that a verdict is on: those that the person was shown, and those of
    claims that people confirmed."""
    shown = {p for v in _ruled(k, conflict).verdicts for p in v.passages or ()}

    def known(side: SideOf) -> list[str]:
        return [id for id in side.claims if id in said or folded(k.claim(id).quote) in shown]

    yield from ((a, b) for a in known(conflict.a) for b in known(conflict.b))


def _claim(document: Document, claim: Claim) -> Row:
    q, value = claim.qualifiers, claim.value
    return {
        "id": claim.id,
        "source": claim.source,
        "quote": unique(document.text, Span(claim.start, claim.end)),
        "aspect": claim.aspect,
        "subject": claim.subject,
        "polarity": str(claim.polarity),
        "value": (value.name or value.text) if value else "",
        "modality": _modality(q),
        "condition": q.condition.text
        if q.condition
        else f"scope: {q.scope.text}"
        if q.scope
        else "",
    }


def _modality(q: Qualifiers) -> str:
    if q.condition:
        return "conditional"
    soft = q.certainty in HEDGED or q.quantifier in (Quantifier.SOME, Quantifier.MOST)
    return "hedged" if soft else "asserted"


def _not_claims(
    k: Knowledge, theirs: Iterable[AppliedCorrection], claims: Iterable[Claim]
) -> Iterator[Row]:
    """What people said is no claim, but for words in which they see another one."""
    there = {id: SourceText(d) for id, d in k.documents.items()}
    spans = [(c.source, Span(c.start, c.end)) for c in claims]
    for a in theirs:
        c = a.correction
        found = there[c.source].find(c.anchor).span if c.source in there else None
        if c.kind is not CorrectionKind.NOT_A_CLAIM or found is None:
            continue
        if not any(s == c.source and _meet(span, found) for s, span in spans):
            quote = unique(k.documents[c.source].text, found)
            yield {"id": c.id, "source": c.source, "quote": quote, "reason": c.note or ""}


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _conflict(c: Conflict, pair: tuple[str, str]) -> Row:
    about = {"aspect": c.aspect, "kind": str(c.kind), "strength": str(c.strength)}
    return {"a": pair[0], "b": pair[1], **about, "why": c.explanation}


def _no_conflict(k: Knowledge, c: Conflict, pair: tuple[str, str], said: set[str]) -> Row:
    """Its sides by id where people confirmed the claim, else by their words."""
    row: Row = {}
    for side, id in zip("ab", pair, strict=True):
        claim = k.claim(id)
        text = k.documents[claim.source].text
        quote = unique(text, Span(claim.start, claim.end))
        named = {side: id}
        row |= named if id in said else {f"{side}_source": claim.source, f"{side}_quote": quote}
    notes = [v.note for v in k.standings[c.id].verdicts if v.note]
    return {**row, "aspect": c.aspect, "reason": "; ".join(notes)}


def unique(text: str, span: Span) -> str:
    """The words there, widened by words of both sides until they stand once in the text."""
    start, end = span
    while _again(text, text[start:end]) and (start > 0 or end < len(text)):
        start, end = _word_before(text, start), _word_after(text, end)
    return text[start:end]


def _again(text: str, words: str) -> bool:
    """Whether they stand there in several places."""
    return text.find(words) != text.rfind(words)


def _word_before(text: str, at: int) -> int:
    cut = text[:at].rstrip()
    return max(len(cut) - len(cut.split()[-1]), 0) if cut else 0


def _word_after(text: str, at: int) -> int:
    rest = text[at:]
    words = rest.split(maxsplit=1)
    return at + rest.index(words[0]) + len(words[0]) if words else len(text)


def export_gold(k: Knowledge, texts: Path, folder: Path) -> tuple[str, ...]:
    """Write the annotated folder; `texts` holds the files of the sources. The files that changed.

    Raises `InputError` where there is nothing to write, where a text is not as it was when the
    knowledge was built, and for a folder whose files are not of an earlier export.
    """
    found = annotated(k)
    if not found.claims:
        line = "nobody confirmed, corrected or added a claim yet; begin with `kb correct`"
        raise InputError(f"{line}, then `kb build`", NONE)
    files = {
        source.file: _text(texts / source.file, source.sha256)
        for source in k.sources
        if source.id in found.sources
    }
    rows = {name: _lines(getattr(found, name)) for name in Annotated.__slots__}
    top = {f"{name}.jsonl": content for name, content in rows.items()}
    about = "".join(f"- texts/{name}\n" for name in sorted(files))
    top[README] = f"{HEAD}{ABOUT}{about}".encode()
    before = _earlier(folder, {*top, *(f"texts/{name}" for name in files)})
    changed = write_files(folder, top)
    changed += tuple(f"texts/{name}" for name in write_files(folder / "texts", files))
    for name in before - {f"texts/{name}" for name in files}:
        (folder / name).unlink(missing_ok=True)
    return changed


def _text(path: Path, sha256: str) -> bytes:
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != sha256:
        raise InputError(f"{path}: is not as it was built; run `kb build` first", CHANGED)
    return content


def _lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")


def _earlier(folder: Path, names: set[str]) -> set[str]:
    """The texts that an earlier export wrote there. Raises `InputError` for files of others."""
    readme = folder / README
    told = readme.read_text(encoding="utf-8", errors="replace") if readme.is_file() else ""
    if told.startswith(HEAD + ABOUT):
        return {line[2:] for line in told.splitlines() if line.startswith("- texts/")}
    for name in sorted(names):
        if (folder / name).exists():
            line = f"{folder}: holds a {name} that is not of an export with --gold"
            raise InputError(f"{line}; name a new or an empty folder", FOREIGN)
    return set()
