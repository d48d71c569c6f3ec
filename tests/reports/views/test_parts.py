"""A very long text is set on several pages."""

import pytest

from extract.model import Block, BlockKind, Document
from reports.views.parts import PAGE_TEXT, chunks, claim_pages, names
from tests.kb.making import claim


def document(*lengths: int) -> Document:
    blocks, at = [], 0
    for length in lengths:
        blocks.append(Block(BlockKind.PARAGRAPH, at, at + length))
        at += length
    return Document("roofs", "x" * at, tuple(blocks))


@pytest.mark.parametrize(
    ("lengths", "runs"),
    [
        ((), [0]),
        ((10, 20), [2]),
        ((PAGE_TEXT, 1), [1, 1]),
        ((PAGE_TEXT - 1, 1, 1), [2, 1]),
        ((PAGE_TEXT + 1, 10), [1, 1]),
        ((10, 2 * PAGE_TEXT, 10), [1, 1, 1]),  # a block is never cut
    ],
)
def test_pages_end_between_blocks(lengths: tuple[int, ...], runs: list[int]) -> None:
    assert [len(run) for run in chunks(document(*lengths))] == runs


def test_the_first_page_has_the_plain_name() -> None:
    assert names(document(PAGE_TEXT, 1)) == ["source-roofs.html", "source-roofs-2.html"]


def test_only_claims_of_later_pages_are_named() -> None:
    early, late = claim("faults", at=5), claim("faults", at=PAGE_TEXT + 5)
    found = claim_pages(document(PAGE_TEXT, 100), (early, late))
    assert found == {late.id: "source-roofs-2.html"}
    assert claim_pages(document(100), (early,)) == {}
