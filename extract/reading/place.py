"""Where the words of a candidate stand in their clause, seen through the tree.

A candidate's words are few and stand in any order; whether the clause says them depends on what
they are in it: its predicate, an argument of it, or a word somewhere inside one.
"""

from collections.abc import Iterable, Sequence

from extract.grammar import cues
from extract.grammar.cues import words
from extract.grammar.tree import Tree
from extract.value import value

_THROUGH = frozenset({"conj", "flat", "fixed", "goeswith", "appos"})
_MODIFYING = frozenset({"compound", "amod", "nummod", "nmod:poss", "det", "advmod", "case"})
_WEIGHT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "INTJ"})
# Words through which a phrase hangs together: "a kind of X", "able to X", "gives a feeling of X".
_LIGHT = words(
    """
    be have get give make cause bring lead result come feel experience notice see need require
    use involve include offer provide produce leave show take do go become help let help seem
    look appear expect tend begin start keep stay remain kind type sort form degree amount level
    bit lot way part number majority feeling sense case procedure treatment process method
    """
)


@value
class Spot:
    """Where words stand below the head of their clause.

    `core` is the word nearest to the head, `path` the labels from it up to the head, nearest
    first; empty where the core is the head itself, `None` where it is not below it. `together`:
    no word of weight parts one of them from all the others.
    """

    core: int
    path: tuple[str, ...] | None
    together: bool

    @property
    def role(self) -> str:
        """The label of the phrase that holds the core, as the head's own dependent."""
        return self.path[-1] if self.path else ""


def place(tree: Tree, head: int, words: Sequence[int]) -> Spot:
    """The place of `words` (token indices) in the clause whose head is `head`."""
    paths = {i: path(tree, head, i) for i in words}
    core = min(words, key=lambda i: (paths[i] is None, len(paths[i] or ()), i))
    return Spot(core, paths[core], together(tree, words))


def path(tree: Tree, head: int, i: int) -> tuple[str, ...] | None:
    """The labels from token `i` up to `head`, a conjunct's left out; None if it is not below."""
    labels: list[str] = []
    while i != head:
        if tree[i].head == i:
            return None
        if tree[i].dep not in _THROUGH:
            labels.append(tree[i].dep)
        i = tree[i].head
    return tuple(labels)


def together(tree: Tree, words: Iterable[int]) -> bool:
    """Whether the words of weight make one phrase, or a head with its own arguments."""
    mine = [i for i in words if tree[i].pos in _WEIGHT]
    joined = set(mine[:1])
    rest = set(mine[1:])
    while rest:
        near = {i for i in rest if any(_joins(tree, i, j, joined | rest) for j in joined)}
        if not near:
            return False
        joined |= near
        rest -= near
    return True


def _joins(tree: Tree, i: int, j: int, mine: set[int]) -> bool:
    """Whether the way from one word to the other passes no word of weight but theirs."""
    up_i, up_j = _up(tree, i), _up(tree, j)
    meet = next((k for k in up_i if k in up_j), None)
    if meet is None:
        return False
    between = {*up_i[: up_i.index(meet)], *up_j[: up_j.index(meet)], meet} - {i, j}
    return all(k in mine or _passes(tree, k, i, j) for k in between)


def _passes(tree: Tree, k: int, i: int, j: int) -> bool:
    token = tree[k]
    if token.pos not in _WEIGHT or token.lemma in _LIGHT or token.lemma in cues.PEOPLE:
        return True
    if token.tag == "VBG" and token.dep in ("csubj", "csubj:pass"):
        return True  # "Wearing a hat slows fading": the hat does
    return any(tree[x].head == k and tree[x].dep in _MODIFYING for x in (i, j))


def _up(tree: Tree, i: int) -> list[int]:
    """The token and those above it; a conjunct stands where its first does."""
    found = [i]
    while tree[i].head != i:
        above = tree[i].head
        while tree[i].dep == "conj" and tree[above].head != above:
            i, above = above, tree[above].head
        found.append(above)
        i = above
    return found
