"""A pasted or dropped draft under check: the same findings as `kb check` gives, kept nowhere."""

import base64
import binascii
from dataclasses import dataclass
from pathlib import PurePath
from threading import Lock

from extract.document.read import read_located
from extract.errors import InputError
from kb.check.checker import Checker
from kb.check.draft import as_draft
from kb.check.model import Checked
from kb.check.run import kept
from kb.knowledge.value import Knowledge
from reports.live.asking import Asked, Refused
from reports.live.state import Live
from reports.text import plain
from reports.views.draft import DraftView, draft_views

NAME = "Pasted draft"
LONGEST = 200_000  # characters of a draft
FILE = 5_000_000  # bytes of a file
LARGEST = max(6 * LONGEST, 4 * FILE // 3) + 2_000  # bytes of a request, however it is written
LONGEST_NAME = 200
ENDINGS = ((".txt", "plain text"), (".md", "Markdown"), (".html", "HTML"))
WORD = ".docx"
DROPPED = (WORD, ".md", ".markdown", ".html", ".htm", ".txt")
"""The kinds of file that are taken."""
CHECK = ("draft", "ending", "name", "file")


@dataclass(frozen=True)
class GivenDraft:
    """What was given to be checked: its bytes, how they are read, and what they are called."""

    name: str
    ending: str
    data: bytes


@dataclass(frozen=True)
class Returned:
    """A checked draft as a file to keep."""

    name: str
    kind: str
    content: bytes


class Drafts:
    """Checks drafts against the last good build, one at a time: the parser is not shared."""

    def __init__(self, live: Live, pipeline: str | None = None) -> None:
        self._live, self._pipeline = live, pipeline
        self._lock = Lock()
        self._checker: Checker | None = None

    def check(self, asked: Asked) -> tuple[DraftView, ...]:
        """The draft with its findings. Raises `Refused` for what can't be read as one."""
        _, checked = self._checked(asked)
        return draft_views([checked], "")

    def back(self, asked: Asked) -> Returned:
        """A Word file with comments, or of other drafts the marked page.

        Raises `Refused` as `check` does, and where a Word file can't be written back.
        """
        given, checked = self._checked(asked)
        stem = PurePath(given.name).stem
        if given.ending == WORD:
            from reports.commented import commented

            try:
                content = commented(given.data, kept(checked))
            except InputError as error:
                raise Refused(409, str(error)) from error
            kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
            return Returned(f"{stem}.checked.docx", kind, content)
        from reports.draft import draft_page

        site = f"{self._live.site.absolute().as_uri()}/"
        page = draft_page([checked], self._knowledge(), site)
        return Returned(f"{stem}.checked.html", "text/html; charset=utf-8", page)

    def _checked(self, asked: Asked) -> tuple[GivenDraft, Checked]:
        given = _given(asked)
        knowledge = self._knowledge()
        try:
            document, places = read_located(given.data, given.name, given.ending)
            if len(document.text) > LONGEST:
                raise Refused(413, f"a draft has at most {LONGEST:,} characters")
            with self._lock:
                checker = self._checker_of(knowledge)
                return given, checker.check(as_draft(given.name, document, places))
        except InputError as error:
            raise Refused(409, str(error)) from error

    def _knowledge(self) -> Knowledge:
        if self._live.now.knowledge is None:
            raise Refused(409, "nothing is built yet")
        return self._live.now.knowledge

    def _checker_of(self, knowledge: Knowledge) -> Checker:
        if self._checker is None or self._checker.knowledge is not knowledge:
            self._checker = Checker(knowledge, self._pipeline)
        return self._checker


def _given(asked: Asked) -> GivenDraft:
    """What the page sent. Raises `Refused`."""
    if asked.get("name") or asked.get("file"):
        return _dropped(plain(asked.need("name")), asked.get("file") or "")
    ending, words = asked.need("ending"), asked.need("draft")
    if ending not in dict(ENDINGS):
        raise Refused(400, "a draft is text, Markdown or HTML")
    if len(words) > LONGEST:
        raise Refused(413, f"a draft has at most {LONGEST:,} characters")
    return GivenDraft(NAME, ending, words.encode("utf-8"))


def _dropped(name: str, file: str) -> GivenDraft:
    name = PurePath(name.replace("\\", "/")).name[-LONGEST_NAME:]
    ending = PurePath(name).suffix.lower()
    if ending not in DROPPED:
        raise Refused(415, f"{name}: is no draft that can be read; give {', '.join(DROPPED)}")
    try:
        data = base64.b64decode(file, validate=True)
    except (binascii.Error, ValueError) as error:
        raise Refused(400, f"{name}: did not arrive whole; give it again") from error
    if len(data) > FILE:
        raise Refused(413, f"{name}: is larger than {FILE // 1_000_000} MB")
    return GivenDraft(name, ending, data)
