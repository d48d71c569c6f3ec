"""Comments in a draft that let a finding pass: `<!-- kb-ignore KB501: signed off by legal -->`.

On a line with text the comment is about that line; on a line of its own about the next block.
Codes may be listed, or left out for all. Without a reason it lets nothing pass and is reported.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from extract.document.places import Comment, Place
from extract.model import Block, BlockKind, Document, Span, digest
from kb.check.model import NO_REASON, NOTHING_IGNORED, SKIPPED, CheckRule, DraftFinding, Ignored

_COMMENT = re.compile(r"kb-ignore\b([^:]*)(?::(.*))?", re.DOTALL | re.IGNORECASE)
_CODE = re.compile(r"KB\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment: the codes it names (none: every code), its reason, and where it stands."""

    codes: frozenset[str]
    reason: str
    comment: Comment


def ignores(comments: Iterable[Comment]) -> tuple[Ignore, ...]:
    """The comments that are meant for this program."""
    found = []
    for comment in comments:
        read = _COMMENT.fullmatch(comment.text.strip())
        if read:
            codes = frozenset(code.upper() for code in _CODE.findall(read[1]))
            found.append(Ignore(codes, " ".join((read[2] or "").split()), comment))
    return tuple(found)


def apply(
    findings: Sequence[DraftFinding],
    comments: Iterable[Comment],
    document: Document,
    place: Callable[[int], Place],
) -> tuple[tuple[DraftFinding, ...], tuple[Ignored, ...]]:
    """The findings that are left, with those on the comments themselves, and the ignored ones."""
    left, ignored = list(findings), []
    for ignore in ignores(comments):
        if not ignore.reason:
            left.append(_about(ignore, NO_REASON, document))
            continue
        passed = [f for f in left if _meant(ignore, f, document, place)]
        ignored += [Ignored(f, ignore.reason) for f in passed]
        left = [f for f in left if f not in passed]
        if not passed:
            left.append(_about(ignore, NOTHING_IGNORED, document))
    return tuple(sorted(left, key=lambda f: (f.start, f.rule.code))), tuple(ignored)


def _meant(
    ignore: Ignore, finding: DraftFinding, document: Document, place: Callable[[int], Place]
) -> bool:
    if ignore.codes and finding.rule.code not in ignore.codes:
        return False
    if finding.rule in (NO_REASON, NOTHING_IGNORED, SKIPPED):
        return False
    if _beside_text(ignore, document, place):
        return _on_line(finding, ignore.comment.place.line, place)
    block = next((b for b in _blocks(document) if b.start >= ignore.comment.offset), None)
    return block is not None and block.start <= finding.start < block.end


def _blocks(document: Document) -> Iterator[Block]:
    return (b for b in document.blocks if b.kind is not BlockKind.FURNITURE)


def _beside_text(ignore: Ignore, document: Document, place: Callable[[int], Place]) -> bool:
    """Whether the comment shares a line with some of the text."""
    at, first, last = ignore.comment.offset, ignore.comment.place.line, ignore.comment.end.line
    if first is None:
        return False
    for block in _blocks(document):
        if block.start < at < block.end:
            return True
        if block.end <= at and place(block.end - 1).line == first:
            return True
        if block.start >= at:
            return place(block.start).line == last
    return False


def _on_line(finding: DraftFinding, line: int | None, place: Callable[[int], Place]) -> bool:
    first, last = place(finding.start).line, place(max(finding.start, finding.end - 1)).line
    return None not in (first, last, line) and (first or 0) <= (line or 0) <= (last or 0)


def _about(ignore: Ignore, rule: CheckRule, document: Document) -> DraftFinding:
    """A finding on the comment itself, placed where it stands."""
    codes = " ".join(sorted(ignore.codes)) or "every code"
    told = {
        NO_REASON: f"kb-ignore for {codes} gives no reason; write "
        f"<!-- kb-ignore {' '.join(sorted(ignore.codes)) or 'KB501'}: why -->",
        NOTHING_IGNORED: f"kb-ignore for {codes} has nothing to ignore here; take it out",
    }
    at = ignore.comment.offset
    return DraftFinding(
        rule=rule,
        aspect="",
        start=at,
        end=at,
        sentence=Span(at, at),
        says="",
        message=told[rule],
        fingerprint=digest(ignore.comment.text, rule.code, ""),
        place=ignore.comment.place,
    )
