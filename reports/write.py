"""Pages onto the disk: rendered to one side, then swapped in file by file.

Whatever moment this is stopped at, every file in the folder is a whole page. A file whose bytes
are unchanged is not touched. Only files that this program wrote, listed in a manifest, go.
"""

import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from extract.errors import InputError

MANIFEST = ".pages"
# A site that was copied without its hidden files is known by these.
KNOWN = ("index.html", "about.html", "conflicts.html", "site.css", "site.js")
FOREIGN = "KB213"


@dataclass(frozen=True, slots=True)
class Written:
    """How many files were written, left as they were, and removed."""

    written: int
    unchanged: int
    removed: int


def refuse_foreign(out: Path) -> None:
    """Raises `InputError` unless `out` is a site made before, or a new or empty folder.

    Hidden files make no folder a foreign one: no page has such a name.
    """
    if not out.is_dir():
        if os.path.lexists(out):
            line = f"{out}: can't be written (it is no folder); name another with --site"
            raise InputError(line, "KB208")
        return
    there = {p.name for p in out.iterdir()}
    others = sorted(name for name in there if not name.startswith("."))
    if others and MANIFEST not in there and not there.issuperset(KNOWN):
        line = f"{out}: holds {others[0]} and is no site of this program"
        raise InputError(f"{line}; name a new or an empty folder with --site", FOREIGN)


def write_pages(pages: Iterable[tuple[str, bytes | None]], out: Path) -> Written:
    """Write the pages (name and bytes, None for one that stays) into the folder `out`.

    Pages swap in the order given, so the page that leads to the others should come last.
    """
    real = out.resolve()
    side = real.with_name(f".{real.name}.next")
    shutil.rmtree(side, ignore_errors=True)
    side.mkdir(parents=True)
    try:
        names, changed = _render_aside(pages, out, side)
        return _swap(names, changed, out, side)
    finally:
        shutil.rmtree(side, ignore_errors=True)


def _render_aside(
    pages: Iterable[tuple[str, bytes | None]], out: Path, side: Path
) -> tuple[list[str], list[str]]:
    names, changed = [], []
    for name, content in pages:
        names.append(name)
        if content is not None and not _same(out / name, content):
            (side / name).write_bytes(content)
            changed.append(name)
    return names, changed


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.stat().st_size == len(content) and path.read_bytes() == content
    except FileNotFoundError:
        return False


def _swap(names: list[str], changed: list[str], out: Path, side: Path) -> Written:
    out.mkdir(parents=True, exist_ok=True)
    stale = sorted(listed(out) - set(names))
    if changed or stale:
        _note(out, side, {*names, *stale})  # first, so that a page half-way in is known as ours
    for name in changed:
        (side / name).replace(out / name)
    for name in stale:
        (out / name).unlink(missing_ok=True)
    if stale:
        _note(out, side, set(names))
    return Written(len(changed), len(names) - len(changed), len(stale))


def listed(out: Path) -> set[str]:
    """The names of the files in `out` that this program wrote."""
    try:
        listed = (out / MANIFEST).read_text("utf-8").splitlines()
    except FileNotFoundError:
        return set()
    return {n for n in listed if n and Path(n).name == n}


def _note(out: Path, side: Path, names: set[str]) -> None:
    content = "".join(f"{n}\n" for n in sorted(names)).encode()
    if not _same(out / MANIFEST, content):
        (side / MANIFEST).write_bytes(content)
        (side / MANIFEST).replace(out / MANIFEST)
