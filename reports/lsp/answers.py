"""What an editor is told of a checked draft: what to underline, the evidence, a quick fix."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Diagnostic,
    DiagnosticSeverity,
    Hover,
    MarkupContent,
    MarkupKind,
    Position,
    Range,
    TextEdit,
    WorkspaceEdit,
)

from kb.check.model import (
    UNSUPPORTED,
    Checked,
    DraftFinding,
    DraftPassage,
    Severity,
    first_of_each,
)
from reports import text
from reports.lsp.positions import EditorText, order, touches

SOURCE = "Counterclaim"
PASSAGES = 3  # on each side
SEVERITIES = {
    Severity.ERROR: DiagnosticSeverity.Error,
    Severity.WARNING: DiagnosticSeverity.Warning,
    Severity.INFO: DiagnosticSeverity.Hint,
}
_MARKUP = re.compile(r"([\\`*_{}\[\]()<>#+\-.!|~&:])")
_ENDS = re.compile(r"[.!?…]$")
Link = Callable[[DraftPassage], str]
"""Where a passage can be read, or "" if nowhere."""


@dataclass(frozen=True)
class EditorDraft:
    """A draft as the editor has it, and what was found in it."""

    text: EditorText
    checked: Checked

    def range(self, finding: DraftFinding) -> Range:
        """What is underlined."""
        return self._range(finding, finding.start, finding.end)

    def sentence(self, finding: DraftFinding) -> Range:
        """The whole sentence."""
        return self._range(finding, finding.sentence.start, finding.sentence.end)

    def _range(self, finding: DraftFinding, start: int, end: int) -> Range:
        if finding.place:
            return self.text.range(finding.place, finding.place)
        return self.text.range(*self.checked.places.span(start, end))

    def at(self, where: Range) -> Iterator[DraftFinding]:
        """The findings there, the shortest passages first."""
        found = [(self.range(f), f) for f in self.checked.findings]
        here = [(r, f) for r, f in found if touches(r, where)]
        yield from (f for _, f in sorted(here, key=lambda pair: pair[1].end - pair[1].start))


def diagnostics(draft: EditorDraft) -> list[Diagnostic]:
    """What is underlined, in the order of the text."""
    found = [_diagnostic(draft, f) for f in draft.checked.findings]
    return sorted(found, key=lambda each: (order(each.range.start), str(each.code)))


def _diagnostic(draft: EditorDraft, finding: DraftFinding) -> Diagnostic:
    rule = finding.rule
    weak = rule is UNSUPPORTED
    return Diagnostic(
        range=draft.range(finding),
        message=text.sentence(text.plain(finding.message)),
        severity=DiagnosticSeverity.Information if weak else SEVERITIES[rule.severity],
        code=rule.code,
        source=SOURCE,
    )


def hover(draft: EditorDraft, at: Position, link: Link, marked: bool = True) -> Hover | None:
    """The evidence on the statement there; None where nothing was found."""
    found = list(draft.at(Range(at, at)))
    if not found:
        return None
    kind = MarkupKind.Markdown if marked else MarkupKind.PlainText
    told = "\n\n---\n\n".join("\n\n".join(_told(draft, f, link, marked)) for f in found)
    return Hover(MarkupContent(kind, told), draft.range(found[0]))


def _told(draft: EditorDraft, f: DraftFinding, link: Link, marked: bool) -> Iterator[str]:
    escape = _escaped if marked else text.plain
    bold = "**{}**" if marked else "{}"
    verdict = bold.format(text.sentence(f.rule.verdict))
    yield f"{verdict} {escape(text.sentence(f.message))}"
    for word, passages in (("Against it", f.against), ("Says the same", f.agree)):
        for p in first_of_each(passages)[:PASSAGES]:
            yield _passage(draft, word, p, link(p) if marked else "", escape)
    if f.fair:
        yield f"{bold.format('Could be published:')} {escape(f.fair)}"
    if f.basis:
        yield f"It rests on {escape(text.listing(map(text.titled, f.basis)))}."
    for other in f.folded:
        words = f"{other.rule.verdict}: {other.message}"
        yield f"Also {escape(words)}."


def _passage(
    draft: EditorDraft, word: str, p: DraftPassage, href: str, escape: Callable[[str], str]
) -> str:
    title = f"[{escape(p.title)}](<{href}>)" if href else escape(p.called)
    at = draft.checked.where(p)
    where = f", {at}" if at else ""
    quote = escape(text.shorten(p.quote, 300))
    line = "  \n" if escape is _escaped else "\n"  # two spaces end a line in Markdown
    why = f"{line}{escape(text.sentence(p.why))}" if p.why else ""
    return f"{word}: {title}{where}: “{quote}”{why}"


def quick_fixes(draft: EditorDraft, where: Range, uri: str) -> list[CodeAction]:
    """Puts the sentence that could be published in the place of the one that stands there."""
    return [_fix(draft, f, uri) for f in draft.at(where) if f.fair]


def _fix(draft: EditorDraft, finding: DraftFinding, uri: str) -> CodeAction:
    sentence = draft.checked.document.text[finding.sentence.start : finding.sentence.end]
    new = text.plain(finding.fair or "")
    if not _ENDS.search(sentence.rstrip()):
        new = new.removesuffix(".")
    return CodeAction(
        title=f"Replace the sentence: “{text.shorten(new, 120)}”",
        kind=CodeActionKind.QuickFix,
        diagnostics=[_diagnostic(draft, finding)],
        edit=WorkspaceEdit(changes={uri: [TextEdit(draft.sentence(finding), new)]}),
    )


def _escaped(line: str) -> str:
    """Words from a text, kept from being Markdown."""
    return _MARKUP.sub(r"\\\1", text.plain(text.one_line(line)))
