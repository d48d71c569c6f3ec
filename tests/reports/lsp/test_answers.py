"""What an editor is told of a checked draft."""

from dataclasses import replace

import pytest
from lsprotocol.types import DiagnosticSeverity, MarkupKind, Position, Range

from extract.document import read_located
from extract.model import Span
from kb.check.model import (
    CONTRADICTED,
    DISPUTED,
    NOT_UNDERSTOOD,
    UNSUPPORTED,
    Checked,
    CheckRule,
    DraftFinding,
    DraftPassage,
)
from reports.lsp.answers import EditorDraft, diagnostics, hover, quick_fixes
from reports.lsp.positions import EditorText

TEXT = "# A 🌞 pump\n\nThe **pump** is silent. It lasts ten years\n"
AT = Position(2, 17)
HUM = DraftPassage(
    "hum", "Hum *weekly*", "It [hums](http://x) at <b>night</b>", 0, "hums", "Not both"
)


def finding(words: str, rule: CheckRule = CONTRADICTED, **more: object) -> DraftFinding:
    text = read_located(TEXT.encode(), "d.md")[0].text
    at = text.index(words)
    begin = text.rindex("\n", 0, at) + 1 if "It" not in words else at
    end = text.find(".", at) + 1 or len(text)
    found = DraftFinding(
        rule, "noise", at, at + len(words), Span(begin, end), "", "noise: [none]", words
    )
    return replace(found, **more)  # type: ignore[arg-type]


def draft(*found: DraftFinding) -> EditorDraft:
    text = EditorText(TEXT)
    document, places = read_located(text.read, "d.md")
    return EditorDraft(text, Checked("d.md", document, found, places))


@pytest.mark.parametrize(
    ("rule", "severity"),
    [
        (CONTRADICTED, DiagnosticSeverity.Error),
        (DISPUTED, DiagnosticSeverity.Warning),
        (UNSUPPORTED, DiagnosticSeverity.Information),
        (NOT_UNDERSTOOD, DiagnosticSeverity.Hint),
    ],
    ids=lambda value: getattr(value, "code", str(value)),
)
def test_the_verdict_says_how_it_is_underlined(
    rule: CheckRule, severity: DiagnosticSeverity
) -> None:
    (found,) = diagnostics(draft(finding("is silent", rule)))
    assert (found.severity, found.code, found.message) == (severity, rule.code, "Noise: [none].")
    assert found.range == Range(Position(2, 13), Position(2, 22))


def test_the_evidence_is_markdown_that_no_source_can_steer() -> None:
    whole = finding("is silent", against=(HUM,), fair="It hums.", basis=("Hum",))
    shown = hover(draft(whole), AT, lambda p: "file:///site/s.html#claim-1")
    assert shown and shown.contents.kind is MarkupKind.Markdown  # type: ignore[union-attr]
    verdict, passage, fair, basis = shown.contents.value.split("\n\n")  # type: ignore[union-attr]
    assert verdict == r"**Contradicted.** Noise\: \[none\]\."
    assert passage == (
        r"Against it: [Hum \*weekly\*](<file:///site/s.html#claim-1>): "
        r"“It \[hums\]\(http\://x\) at \<b\>night\</b\>”"
        "  \n"
        r"Not both\."
    )
    assert fair == r"**Could be published:** It hums\."
    assert basis == "It rests on ‘Hum’."


def test_an_editor_without_markdown_gets_plain_words() -> None:
    shown = hover(draft(finding("is silent", against=(HUM,))), AT, lambda p: "file:///s", False)
    assert shown and shown.contents.kind is MarkupKind.PlainText  # type: ignore[union-attr]
    assert "Against it: ‘Hum *weekly*’: “It [hums]" in shown.contents.value  # type: ignore[union-attr]
    assert "file:" not in shown.contents.value  # type: ignore[union-attr]


def test_where_nothing_was_found_there_is_nothing_to_say() -> None:
    assert hover(draft(finding("is silent")), Position(0, 0), lambda p: "") is None
    assert quick_fixes(draft(finding("is silent")), Range(AT, AT), "file:///d.md") == []


def test_the_fix_replaces_the_sentence_and_ends_as_it_did() -> None:
    silent = finding("is silent", fair="It hums.")
    (fix,) = quick_fixes(draft(silent), Range(AT, AT), "u")
    assert fix.edit and fix.edit.changes
    (edit,) = fix.edit.changes["u"]
    assert (edit.range, edit.new_text) == (Range(Position(2, 0), Position(2, 23)), "It hums.")
    open_ended = finding("It lasts ten years", fair="It lasts a while.")
    where = Range(Position(2, 24), Position(2, 30))
    (fix,) = quick_fixes(draft(open_ended), where, "u")
    assert fix.edit and fix.edit.changes
    assert [e.new_text for e in fix.edit.changes["u"]] == ["It lasts a while"]
