"""The search index, made beforehand, of what `kb.knowledge.index` lists.

A page may not fetch a file beside it from file://, but it may load a script; so the index is
script files that hold data only.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count
from typing import Any

from kb.knowledge.index import entries, in_dispute, words_for
from kb.model import Dispute
from reports import address, text
from reports.views import parts, standing
from reports.views.book import Book, Link

CHUNK = 1_400_000  # characters of one index file

Row = tuple[str, str, int, int, str, str]
"""Text, what it comes to, aspect and source (places in the tables, -1 for none), address, sign;
a question has no source, and a sign while it is in dispute."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: the index files that it loads, and a way on for those without script."""

    files: tuple[str, ...]
    questions: tuple[Link, ...]
    lead: str


def index_files(book: Book) -> list[tuple[str, bytes]]:
    """The index as script files."""
    disputes = _disputes(book)
    tables = {
        "disputes": [f"#d-{disputes[a].id}" if a in disputes else "" for a in book.aspects],
        "aspects": [text.shorten(text.visible(a.label), 80) for a in book.aspects.values()],
        "questions": [text.visible(a.question) for a in book.aspects.values()],
        "words": [" ".join(words_for(a)) for a in book.aspects.values()],
        "sources": list(book.short.values()),
        "titles": [text.visible(s.title) for s in book.sources.values()],
    }
    files = [("search-tables.js", _script(f"window.SEARCH_TABLES={_json(tables)};"))]
    for number, chunk in enumerate(_chunks(rows_of(book)), 1):
        body = f"(window.SEARCH=window.SEARCH||[]).push({chunk});"
        files.append((f"search-data-{number}.js", _script(body)))
    return files


def search_view(book: Book, files: Iterable[str]) -> SearchView:
    """The page over those files."""
    sources = text.count(len(book.sources), "source")
    lead = f"In {text.count(len(book.claims), 'claim')} and every other passage of {sources}."
    return SearchView(tuple(files), tuple(book.aspect_links(a)[0] for a in book.aspects), lead)


def _script(body: str) -> bytes:
    return f"{body}\n".encode("utf-8", "replace")


def _json(value: Any) -> str:
    """JSON in ASCII, so that no line separator or closing tag in a text ends a line or script."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")


def _chunks(rows: Iterable[Row]) -> Iterator[str]:
    """The rows in lists, as JSON."""
    chunk: list[str] = []
    size = 0
    for said, label, *place in rows:
        row = _json((text.visible(said), text.visible(label), *place))
        if chunk and size + len(row) > CHUNK:
            yield f"[{','.join(chunk)}]"
            chunk, size = [], 0
        chunk.append(row)
        size += len(row)
    if chunk:
        yield f"[{','.join(chunk)}]"


def rows_of(book: Book) -> Iterator[Row]:
    """Every entry: the questions, then source by source in order of the text."""
    aspects = {a: n for n, a in enumerate(book.aspects)}
    sources = {s: n for n, s in enumerate(book.sources)}
    places = _places(book)
    disputes = _disputes(book)
    found = entries(
        book.topic,
        book.sources.values(),
        book.documents,
        book.claims.values(),
        book.positions.values(),
    )
    for e in found:
        aspect, source = aspects.get(e.aspect, -1), sources.get(e.source, -1)
        if e.claim:
            href, sign = book.claim_href(e.claim), str(standing.of_claim(book, e.claim))
        elif e.source:
            href, sign = places[e.source, e.start], ""
        else:
            href, sign = address.aspect_page(e.aspect), _sign(book, disputes.get(e.aspect))
        yield e.said, e.label if e.source else "", aspect, source, href, sign


def _disputes(book: Book) -> dict[str, Dispute]:
    """The open dispute that each question is in, if it is in one."""
    return in_dispute(book.disputes, {c.id for c in book.settled})


def _sign(book: Book, dispute: Dispute | None) -> str:
    if dispute is None:
        return ""
    hard = {c.id for c in book.contradictions}.intersection(dispute.conflicts)
    return str(standing.Stance.CONTRADICTED if hard else standing.Stance.TENSE)


def _places(book: Book) -> dict[tuple[str, int], str]:
    """Where each block of each source stands, by where it begins."""
    found = {}
    for id, document in book.documents.items():
        ordinals = count(1)
        for name, blocks in zip(parts.names(document), parts.chunks(document), strict=True):
            for block in blocks:
                found[id, block.start] = f"{name}#b-{next(ordinals)}"
    return found
