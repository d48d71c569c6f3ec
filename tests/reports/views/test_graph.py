"""The claim graph in small pictures."""

from dataclasses import replace
from itertools import combinations, pairwise

import pytest

from extract.topic.schema import Strength
from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book
from reports.views.graph import APART, GraphView, conflict_graph, graph_views


@pytest.fixture(scope="module")
def view(book: Book) -> GraphView:
    ((name, view),) = graph_views(book)
    assert name == "graph.html"
    return view


def test_positions_are_joined_by_their_open_conflicts(book: Book) -> None:
    graph = conflict_graph(book)
    assert graph.number_of_edges() == len(book.contradictions()) + len(book.tensions())
    settled = {s.position for c in book.settled() for s in (c.a, c.b)}
    assert settled.isdisjoint(graph.nodes)


def test_of_two_conflicts_between_a_pair_the_harder_is_drawn(
    book: Book, knowledge: Knowledge
) -> None:
    hard = book.contradictions()[0]
    also = replace(hard, id="f" * 16, strength=Strength.TENSION)
    twice = open_book(replace(knowledge, conflicts=(hard, also)))
    ((_, _, data),) = conflict_graph(twice).edges(data=True)
    assert data["strength"] is Strength.CONTRADICTION


def test_one_picture_for_each_group_in_the_order_of_the_questions(view: GraphView) -> None:
    assert [p.title for p in view.pictures] == [
        "Lifespan", "Smell", "Side effects", "Firmness", "Suits", "Care",
    ]  # fmt: skip
    assert view.lead == "At odds with others: 16 positions, in six groups."
    assert view.pictures[0].summary == "4 positions, 3 contradictions, 1 tension"


def test_the_table_and_the_key_say_what_the_picture_shows(view: GraphView) -> None:
    for picture in view.pictures:
        assert [k.number for k in picture.key] == [n.number for n in picture.nodes]
        assert len(picture.table) == len(picture.edges)
        assert all(row.a < row.b for row in picture.table)


def test_nodes_lie_inside_their_picture_and_apart(view: GraphView) -> None:
    for picture in view.pictures:
        for node in picture.nodes:
            assert node.r <= node.x <= picture.width - node.r
            assert node.r <= node.y <= picture.height - node.r
        for a, b in combinations(picture.nodes, 2):
            assert (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= (APART - 4) ** 2


def test_positions_in_a_long_chain_are_pushed_apart(knowledge: Knowledge) -> None:
    hard, ids = knowledge.conflicts[0], [p.id for p in knowledge.positions[:20]]
    chain = tuple(
        replace(hard, id=one, a=replace(hard.a, position=one), b=replace(hard.b, position=other))
        for one, other in pairwise(ids)
    )
    ((_, view),) = graph_views(open_book(replace(knowledge, conflicts=chain)))
    (picture,) = view.pictures
    assert len(picture.nodes) == 20
    for a, b in combinations(picture.nodes, 2):
        assert (a.x - b.x) ** 2 + (a.y - b.y) ** 2 >= (APART - 4) ** 2


def test_the_same_knowledge_gives_the_same_picture(book: Book, view: GraphView) -> None:
    assert dict(graph_views(book))["graph.html"] == view


def test_without_conflicts_there_is_nothing_to_draw(knowledge: Knowledge) -> None:
    ((_, empty),) = graph_views(open_book(replace(knowledge, conflicts=())))
    assert empty.pictures == ()
    assert empty.lead.endswith("nothing to draw.")
