"""The pages as last written: one that shows the same, in a file that nobody touched, is left.

What a page shows is told by a digest of its value, so this holds from one process to the next.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from kb.store.stamp import Stamp, stamp_at
from reports.sheet import PageSheet


class FileNote(NamedTuple):
    """How a file stood, and sixteen hex digits of what it held; none of a file that was gone."""

    stamp: Stamp | None
    digest: str


NONE = FileNote(None, "")


@dataclass(frozen=True, slots=True)
class LastPages:
    """What each page in the folder `out` showed, as a digest, and how its file was left.

    `held` are the sheets of one process that writes the site again and again, which it fills: two
    are compared sooner than one is digested, which can wait.
    """

    out: Path = Path()
    shown: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, FileNote] = field(default_factory=dict)
    held: dict[str, PageSheet] | None = None

    def stands(self, sheet: PageSheet) -> bool:
        """Whether the page that shows this is in the folder, as it was written."""
        before = self.held.get(sheet.name) if self.held is not None else None
        if before and before != sheet:
            return False
        known = before or sheet
        note = self.files.get(known.name, NONE)
        return self.shown.get(known.name) == known.shown and is_as(self.out / known.name, note)

    def hold(self, sheet: PageSheet) -> PageSheet | str:
        """The sheet from now on held, or an equal one that may know its digest; if none are held,
        the digest."""
        if self.held is None:
            return sheet.shown
        if self.held.get(sheet.name) != sheet:
            self.held[sheet.name] = sheet
        return self.held[sheet.name]


def is_as(path: Path, note: FileNote) -> bool:
    """Whether the file is there and holds what it held."""
    return bool(note.digest) and note_of(path, note).digest == note.digest


def note_of(path: Path, last: FileNote | None = None) -> FileNote:
    """The file as it is; what did not change since `last` is not read."""
    stamp = stamp_at(path)
    if last and stamp and stamp == last.stamp:
        return last
    try:
        return FileNote(stamp, hashlib.sha256(path.read_bytes()).hexdigest()[:16])
    except OSError:
        return NONE
