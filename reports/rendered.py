"""Remembers what a site was rendered from, so that one that is up to date is left alone.

Kept beside the store, which may be deleted at any time: then the site is rendered again.
"""

import hashlib
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from extract.model import digest
from kb.store.digest import code_digest
from kb.store.files import write_file
from kb.store.sealed import sealed, unsealed

FILE = "sites.json"


def up_to_date(store: Path, site: Path, inputs: str) -> int:
    """How many files the site has if they are just as rendered from `inputs`, else 0."""
    seen = _seen(store).get(str(site.resolve()))
    if not seen or seen["key"] != _key(inputs):
        return 0
    files: dict[str, str] = seen["files"]
    return len(files) if files == _files(site, files) else 0


def remember(store: Path, site: Path, inputs: str) -> None:
    """Note that the site was just rendered from `inputs`."""
    names = sorted(p.name for p in site.iterdir() if p.is_file())
    now = {"key": _key(inputs), "files": _files(site, names)}
    sites = {**_seen(store), str(site.resolve()): now}
    with suppress(OSError):  # a site that is not remembered is rendered again
        write_file(store / FILE, sealed(dict(sorted(sites.items()))))


def _key(inputs: str) -> str:
    return digest(inputs, code_digest("reports"))


def _seen(store: Path) -> dict[str, Any]:
    return unsealed(store / FILE) or {}


def _files(site: Path, names: Iterable[str]) -> dict[str, str]:
    """The digest of each file; a file that is gone has none."""
    found: dict[str, str] = {}
    for name in names:
        try:
            found[name] = hashlib.sha256((site / name).read_bytes()).hexdigest()[:16]
        except OSError:
            found[name] = ""
    return found
