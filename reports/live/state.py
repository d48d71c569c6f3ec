"""What the live pages stand on: the last good build, and what is wrong with the files since.

Swapped as a whole, so who reads it in one thread never sees half of what another one writes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from threading import Event

from extract.errors import InputError
from kb.corrections.file import NAME as READINGS
from kb.corrections.file import read_corrections
from kb.corrections.model import Correction
from kb.knowledge.value import Knowledge
from kb.model import Ruling, Verdict
from kb.verdicts.file import read_verdicts
from kb.verdicts.standing import standings
from reports.live.rounds import KEPT, Round
from reports.views.book import Book, open_book
from reports.views.conflicts import in_order, pages_of


@dataclass(frozen=True)
class Now:
    """One state. `number` counts builds; `knowledge` is None until one was good."""

    number: int = 0
    knowledge: Knowledge | None = None
    problems: tuple[str, ...] = ()

    @cached_property
    def book(self) -> Book | None:
        """The look-ups of the pages."""
        if self.knowledge is None:
            return None
        book = open_book(self.knowledge)
        return replace(book, pages=pages_of(book))

    @cached_property
    def order(self) -> tuple[str, ...]:
        """The ids of the conflicts as they are reviewed: by dispute, contradictions first."""
        if self.book is None:
            return ()
        place = {id: n for n, d in enumerate(self.book.disputes) for id in d.conflicts}
        return tuple(c.id for c in sorted(in_order(self.book), key=lambda c: place[c.id]))


class Live:
    """The state of one corpus, with the folder it is written to and read from."""

    def __init__(self, corpus: Path, store: Path, site: Path) -> None:
        self.corpus, self.store, self.site = corpus, store, site
        self.now = Now()
        self.stop = Event()

    @property
    def verdicts(self) -> Path:
        """The file that decisions are added to."""
        return self.corpus / "verdicts.jsonl"

    @property
    def readings(self) -> Path:
        """The file that corrections are added to."""
        return self.corpus / READINGS

    def corrections(self) -> tuple[Correction, ...]:
        """The corrections as they are in the file this moment.

        Raises `InputError` if a line of the file is broken.
        """
        return read_corrections(self.readings)

    def took(self, round: Round) -> None:
        """Note what a build came to; a bad one leaves the knowledge as it was."""
        known = round.made.built.knowledge if round.made else self.now.knowledge
        problems = round.problems if round.made else (*round.problems, KEPT)
        self.now = Now(self.now.number + 1, known or self._last(), problems)

    def _last(self) -> Knowledge | None:
        try:
            return Knowledge.open(self.corpus, self.store)
        except InputError:
            return None

    def lines(self) -> tuple[Verdict, ...]:
        """The verdicts as they are in the file this moment.

        Raises `InputError` if a line of the file is broken.
        """
        return read_verdicts(self.verdicts)


def standing_now(k: Knowledge, lines: Sequence[Verdict]) -> dict[str, Ruling]:
    """How each conflict of the last good build stands by these verdicts."""
    why = {id: s.reopened for id, s in k.standings.items() if s.reopened}
    return standings(lines, k.conflicts, why)
