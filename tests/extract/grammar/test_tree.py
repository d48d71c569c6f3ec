"""The tree of a paragraph, made by hand: "the old pump of steel leaks"."""

from dataclasses import replace

import pytest

from extract.grammar.tree import Tree
from extract.parse import Parse, Token

WORDS = (
    ("the", "det", 2), ("old", "amod", 2), ("pump", "nsubj", 5), ("of", "case", 4),
    ("steel", "nmod", 2), ("leaks", "root", 5),
)  # fmt: skip
TEXT = " ".join(word for word, _, _ in WORDS)


def token(i: int) -> Token:
    word, dep, head = WORDS[i]
    start = sum(len(w) + 1 for w, _, _ in WORDS[:i])
    return Token(i, word, word, word, "X", "X", dep, head, "", start, start + len(word))


@pytest.fixture(scope="module")
def tree() -> Tree:
    return Tree(Parse(TEXT, tuple(token(i) for i in range(len(WORDS))), ((0, len(WORDS)),)))


def test_children_stand_in_the_order_of_the_text(tree: Tree) -> None:
    assert tree.children == ((), (), (0, 1, 4), (), (3,), (2,))


def test_kids_by_label(tree: Tree) -> None:
    assert [t.text for t in tree.kids(2, "det", "nmod")] == ["the", "steel"]
    assert tree.kids(2, "nsubj") == []


def test_a_subtree_may_stop_above_some_tokens(tree: Tree) -> None:
    assert tree.subtree(2) == [0, 1, 2, 3, 4]
    assert tree.subtree(2, frozenset({4})) == [0, 1, 2]


def test_up_leads_to_the_root_and_ends_there(tree: Tree) -> None:
    assert [t.text for t in tree.up(3)] == ["steel", "pump", "leaks"]
    assert list(tree.up(5)) == []


def test_text_runs_from_the_first_to_the_last(tree: Tree) -> None:
    assert tree.text([4, 1]) == "old pump of steel"
    assert tree.text([]) == ""


def test_where_words_and_finite_verbs_stand(tree: Tree) -> None:
    assert tree.places(frozenset({"of", "pump", "hose"})) == {2, 3}
    assert tree.places(frozenset({"hose"})) == frozenset()
    leaks = replace(tree[5], morph="VerbForm=Fin", lemma="leak")
    assert tree.changed([leaks]).finites == {5}
    assert tree.changed([leaks]).places(frozenset({"leak"})) == {5}
