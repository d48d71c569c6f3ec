"""Numbered items of a text that refutes myths."""

import pytest

from extract.model import Block, BlockKind, Document
from extract.reading.mythlist import is_listed_myth

BODY = "Totally untrue."


def item(opening: str, mark: str, line: str = "It leaks") -> bool:
    text = f"{opening}\n\n{mark}{line}\n\n{BODY}"
    at = text.index(f"\n\n{mark}{line}") + 2 + len(mark)
    under = text.index(BODY)
    blocks = (
        Block(BlockKind.PARAGRAPH, 0, len(opening)),
        Block(BlockKind.ITEM, at, at + len(line)),
        Block(BlockKind.PARAGRAPH, under, under + len(BODY)),
    )
    return is_listed_myth(Document("text", text, blocks), blocks[1])


@pytest.mark.parametrize(
    ("opening", "mark", "line", "myth"),
    [
        ("Five myths about pumps", "2. ", "It leaks", True),
        ("Some misconceptions on pumps.", "1) ", "It leaks", True),
        ("Five facts about pumps", "2. ", "It leaks", False),
        ("Five myths about pumps", "", "It leaks", False),
        ("Five myths about pumps", "2. ", "It leaks.", False),
        ("Five myths about pumps", "", "Bonus: it leaks.", True),
        ("Five myths about pumps", "", "Bonus bonus: it leaks.", True),
        ("Five myths about pumps", "", "Bonus tip: it leaks.", False),
        ("Five facts about pumps", "", "Bonus: it leaks.", False),
    ],
)
def test_a_numbered_line_over_its_refutation(
    opening: str, mark: str, line: str, myth: bool
) -> None:
    assert item(opening, mark, line) is myth
