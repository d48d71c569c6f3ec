"""Remembers what a site was rendered from, so that one that is up to date is left alone.

Kept beside the store, which may be deleted at any time: then the site is rendered again.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from extract.model import digest
from kb.store.digest import code_digest
from kb.store.files import write_file
from kb.store.sealed import sealed, unsealed
from kb.store.stamp import Stamp
from reports.last import FileNote, LastPages, is_as, note_of
from reports.sheet import PageSheet

FILE = "sites.json"


def up_to_date(store: Path, site: Path, inputs: str) -> int:
    """How many files the site has if they are just as rendered from `inputs`, else 0."""
    seen = _seen(store).get(str(site.resolve()))
    if not seen or seen["inputs"] != inputs:
        return 0
    files = _files(seen)
    return len(files) if all(is_as(site / name, note) for name, note in files.items()) else 0


def last_pages(store: Path, site: Path, held: dict[str, PageSheet] | None = None) -> LastPages:
    """The site's pages as this very program last wrote them, if it did; `held` as there."""
    seen = _seen(store).get(str(site.resolve()))
    return LastPages(site, seen["shown"] if seen else {}, _files(seen), held)


def files_now(last: LastPages, names: Iterable[str] = ()) -> dict[str, FileNote]:
    """How these files and all others of the site stand; what did not change is not read."""
    there = {p.name for p in last.out.iterdir() if p.is_file()}
    named = sorted(there.union(names))
    return {name: note_of(last.out / name, last.files.get(name)) for name in named}


def remember(
    store: Path,
    site: Path,
    inputs: str,
    shown: Mapping[str, str],
    files: Mapping[str, FileNote] | None = None,
) -> None:
    """Note that the site was rendered from `inputs`, what its pages show, and how it left its
    files: as they are now, unless that was noted right then."""
    row = {
        "code": _code(),
        "inputs": inputs,
        "files": files_now(last_pages(store, site)) if files is None else files,
        "shown": dict(sorted(shown.items())),
    }
    sites = {**_seen(store), str(site.resolve()): row}
    with suppress(OSError):  # a site that is not remembered is rendered again
        write_file(store / FILE, sealed(dict(sorted(sites.items()))))


def _seen(store: Path) -> dict[str, Any]:
    """What is noted of each site by this very program: another may write other pages."""
    rows: dict[str, Any] = unsealed(store / FILE) or {}
    return {site: row for site, row in rows.items() if row.get("code") == _code()}


def _code() -> str:
    """Templates call on all three."""
    return digest(*(code_digest(package) for package in ("extract", "kb", "reports")))


def _files(seen: Any) -> dict[str, FileNote]:
    """The notes on a site's files."""
    rows = seen["files"] if seen else {}
    return {n: FileNote(stamp and Stamp(*stamp), digest) for n, (stamp, digest) in rows.items()}
