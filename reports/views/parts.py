"""Very long texts are set on several pages; this says which block, and which claim, on which."""

from collections.abc import Iterable

from extract.model import Block, Claim, Document
from reports import address

PAGE_TEXT = 250_000  # characters of text on one page


def chunks(document: Document) -> list[tuple[Block, ...]]:
    """The document's blocks in page-sized runs; at least one run, even if it is empty."""
    runs: list[list[Block]] = [[]]
    size = 0
    for block in document.blocks:
        if size and size + block.end - block.start > PAGE_TEXT:
            runs.append([])
            size = 0
        runs[-1].append(block)
        size += block.end - block.start
    return [tuple(run) for run in runs]


def names(document: Document) -> list[str]:
    """The file name of each of the document's pages."""
    stem = address.source_page(document.source).removesuffix(".html")
    return [address.numbered(stem, n) for n in range(1, len(chunks(document)) + 1)]


def claim_pages(document: Document, claims: Iterable[Claim]) -> dict[str, str]:
    """The page of each claim that does not stand on the first one."""
    if len(document.text) <= PAGE_TEXT:
        return {}
    ends = [run[-1].end for run in chunks(document)]
    pages = names(document)
    found = {}
    for claim in claims:
        page = next((n for n, end in enumerate(ends) if claim.start < end), len(ends) - 1)
        if page:
            found[claim.id] = pages[page]
    return found
