"""The pages as last written, for a process that writes a site again and again.

What a page shows is compared as a value, so a page is rendered only if it shows something else
or somebody touched its file since.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kb.store.stamp import Stamp, stamp_at
from reports.parts import File, PageSheet, Site, Task, rendered, sheets


class LastPages:
    """What each page in the folder `out` shows, and how its file stood when it was written."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._shown: dict[str, tuple[PageSheet, Stamp | None]] = {}
        self._next: dict[str, PageSheet] = {}

    def files(self, site: Site, tasks: Iterable[Task]) -> Iterator[File | tuple[str, None]]:
        """The tasks' files; None in place of the bytes of a page that is there as it should be.

        Raises `PageError`.
        """
        for sheet in (s for task in tasks for s in sheets(site, task)):
            if not isinstance(sheet, PageSheet):
                yield sheet
                continue
            self._next[sheet.name] = sheet
            yield (sheet.name, None) if self._stands(sheet) else rendered(sheet)

    def _stands(self, sheet: PageSheet) -> bool:
        shown, stamp = self._shown.get(sheet.name, (None, None))
        return shown == sheet and stamp is not None and stamp == stamp_at(self._out / sheet.name)

    def note(self) -> None:
        """All that `files` gave since is in the folder now."""
        new, self._next = self._next, {}
        self._shown = {name: (sheet, stamp_at(self._out / name)) for name, sheet in new.items()}
