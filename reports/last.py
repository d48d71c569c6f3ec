"""The pages as last written: one that shows the same, in a file that nobody touched, is left.

What a page shows is told by a digest of its value, so this holds from one process to the next.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reports.sheet import PageSheet


@dataclass(frozen=True, slots=True)
class LastPages:
    """What each page in the folder `out` showed, and what its file held, as digests by name.

    `held` are the sheets of one process that writes the site again and again, which it fills: two
    are compared sooner than one is digested.
    """

    out: Path = Path()
    shown: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    held: dict[str, PageSheet] | None = None

    def stands(self, name: str, shown: str) -> bool:
        """Whether the page that shows this is in the folder, as it was written."""
        return self.shown.get(name) == shown and file_digest(self.out / name) == self.files[name]

    def known(self, sheet: PageSheet) -> PageSheet:
        """The sheet, or the equal one that is held, which knows its digest."""
        if self.held is None:
            return sheet
        if self.held.get(sheet.name) != sheet:
            self.held[sheet.name] = sheet
        return self.held[sheet.name]


def file_digest(path: Path) -> str:
    """Sixteen hex digits of what the file holds; none of a file that is gone."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""
