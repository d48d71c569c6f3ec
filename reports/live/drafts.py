"""A pasted draft under check: the same findings as `kb check` gives, kept nowhere."""

from dataclasses import replace
from threading import Lock

from extract.document.read import read_located
from extract.errors import InputError
from kb.check.checker import Checker
from kb.check.draft import Draft
from kb.knowledge.value import Knowledge
from reports.live.asking import Asked, Refused
from reports.live.state import Live
from reports.views.draft import DraftView, draft_views

NAME = "Pasted draft"
LONGEST = 200_000  # characters of a draft
LARGEST = 6 * LONGEST + 1000  # bytes of a request, were every character escaped
ENDINGS = ((".txt", "plain text"), (".md", "Markdown"), (".html", "HTML"))
CHECK = ("draft", "ending")


class Drafts:
    """Checks drafts against the last good build, one at a time: the parser is not shared."""

    def __init__(self, live: Live, pipeline: str | None = None) -> None:
        self._live, self._pipeline = live, pipeline
        self._lock = Lock()
        self._checker: Checker | None = None

    def check(self, asked: Asked) -> tuple[DraftView, ...]:
        """The draft with its findings. Raises `Refused` for what can't be read as one."""
        ending, words = asked.need("ending"), asked.need("draft")
        if ending not in dict(ENDINGS):
            raise Refused(400, "a draft is text, Markdown or HTML")
        if len(words) > LONGEST:
            raise Refused(413, f"a draft has at most {LONGEST:,} characters")
        knowledge = self._live.now.knowledge
        if knowledge is None:
            raise Refused(409, "nothing is built yet")
        try:
            document, places = read_located(words.encode("utf-8"), NAME, ending)
            draft = Draft(NAME, replace(document, source=f"draft/{NAME}"), places)
            with self._lock:
                return draft_views([self._checker_of(knowledge).check(draft)], "")
        except InputError as error:
            raise Refused(409, str(error)) from error

    def _checker_of(self, knowledge: Knowledge) -> Checker:
        if self._checker is None or self._checker.knowledge is not knowledge:
            self._checker = Checker(knowledge, self._pipeline)
        return self._checker
