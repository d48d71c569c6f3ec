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
from reports.last import LastPages, file_digest
from reports.sheet import PageSheet

FILE = "sites.json"


def up_to_date(store: Path, site: Path, inputs: str) -> int:
    """How many files the site has if they are just as rendered from `inputs`, else 0."""
    seen = _seen(store).get(str(site.resolve()))
    if not seen or seen["key"] != _key(inputs):
        return 0
    files: dict[str, str] = seen["files"]
    return len(files) if files == _files(site, files) else 0


def last_pages(store: Path, site: Path, held: dict[str, PageSheet] | None = None) -> LastPages:
    """The site's pages as this very program last wrote them, if it did; `held` as there."""
    seen = _seen(store).get(str(site.resolve()))
    if not seen or seen["code"] != _code():
        return LastPages(site, held=held)
    return LastPages(site, seen["shown"], seen["files"], held)


def remember(store: Path, site: Path, inputs: str, shown: Mapping[str, str]) -> None:
    """Note that the site was just rendered from `inputs`, and what its pages show."""
    names = sorted(p.name for p in site.iterdir() if p.is_file())
    now = {
        "key": _key(inputs),
        "code": _code(),
        "files": _files(site, names),
        "shown": dict(sorted(shown.items())),
    }
    sites = {**_seen(store), str(site.resolve()): now}
    with suppress(OSError):  # a site that is not remembered is rendered again
        write_file(store / FILE, sealed(dict(sorted(sites.items()))))


def _key(inputs: str) -> str:
    return digest(inputs, code_digest("reports"))


def _seen(store: Path) -> dict[str, Any]:
    return unsealed(store / FILE) or {}


def _code() -> str:
    """Templates call on all three."""
    return digest(*(code_digest(package) for package in ("extract", "kb", "reports")))


def _files(site: Path, names: Iterable[str]) -> dict[str, str]:
    return {name: file_digest(site / name) for name in names}
