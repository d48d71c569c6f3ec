"""What `kb suggest` proposes, to be accepted in the browser: it is written as `--accept` does.

Acceptances can be taken back, the last one first, as long as the topic file is as it was left.
"""

from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from extract.errors import InputError
from kb.build.batch import Pipeline
from kb.build.guessed import drafted, written
from kb.knowledge.value import Knowledge
from kb.store.files import write_file
from kb.suggest.accept import accept
from kb.suggest.model import Idea
from kb.suggest.suggest import suggestions
from reports.live.asking import Asked, Refused
from reports.live.proposals import SuggestionsPage, proposal_views
from reports.live.state import Live

ACCEPT = ("on",)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Words written into the topic file, with its bytes before and after."""

    idea: Idea
    before: bytes
    after: bytes


class Suggested:
    """The proposals of the last good build, and what was accepted of them since the start."""

    def __init__(self, live: Live, pipeline: str | None = None) -> None:
        self._live, self._pipeline = live, pipeline
        self._trying, self._writing = Lock(), Lock()
        self._of: Knowledge | None = None
        self._page: SuggestionsPage | None = None
        self._ideas: dict[str, Idea] = {}
        self._done: list[Acceptance] = []

    def page(self, look: bool) -> SuggestionsPage:
        """The page; without `look` it has the proposals only if they are known already.

        Raises `Refused` if nothing is built, or the store can't be read.
        """
        k = self._live.now.knowledge
        if k is None:
            raise Refused(409, "nothing is built yet")
        guessed = k.topic.guessed and not self._file.exists()
        if look and not guessed:
            self._look(k)
        known = self._page if self._of is k else None
        return (known or SuggestionsPage()).standing(
            guessed, tuple(a.idea.id for a in self._done), self._last()
        )

    def accept(self, asked: Asked) -> dict[str, Any]:
        """Write a proposal into the topic file. Raises `Refused` where that can't be."""
        idea = self._ideas.get(asked.need("on"))
        if idea is None:
            raise Refused(409, "this is proposed no longer; load the page again")
        with self._writing:
            try:
                before = self._bytes()
                done = accept([idea], self._file)
            except (InputError, OSError) as error:
                raise Refused(409, str(error)) from error
            if not done:
                raise Refused(409, "it stands in the topic file already")
            self._done.append(Acceptance(idea, before, self._bytes()))
        return {"text": idea.text}

    def take_back(self, _: Asked) -> dict[str, Any]:
        """Put the topic file back as it was before the last acceptance.

        Raises `Refused` if there is none, or the file was changed since.
        """
        with self._writing:
            if not self._done:
                raise Refused(409, "there is nothing to take back")
            last = self._done[-1]
            try:
                if self._bytes() != last.after:
                    line = f"{self._file} was changed since; take `{last.idea.text}` out by hand"
                    raise Refused(409, line)
                write_file(self._file, last.before)
            except OSError as error:
                raise Refused(409, str(error)) from error
            self._done.pop()
        return {"text": last.idea.text}

    def write_guess(self, _: Asked) -> dict[str, Any]:
        """Write down what was guessed, as `kb init` does. Raises `Refused` where that can't be."""
        with self._writing:
            if self._file.exists():
                raise Refused(409, f"{self._file} is there already")
            try:
                found = drafted(self._live.corpus, Pipeline(self._pipeline))
                return {"text": ", ".join(written(found, self._live.corpus))}
            except InputError as error:
                raise Refused(409, str(error)) from error

    @property
    def _file(self) -> Path:
        return self._live.corpus / "topic.yaml"

    def _bytes(self) -> bytes:
        return self._file.read_bytes() if self._file.exists() else b""

    def _last(self) -> str:
        """What was accepted last, if it can be taken back."""
        last = self._done[-1] if self._done else None
        return last.idea.text if last and self._bytes() == last.after else ""

    def _look(self, k: Knowledge) -> None:
        with self._trying:
            if self._of is k:
                return
            try:
                found = suggestions(k, self._live.store, self._pipeline)
            except (InputError, OSError) as error:
                raise Refused(409, str(error)) from error
            book = self._live.now.book
            if book is None:
                return
            self._ideas = {s.idea.id: s.idea for s in found}
            self._page, self._of = proposal_views(found, book), k
