"""Each repair makes its link, without it the link is not there, and it leaves its counter alone."""

import pytest

from extract.english.pipeline import parse
from extract.grammar.repairs import REPAIRS, Repair, repaired
from extract.grammar.tree import Tree
from tests.extract.reader import pipeline


def links(tree: Tree) -> set[str]:
    tags = {f"{t.text} is {t.tag}" for t in tree.tokens}
    return tags | {f"{t.text} {t.dep} {tree[t.head].text}" for t in tree.tokens}


def tree(text: str, repairs: tuple[Repair, ...] = REPAIRS) -> Tree:
    return repaired(next(parse(pipeline(), [text])), repairs)


def without(repair: Repair) -> tuple[Repair, ...]:
    return tuple(r for r in REPAIRS if r is not repair)


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda r: r.name)
def test_makes_its_link_which_else_is_not_there(repair: Repair) -> None:
    assert repair.link in links(tree(repair.example))
    assert repair.link not in links(tree(repair.example, without(repair)))


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda r: r.name)
def test_leaves_its_counter_alone(repair: Repair) -> None:
    assert links(tree(repair.counter, (repair,))) == links(tree(repair.counter, ()))


@pytest.mark.parametrize("repair", REPAIRS, ids=lambda r: r.name)
def test_each_sentence_keeps_one_root(repair: Repair) -> None:
    for text in (repair.example, repair.counter):
        made = tree(text)
        for first, last in made.parse.sentences:
            assert sum(t.head == t.i for t in made.tokens[first:last]) == 1
            assert all(len(list(made.up(i))) < last - first for i in range(first, last))
