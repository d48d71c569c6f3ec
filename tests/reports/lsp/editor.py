"""An editor of one's own: starts `kb lsp` and speaks to it over its standard input and output."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from tests.kb.conftest import Place

ROOT = Path(__file__).resolve().parents[3]
PATIENCE = 60.0
Play = Callable[["Editor"], Awaitable[Any]]


class Editor:
    """What a person sees in an editor with one folder open."""

    def __init__(self, folder: Path, encodings: list[lsp.PositionEncodingKind] | None = None):
        self.folder, self._encodings = folder, encodings
        self.client = LanguageClient("an-editor", "1")
        self.underlined: dict[str, list[lsp.Diagnostic]] = {}
        self.versions: dict[str, int | None] = {}
        self.messages: list[str] = []
        self._news = asyncio.Event()

        @self.client.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def _(params: lsp.PublishDiagnosticsParams) -> None:
            self.underlined[params.uri] = list(params.diagnostics)
            self.versions[params.uri] = params.version
            self._news.set()

        @self.client.feature(lsp.WINDOW_SHOW_MESSAGE)
        def _(params: lsp.ShowMessageParams) -> None:
            self.messages.append(params.message)
            self._news.set()

    async def start(self, *words: str) -> lsp.InitializeResult:
        code = "from kb.cli import main; main()"
        where = {"PYTHONPATH": str(ROOT), "PATH": ""}
        await self.client.start_io(
            sys.executable, "-c", code, "lsp", *words, cwd=self.folder, env=where
        )
        general = lsp.GeneralClientCapabilities(position_encodings=self._encodings)
        made = await self.client.initialize_async(
            lsp.InitializeParams(
                capabilities=lsp.ClientCapabilities(general=general),
                root_uri=self.folder.as_uri(),
            )
        )
        self.client.initialized(lsp.InitializedParams())
        return made

    async def end(self) -> int:
        await self.client.shutdown_async(None)
        self.client.exit(None)
        process = self.client._server
        assert process
        code = await asyncio.wait_for(process.wait(), PATIENCE)
        await self.client.stop()
        return code

    def uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def open(self, name: str, text: str, language: str = "markdown") -> None:
        item = lsp.TextDocumentItem(self.uri(name), language, 1, text)
        self.client.text_document_did_open(lsp.DidOpenTextDocumentParams(item))

    def type(self, name: str, text: str, version: int) -> None:
        """The draft as it stands after an edit."""
        about = lsp.VersionedTextDocumentIdentifier(version, self.uri(name))
        whole = [lsp.TextDocumentContentChangeWholeDocument(text)]
        self.client.text_document_did_change(lsp.DidChangeTextDocumentParams(about, whole))

    def close(self, name: str) -> None:
        about = lsp.TextDocumentIdentifier(self.uri(name))
        self.client.text_document_did_close(lsp.DidCloseTextDocumentParams(about))

    async def until(self, holds: Callable[[], object]) -> None:
        """Waits for news that make it so."""
        async with asyncio.timeout(PATIENCE):
            while not holds():
                self._news.clear()
                await self._news.wait()

    async def checked(self, name: str, version: int) -> list[lsp.Diagnostic]:
        """What is underlined once this version has been checked."""
        await self.until(lambda: self.versions.get(self.uri(name)) == version)
        return self.underlined[self.uri(name)]

    async def hover(self, name: str, line: int, character: int) -> str | None:
        about = lsp.TextDocumentIdentifier(self.uri(name))
        found = await self.client.text_document_hover_async(
            lsp.HoverParams(about, lsp.Position(line, character))
        )
        return found.contents.value if found else None  # type: ignore[union-attr]

    async def fixes(self, name: str, where: lsp.Range) -> list[lsp.CodeAction]:
        about = lsp.TextDocumentIdentifier(self.uri(name))
        given = lsp.CodeActionParams(about, where, lsp.CodeActionContext([]))
        return list(await self.client.text_document_code_action_async(given) or ())  # type: ignore[arg-type]


def play(
    folder: Path,
    place: Place,
    scene: Play,
    encodings: list[lsp.PositionEncodingKind] | None = None,
) -> int:
    """Plays a scene in an editor, and how the server ended."""

    async def run() -> int:
        editor = Editor(folder, encodings)
        await editor.start("--corpus", str(place.corpus), "--store", str(place.store))
        try:
            await scene(editor)
        finally:
            code = await editor.end()
        return code

    return asyncio.run(run())
