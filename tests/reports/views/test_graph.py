"""The claim graph: a web for each dispute."""

import re
from dataclasses import replace

import pytest

from extract.topic.schema import Strength
from kb.knowledge.value import Knowledge
from kb.model import Conflict
from reports.views.book import Book, open_book
from reports.views.graph import MOST, GraphView, Picture, graph_views
from tests.reports.mattress import with_conflicts


@pytest.fixture(scope="module")
def view(book: Book) -> GraphView:
    ((name, view),) = graph_views(book)
    assert name == "graph.html"
    return view


def open_in(book: Book, picture: Picture) -> list[Conflict]:
    dispute = next(d for d in book.disputes if f"web-{d.id}" == picture.id)
    return [c for c in book.conflicts if c.id in dispute.conflicts and book.is_open(c)]


def test_one_picture_for_each_open_dispute_what_matters_most_first(
    book: Book, view: GraphView
) -> None:
    assert [p.title for p in view.pictures] == [
        d.question for d in book.disputes if not {*d.conflicts} <= {c.id for c in book.settled()}
    ]
    assert [c.href for c in view.choices] == [f"graph.html#{p.id}" for p in view.pictures]


def test_every_open_conflict_is_a_line_and_a_row_of_the_table(book: Book, view: GraphView) -> None:
    for picture in view.pictures:
        conflicts = open_in(book, picture)
        assert len(picture.edges) == len(picture.table) == len(conflicts)
        assert sorted(r.href for r in picture.table) == sorted(map(book.conflict_link, conflicts))
        strengths = sorted(c.strength for c in conflicts)
        assert sorted(e.strength for e in picture.edges) == strengths


def test_every_position_is_named_once_and_its_side_where_that_begins(
    book: Book, view: GraphView
) -> None:
    for picture in view.pictures:
        nodes = (*picture.left, *picture.right)
        positions = {s.position for c in open_in(book, picture) for s in (c.a, c.b)}
        assert sorted(n.href.split("#p-")[1] for n in nodes) == sorted(positions)
        letters = [n.letter for n in nodes if n.letter]
        assert len({*letters}) == len(letters) >= 2 and picture.left[0].letter


def test_lines_end_where_their_positions_stand(view: GraphView) -> None:
    for picture in view.pictures:
        longer = max(len(picture.left), len(picture.right))
        heights = {
            (x, round(picture.height * (2 * n + 1) / (2 * len(column))))
            for x, column in ((0, picture.left), (100, picture.right))
            for n in range(len(column))
        }
        for edge in picture.edges:
            numbers = [int(n) for n in re.findall(r"\d+", edge.d)]
            assert {(numbers[0], numbers[1]), (numbers[-2], numbers[-1])} <= heights
        assert picture.height == longer * 10


def test_contradictions_are_drawn_over_tensions(view: GraphView) -> None:
    drawn = [e.strength for e in view.pictures[0].edges]
    assert drawn == sorted(drawn, reverse=True) and len({*drawn}) == 2


def test_a_dispute_too_large_for_one_picture_says_what_is_left_out(knowledge: Knowledge) -> None:
    hard = next(c for c in knowledge.conflicts if c.strength is Strength.CONTRADICTION)
    hub = knowledge.position(hard.a.position)
    more = tuple(replace(hub, id=f"more-{n:03}", label=f"{n} more") for n in range(MOST + 4))
    pairs = [
        replace(hard, id=p.id, a=replace(hard.a, position=hub.id), b=replace(hard.b, position=p.id))
        for p in more
    ]
    known = replace(knowledge, positions=(*knowledge.positions, *more))
    ((_, view),) = graph_views(open_book(with_conflicts(known, pairs)))
    (picture,) = view.pictures
    assert len(picture.left) + len(picture.right) == MOST
    assert len(picture.edges) == MOST - 1 and picture.left_out == 5
    assert picture.summary == f"{MOST + 4} contradictions."


def test_the_same_knowledge_gives_the_same_picture(book: Book, view: GraphView) -> None:
    assert dict(graph_views(book))["graph.html"] == view


def test_without_conflicts_there_is_nothing_to_draw(knowledge: Knowledge) -> None:
    ((_, empty),) = graph_views(open_book(with_conflicts(knowledge, ())))
    assert empty.pictures == empty.choices == ()
    assert empty.lead.endswith("nothing to draw.")
