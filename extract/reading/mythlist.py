"""A text that goes through myths one by one: its numbered headings are what others say."""

import re

from extract.grammar.attribution import is_myth
from extract.grammar.tree import Tree
from extract.model import Block, BlockKind, Document

_NUMBER = re.compile(r"(?:^|\n)[ \t]*(?:no\.? ?|#)?\d{1,2}[.):]?[ \t]*$", re.IGNORECASE)
_BONUS = re.compile(r"(?:bonus ?)+(?:myth ?)?(?:#?\d{1,2})? ?[:–—-]", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_MYTHS = frozenset({"myth", "misconception"})
_OPENING = 2  # blocks that say what the text does


def told_as_myth(tree: Tree, document: Document, block: Block) -> bool:
    """Whether a block is a myth by its own words, or an item of a text that refutes them."""
    return is_myth(tree) or is_listed_myth(document, block)


def is_listed_myth(document: Document, block: Block) -> bool:
    """Whether a block is an item of a text that sets out to refute myths ("2. It leaks")."""
    numbered = _heads(document, block) and _NUMBER.search(document.text, 0, block.start)
    if not (numbered or _is_bonus(document, block)):
        return False
    shown = [b for b in document.blocks if b.kind is not BlockKind.FURNITURE][:_OPENING]
    opening = " ".join(document.text[b.start : b.end].lower() for b in shown if b is not block)
    return any(word.removesuffix("s") in _MYTHS for word in _WORD.findall(opening))


def _is_bonus(document: Document, block: Block) -> bool:
    """ "Bonus: it leaks", over its refutation."""
    after = next((b for b in document.blocks if b.start >= block.end), None)
    over = after is not None and after.kind is BlockKind.PARAGRAPH
    return over and _BONUS.match(document.text, block.start, block.end) is not None


def _heads(document: Document, block: Block) -> bool:
    """Whether it is a heading, or a line without a stop over a paragraph."""
    if block.kind in (BlockKind.HEADING, BlockKind.QUESTION):
        return True
    after = next((b for b in document.blocks if b.start >= block.end), None)
    open_end = document.text[block.end - 1].isalnum()
    return open_end and after is not None and after.kind is BlockKind.PARAGRAPH
