"""Where things stand in the site: file names made of ids, safe on every file system."""

import re
from functools import cache

from extract.model import digest

_UNSAFE = re.compile(r"[^a-z0-9_-]+")


@cache
def slug(id: str) -> str:
    """A file-name part for an id; ids that had to be changed get six digits of their hash.

    >>> slug("how-long")
    'how-long'
    """
    safe = _UNSAFE.sub("-", id.lower()).strip("-")[:60]
    return safe if safe and safe == id else f"{safe or 'x'}-{digest(id)[:6]}"


def source_page(id: str) -> str:
    """The page of a source."""
    return f"source-{slug(id)}.html"


def aspect_page(id: str) -> str:
    """The page of an aspect."""
    return f"aspect-{slug(id)}.html"


def numbered(stem: str, page: int) -> str:
    """The n-th page of a list that may be split: list.html, list-2.html, …"""
    return f"{stem}.html" if page == 1 else f"{stem}-{page}.html"


def safe_url(url: str | None) -> str | None:
    """The address if a link may lead there: http and https only."""
    if url and re.match(r"https?://[^\s\x00-\x1f]+$", url, re.IGNORECASE):
        return url
    return None
