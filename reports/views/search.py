"""The search index, made beforehand: every claim's sentence, and every block that has none.

A page may not fetch a file beside it from file://, but it may load a script; so the index is
script files that hold data only.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from extract.model import Claim
from reports import text
from reports.views import parts, standing
from reports.views.book import Book, Link
from reports.views.label import label_of

CHUNK = 1_400_000  # characters of one index file
LONGEST = 600  # characters of a passage in the index

Row = tuple[str, str, int, int, str, str]
"""Text, what it comes to, aspect and source (places in the tables, -1 for none), address, sign."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """The search page: the index files that it loads, and a way on for those without script."""

    files: tuple[str, ...]
    questions: tuple[Link, ...]
    lead: str


def index_files(book: Book) -> list[tuple[str, bytes]]:
    """The index as script files."""
    tables = {
        "aspects": [text.shorten(text.visible(a.label), 80) for a in book.aspects.values()],
        "questions": [text.shorten(text.visible(a.question), 200) for a in book.aspects.values()],
        "sources": list(book.short.values()),
    }
    files = [("search-tables.js", _script(f"window.SEARCH_TABLES={_json(tables)};"))]
    for number, chunk in enumerate(_chunks(rows_of(book)), 1):
        body = f"(window.SEARCH=window.SEARCH||[]).push({_json(chunk)});"
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


def _chunks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    chunk: list[Row] = []
    size = 0
    for row in rows:
        row = (text.visible(row[0]), text.visible(row[1]), *row[2:])
        length = len(_json(row))
        if chunk and size + length > CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(row)
        size += length
    if chunk:
        yield chunk


def rows_of(book: Book) -> Iterator[Row]:
    """Every row: source by source, in order of the text."""
    aspects = {a: n for n, a in enumerate(book.aspects)}
    for number, source in enumerate(book.sources):
        claims = sorted(book.by_source.get(source, ()), key=lambda c: (c.start, c.end, c.id))
        yield from (_claim_row(book, c, aspects.get(c.aspect, -1), number) for c in claims)
        yield from _block_rows(book, source, number, claims)


def _claim_row(book: Book, claim: Claim, aspect: int, source: int) -> Row:
    whole = book.documents[claim.source].text
    sentence = text.shorten(whole[claim.sentence.start : claim.sentence.end], LONGEST)
    label = label_of(book, book.positions[book.position_of[claim.id]])
    sign = str(standing.of_claim(book, claim.id))
    return sentence, label, aspect, source, book.claim_href(claim.id), sign


def _block_rows(book: Book, source: str, number: int, claims: list[Claim]) -> Iterator[Row]:
    document = book.documents[source]
    ordinal = 0
    for name, blocks in zip(parts.names(document), parts.chunks(document), strict=True):
        for block in blocks:
            ordinal += 1
            if not any(c.start < block.end and c.end > block.start for c in claims):
                words = text.shorten(document.text[block.start : block.end], LONGEST)
                yield words, "", -1, number, f"{name}#b-{ordinal}", ""
