"""The language server: takes what an editor says on standard input, answers on standard output.

The editor sends a draft whole after each edit: no edit can then be misplaced. One thread checks;
of several edits that wait only the last one of a draft is checked.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path, PurePosixPath
from typing import TypeVar

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path

from extract.errors import InputError
from reports.lsp.answers import EditorDraft, diagnostics, hover, quick_fixes
from reports.lsp.desk import Desk, Where
from reports.lsp.positions import EditorText

T = TypeVar("T")
ENDINGS = {".txt": ".txt", ".md": ".md", ".markdown": ".md", ".html": ".html", ".htm": ".html"}
LANGUAGES = {"plaintext": ".txt", "text": ".txt", "markdown": ".md", "html": ".html"}
_USUAL = lsp.PositionEncodingKind.Utf16
PAUSE = 0.03  # seconds without an edit after which a draft is checked
LOOK = 1.0  # seconds between looks at the store and the settings


class DraftServer(LanguageServer):
    """Checks the drafts that are open; `given` are the folders of the command line."""

    def __init__(
        self,
        corpus: Path | None = None,
        store: Path | None = None,
        site: Path | None = None,
        pipeline: str | None = None,
    ) -> None:
        super().__init__("counterclaim", version("counterclaim"), lsp.TextDocumentSyncKind.Full)
        self._given, self._pipeline = (corpus, store, site), pipeline
        self._root = Path.cwd()
        self._desk: Desk | None = None
        self._checker = ThreadPoolExecutor(1)
        self._drafts: dict[str, EditorDraft] = {}
        self._waiting: dict[str, None] = {}
        self._woken = asyncio.Event()
        self._work: list[asyncio.Task[None]] = []
        self._said = ""

    def begin(self, folders: list[str]) -> None:
        """Start to work in the first of the editor's folders."""
        self._root = next((Path(f) for f in folders if Path(f).is_dir()), self._root).absolute()
        self._work = [asyncio.create_task(self._check()), asyncio.create_task(self._look())]

    def end(self) -> None:
        """Stop working."""
        for task in self._work:
            task.cancel()
        self._checker.shutdown(wait=False, cancel_futures=True)

    def changed(self, uri: str) -> None:
        """A draft was opened or edited."""
        self._waiting[uri] = None
        self._woken.set()

    def closed(self, uri: str) -> None:
        """A draft was closed: nothing is underlined in it."""
        self._waiting.pop(uri, None)
        self._drafts.pop(uri, None)
        if self._desk:
            self._desk.forget(_name(uri))
        self._publish(uri, [])

    def draft(self, uri: str) -> EditorDraft | None:
        """What is known of a draft as it is now; None while that is out of date."""
        found = self._drafts.get(uri)
        now = self.workspace.text_documents.get(uri)
        return found if found and now and found.text.text == now.source else None

    @property
    def desk(self) -> Desk | None:
        """The desk, once there is one."""
        return self._desk

    async def _check(self) -> None:
        while True:
            await self._woken.wait()
            await asyncio.sleep(PAUSE)
            self._woken.clear()
            while self._waiting:
                uri = next(iter(self._waiting))
                del self._waiting[uri]
                await self._check_one(uri)

    async def _check_one(self, uri: str) -> None:
        document = self.workspace.text_documents.get(uri)
        ending = document and _ending(uri, document.language_id)
        if not document or not ending:
            return
        text = EditorText(document.source, self.workspace.position_encoding or _USUAL)
        try:
            found = await self._aside(self._checked, uri, text, ending)
        except InputError as error:
            self._drafts.pop(uri, None)
            self._publish(uri, [])
            if text.text.strip():
                self._say(str(error))
            return
        except Exception as error:  # whatever a draft holds, the next edit is checked again
            self._say(f"this draft could not be checked ({type(error).__name__}: {error})")
            return
        if uri in self.workspace.text_documents:
            self._keep(uri, found, document.version if text.text == document.source else None)

    def _checked(self, uri: str, text: EditorText, ending: str) -> EditorDraft | None:
        desk = self._desk or Desk(Where.of(self._root, *self._given), self._pipeline)
        self._desk = desk
        checked = desk.check(_name(uri), text.read, ending)
        return EditorDraft(text, checked) if checked else None

    def _keep(self, uri: str, found: EditorDraft | None, version: int | None) -> None:
        self._said = ""
        if found:
            self._drafts[uri] = found
        self._publish(uri, diagnostics(found) if found else [], version)

    async def _look(self) -> None:
        """Take up a new store or new settings, and check what is open by them."""
        while True:
            await asyncio.sleep(LOOK)
            try:
                if await self._aside(self._renewed):
                    for uri in self.workspace.text_documents:
                        self.changed(uri)
            except InputError as error:
                self._say(str(error))
            except Exception as error:
                self._say(f"what is known could not be read anew ({error})")

    def _renewed(self) -> bool:
        """Whether something is new, which is then taken up."""
        where = Where.of(self._root, *self._given)
        if self._desk is None or where == self._desk.where:
            if self._desk is None or not self._desk.stale:
                return False
            self._desk.warm()
            return True
        fresh = Desk(where, self._pipeline)
        fresh.warm()
        self._desk = fresh
        return True

    async def _aside(self, step: Callable[..., T], *given: object) -> T:
        """Do it in the thread that checks."""
        return await asyncio.get_running_loop().run_in_executor(self._checker, step, *given)

    def _say(self, line: str) -> None:
        """Tell the person, once."""
        if line != self._said:
            self._said = line
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Warning, line))

    def _publish(self, uri: str, found: list[lsp.Diagnostic], version: int | None = None) -> None:
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))


def _ending(uri: str, language: str | None) -> str | None:
    """How a draft is read; None for what is no draft."""
    ending = PurePosixPath(_name(uri)).suffix.lower()
    return ENDINGS.get(ending) or LANGUAGES.get(language or "")


def _name(uri: str) -> str:
    return to_fs_path(uri) or uri


def server(
    corpus: Path | None = None,
    store: Path | None = None,
    site: Path | None = None,
    pipeline: str | None = None,
) -> DraftServer:
    """The server with what it answers; `start_io` runs it."""
    made = DraftServer(corpus, store, site, pipeline)

    @made.feature(lsp.INITIALIZED)
    def _(params: lsp.InitializedParams) -> None:
        folders = [f.uri for f in made.workspace.folders.values()]
        roots = [*folders, made.workspace.root_uri or ""]
        made.begin([path for uri in roots if (path := to_fs_path(uri))])

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def _(params: lsp.DidOpenTextDocumentParams) -> None:
        made.changed(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def _(params: lsp.DidChangeTextDocumentParams) -> None:
        made.changed(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def _(params: lsp.DidCloseTextDocumentParams) -> None:
        made.closed(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def _(params: lsp.HoverParams) -> lsp.Hover | None:
        draft, desk = made.draft(params.text_document.uri), made.desk
        if draft is None or desk is None:
            return None
        return hover(draft, params.position, desk.link(), _marks(made.client_capabilities))

    @made.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]),
    )
    def _(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        draft = made.draft(uri)
        return quick_fixes(draft, params.range, uri) if draft else []

    @made.feature(lsp.SHUTDOWN)
    def _(params: None) -> None:
        made.end()

    return made


def _marks(capabilities: lsp.ClientCapabilities) -> bool:
    """Whether the editor shows Markdown on hover."""
    with suppress(AttributeError):
        formats = capabilities.text_document.hover.content_format  # type: ignore[union-attr]
        return formats is None or lsp.MarkupKind.Markdown in formats
    return True
