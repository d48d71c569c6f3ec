"""`kb lsp` as an editor meets it, over its standard input and output."""

import asyncio
import os
import time
from pathlib import Path

from lsprotocol import types as lsp

from tests.kb.conftest import Place
from tests.reports.lsp.editor import Editor, play

FOREVER = "Solar panels last forever."
FAIR = "Solar panels make no noise."


def test_a_draft_is_underlined_as_it_is_typed_and_mended_by_a_quick_fix(
    first: Place, tmp_path: Path
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()

    async def scene(editor: Editor) -> None:
        editor.open("copy.md", f"# 🌞 Sunny\n\n🌞 Yes. {FOREVER}\n")
        (found,) = await editor.checked("copy.md", 1)
        assert (found.severity, found.code) == (lsp.DiagnosticSeverity.Error, "KB501")
        # The sun is two code units of UTF-16.
        assert (found.range.start, found.range.end.line) == (lsp.Position(2, 8), 2)
        told = await editor.hover("copy.md", 2, 12)
        assert told and told.startswith("**Contradicted.**")
        assert f"(<{(tmp_path / 'site').as_uri()}/source-" in told
        assert await editor.hover("copy.md", 0, 0) is None
        (fix,) = await editor.fixes("copy.md", found.range)
        assert fix.edit and fix.edit.changes
        ((edit,),) = fix.edit.changes.values()
        assert edit.range == lsp.Range(lsp.Position(2, 8), lsp.Position(2, 8 + len(FOREVER)))
        assert edit.new_text.endswith(".")
        editor.type("copy.md", f"# 🌞 Sunny\n\n🌞 Yes. {FAIR}\n", 2)
        assert await editor.checked("copy.md", 2) == []

    assert play(tmp_path, first, scene) == 0


def test_two_drafts_are_kept_apart_and_a_closed_one_is_cleared(
    first: Place, tmp_path: Path
) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("a.md", FOREVER)
        editor.open("b.txt", FAIR, "plaintext")
        editor.open("code.py", f"# {FOREVER}", "python")
        assert len(await editor.checked("a.md", 1)) == 1
        assert await editor.checked("b.txt", 1) == []
        editor.close("a.md")
        await editor.until(lambda: editor.underlined[editor.uri("a.md")] == [])
        assert editor.uri("code.py") not in editor.underlined

    assert play(tmp_path, first, scene) == 0


ODD = (
    *("", "\n", "\ufeff", "\0", "\ud83d", "%PDF", "PK\x03\x04", "a\u2028b", "x\x0by", "a\rb\r\nc"),
    *("<!--", "| a |\n|---|\n", "---\na: [\n---\n", "<" * 300, "🌞" * 50, "[x](", "1. " * 90),
)


def test_whatever_is_typed_the_next_edit_is_checked(first: Place, tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("copy.md", FAIR)
        for n, odd in enumerate(ODD):
            editor.type("copy.md", odd, 10 * n + 2)
            editor.type("copy.md", f"{odd}\n\n{FOREVER}\n\n{odd}", 10 * n + 3)
            await editor.hover("copy.md", 10_000, 10_000)
            await editor.fixes("copy.md", lsp.Range(lsp.Position(9, 9), lsp.Position(0, 0)))
            editor.close("never-opened.md")
            await asyncio.sleep(0.05)
            editor.type("copy.md", FOREVER, 10 * n + 4)
            (found,) = await editor.checked("copy.md", 10 * n + 4)
            assert found.range.start == lsp.Position(0, 0), repr(odd)

    assert play(tmp_path, first, scene) == 0


def test_columns_are_counted_as_the_editor_asks(first: Place, tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("copy.md", f"🌞 {FOREVER}")
        (found,) = await editor.checked("copy.md", 1)
        assert found.range.end == lsp.Position(0, len(f"🌞 {FOREVER}".encode()) - 1)

    assert play(tmp_path, first, scene, [lsp.PositionEncodingKind.Utf8]) == 0


def test_a_new_store_is_taken_up_without_an_edit(place: Place, tmp_path: Path) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("copy.md", "Solar panels last at least 90 years.")
        assert await editor.checked("copy.md", 1)
        for text in (place.corpus / "texts").iterdir():
            if text.stem != "brighter-roofs":
                text.unlink()
        place.edit("brighter-roofs", "Solar panels last at least 40 years", "Panels shine")
        before = editor.underlined[editor.uri("copy.md")]
        place.build()
        os.utime(place.store / "kb.sqlite", (time.time(), time.time()))
        await editor.until(lambda: editor.underlined[editor.uri("copy.md")] != before)

    assert play(tmp_path, place, scene) == 0


def test_without_a_store_it_says_so_once_and_takes_it_up_when_it_is_built(
    bare: Place, tmp_path: Path
) -> None:
    async def scene(editor: Editor) -> None:
        editor.open("copy.md", FOREVER)
        await editor.until(lambda: editor.messages)
        editor.type("copy.md", f"{FOREVER} ", 2)
        bare.build()
        await editor.until(lambda: editor.underlined.get(editor.uri("copy.md")))
        (line,) = set(editor.messages)
        assert "\n" not in line and "kb build" in line

    assert play(tmp_path, bare, scene) == 0


def test_settings_hold_as_for_kb_check_and_are_taken_up_when_they_change(
    first: Place, tmp_path: Path
) -> None:
    (tmp_path / ".kb.toml").write_text('exclude = ["copy.md"]\n', encoding="utf-8")

    async def scene(editor: Editor) -> None:
        editor.open("copy.md", FOREVER)
        assert await editor.checked("copy.md", 1) == []
        (tmp_path / ".kb.toml").write_text("exclude = 3\n", encoding="utf-8")
        await editor.until(lambda: any(".kb.toml:1" in m for m in editor.messages))
        (tmp_path / ".kb.toml").write_text("exclude = []\n", encoding="utf-8")
        await editor.until(lambda: editor.underlined[editor.uri("copy.md")])

    assert play(tmp_path, first, scene) == 0
