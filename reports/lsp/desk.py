"""The drafts that are open in an editor, checked by one pipeline, each with its own memory.

Paragraphs that have not changed are not parsed again. When the store changes, what is known is
read anew; a store that is gone or broken for a while leaves what was known before.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from extract.document import read_located
from kb.check.baseline import Baseline, read_baseline
from kb.check.checker import Checker
from kb.check.draft import as_draft
from kb.check.model import Checked, DraftPassage
from kb.check.run import kept
from kb.check.settings import Settings, find_settings
from kb.knowledge.value import Knowledge
from kb.store.stamp import Stamp, stamp_at
from kb.store.tables import FILE
from reports.address import safe_url
from reports.views.draft import passage_link


@dataclass(frozen=True)
class Where:
    """What a check stands on; the folders as they are, wherever the editor was started."""

    corpus: Path
    store: Path
    site: Path
    settings: Settings

    @staticmethod
    def of(
        root: Path,
        corpus: Path | None = None,
        store: Path | None = None,
        site: Path | None = None,
    ) -> "Where":
        """As the settings that hold in a folder say, but for what is given.

        Raises `InputError` for settings that are wrong.
        """
        found = find_settings(root)
        return Where(
            root / (corpus or found.corpus or "corpus"),
            root / (store or found.store or ".kb"),
            root / (site or found.site or "site"),
            found,
        )


class Desk:
    """Checks drafts by name. One thread at a time: the parser is not shared."""

    def __init__(self, where: Where, pipeline: str | None = None) -> None:
        self.where, self._pipeline = where, pipeline
        self._first: Checker | None = None
        self._checkers: dict[str, Checker] = {}
        self._seen: Stamp | None = None

    @property
    def stale(self) -> bool:
        """Whether the store has changed since it was read, or is there at last."""
        now = stamp_at(self.where.store / FILE)
        return now is not None and now != self._seen

    def warm(self) -> None:
        """Load what every check needs. Raises `InputError` if there is nothing to check by."""
        seen = stamp_at(self.where.store / FILE)
        knowledge = Knowledge.open(self.where.corpus, self.where.store)
        first = self._first
        proof = self.where.settings.proof
        self._first = first.on(knowledge) if first else Checker(knowledge, self._pipeline, proof)
        self._checkers = {n: c.on(knowledge) for n, c in self._checkers.items()}
        self._seen = seen
        if first is None:
            self._first.check(as_draft("", *read_located(b"Is it warm?", ending=".txt")))

    def check(self, name: str, data: bytes, ending: str) -> Checked | None:
        """The draft with what is shown of it; None if the settings leave it out.

        Raises `InputError` for what can't be read as a draft, and as `warm` does.
        """
        settings = self.where.settings
        if settings.excludes(name):
            return None
        if self._first is None:
            self.warm()
        assert self._first is not None
        checker = self._checkers.setdefault(name, self._first.on(self._first.knowledge))
        checked = checker.check(as_draft(name, *read_located(data, name, ending)))
        return kept(checked, settings.show, self._baseline())

    def forget(self, name: str) -> None:
        """The draft is closed."""
        self._checkers.pop(name, None)

    def link(self) -> Callable[[DraftPassage], str]:
        """Finds where a passage can be read: in the site, at its publisher's, or in the corpus."""
        built = (self.where.site / "index.html").is_file()
        site = f"{self.where.site.absolute().as_uri()}/" if built else None
        known = self._first.knowledge.sources if self._first else ()
        sources = {s.id: s for s in known}

        def of(passage: DraftPassage) -> str:
            source = sources.get(passage.source or "")
            if source is None:
                return ""
            file = (self.where.corpus / "texts" / source.file).absolute().as_uri()
            return passage_link(passage, site) or safe_url(source.url) or quote(file, "/:%")

        return of

    def _baseline(self) -> Baseline | None:
        path = self.where.settings.baseline
        return read_baseline(path) if path else None
