"""What a process that builds again and again keeps loaded, so that a save costs only the change."""

import gc
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from extract.topic.schema import Topic
from kb.build.batch import Parser
from kb.store.rules import HeldRules
from reports.sheet import PageSheet


class Warm:
    """The language pipeline, the topic's rules and what the pages showed, for one thread."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.rules = HeldRules()
        self._sheets: dict[Path, dict[str, PageSheet]] = {}
        self._later: list[Callable[[], None]] = []

    def sheets(self, site: Path) -> "dict[str, PageSheet]":
        """The pages of that folder as this process made them, to be filled."""
        return self._sheets.setdefault(site, {})

    def load(self, store: Path, topic: Topic | None) -> None:
        """Load now what the next build would; what can't be loaded is left for it to tell.

        All that is there by then stays, so the garbage collector looks through it no more.
        """
        with suppress(Exception):
            tuple(self.parser(()))
            if topic:
                self.rules(store, topic)
            _load_templates()
        gc.collect()
        gc.freeze()

    def later(self, work: Callable[[], None]) -> None:
        """Leave this until nobody waits."""
        self._later.append(work)

    def rest(self) -> None:
        """Nobody waits now: do what was left. What fails of it is not needed."""
        work, self._later = self._later, []
        for each in work:
            with suppress(OSError):
                each()
        gc.collect()

    @contextmanager
    def at_work(self) -> Iterator[None]:
        """While somebody waits for pages, nothing is cleared away."""
        gc.disable()
        try:
            yield
        finally:
            gc.enable()


def _load_templates() -> None:
    from reports.render import environment

    made = environment()
    for name in made.list_templates():
        made.get_template(name)
