"""Amounts whose noun stands in the question: "How many visits? Two or three."."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.grammar.tree import Tree
from extract.parse import Token
from extract.quantity import QuantityMention, UnitTable, find_quantities

_NO_AMOUNT = frozenset({"of", "%", "percent", "more", "other", "day", "time"})
_SHORT = 3  # words of a heading that only names what it counts
_TAKING = ("take", "need")
_POINTING = frozenset({"this", "that", "the", "no", "which", "each", "every", "any"})


def counted(tree: Tree, indices: Sequence[int]) -> str:
    """What the words ask the number of: "sessions" of "How many sessions does it take?"."""
    for i in indices:
        if tree[i].lower == "how" and i + 1 in indices and tree[i + 1].lower == "many":
            after = (t for t in tree.tokens[i + 2 : i + 6] if t.pos in ("NOUN", "PROPN"))
            noun = next(after, None)
            return noun.lower if noun is not None else ""
    return ""


def headed(tree: Tree, indices: Sequence[int]) -> str:
    """What a heading of a word or two names several of: "sessions" of "Sessions"."""
    words = [tree[i] for i in indices if tree[i].pos != "PUNCT"]
    plural = words and len(words) <= _SHORT and words[-1].tag in ("NNS", "NNPS")
    return words[-1].lower if plural else ""


def told_of(tree: Tree, first: int, last: int) -> bool:
    """Whether a sentence counts what its heading names: "Two is the least", "It took four"."""
    for token in [t for t in tree.tokens[first:last] if t.pos == "NUM"]:
        above = tree[token.head]
        opens = token.i == first and token.dep == "nsubj" and bool(tree.kids(above.i, "cop"))
        takes = token.dep == "obj" and above.lemma in _TAKING
        if opens or takes:
            return True
    return False


def supplied(
    tree: Tree, first: int, last: int, noun: str, units: UnitTable
) -> Iterator[QuantityMention]:
    """The amount that the bare number of a sentence makes with the question's noun."""
    numbers = [t for t in tree.tokens[first:last] if t.pos == "NUM"] if noun else []
    bare = [t for t in numbers if _bare(tree, t, last)]
    if not bare:
        return
    start, end = tree[first].start, bare[-1].end
    for found in find_quantities(f"{tree.parse.text[start:end]} {noun}", units):
        if found.end > end - start:
            text = tree.parse.text[start + found.start : end]
            yield replace(found, start=start + found.start, end=end, text=text)


def _bare(tree: Tree, token: Token, last: int) -> bool:
    """Whether a number counts nothing that is named: no noun after it, no "this" before it."""
    after = tree[token.i + 1] if token.i + 1 < last else None
    before = tree[token.i - 1].lower if token.i else ""
    if token.dep == "nummod" or before in _POINTING:
        return False
    if after is None:
        return True
    return after.lower not in _NO_AMOUNT and after.pos not in ("NOUN", "PROPN", "ADJ", "SYM")
