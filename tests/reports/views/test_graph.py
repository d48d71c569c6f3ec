"""The claim graph: a web for each dispute."""

import itertools
import re
from dataclasses import replace

import pytest

from extract.topic.schema import Strength
from kb.knowledge.value import Knowledge
from kb.model import Conflict
from reports.views.book import Book, open_book
from reports.views.graph import MOST, ROW, GraphView, Picture, graph_views
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
        d.question for d in book.disputes if not {*d.conflicts} <= {c.id for c in book.settled}
    ]
    assert [c.href for c in view.choices] == [f"graph.html#{p.id}" for p in view.pictures]


def test_every_open_conflict_is_a_row_of_the_table(book: Book, view: GraphView) -> None:
    for picture in view.pictures:
        conflicts = open_in(book, picture)
        assert sorted(r.href for r in picture.table) == sorted(map(book.conflict_link, conflicts))


def named(picture: Picture) -> dict[str, str]:
    """What each place of the picture is called."""
    columns = (("a", picture.left), ("b", picture.right))
    return {f"{key}{n}": node.label for key, nodes in columns for n, node in enumerate(nodes)}


def lines(picture: Picture) -> list[tuple[str, ...]]:
    names = named(picture)
    return sorted((*sorted(names[n] for n in e.nodes.split()), e.strength) for e in picture.edges)


def test_an_answer_is_one_place_however_surely_it_is_given(view: GraphView) -> None:
    smell = next(p for p in view.pictures if p.title == "Does it smell when new?")
    assert [(r.a, r.b, r.words) for r in smell.table] == [
        ("yes", "no", "contradicts"),
        ("possibly", "no", "is in tension with"),
    ]
    assert lines(smell) == [("it smells", "no smell", Strength.CONTRADICTION)]  # as hard as it gets
    assert named(smell) == {"a0": "it smells", "b0": "no smell"}


def test_answers_of_the_same_name_on_two_sides_are_told_apart_in_full(
    knowledge: Knowledge,
) -> None:
    hard = next(c for c in knowledge.conflicts if c.aspect == "smell")
    yes, no = (knowledge.position(s.position) for s in (hard.a, hard.b))
    known = tuple(
        replace(no, polarity=yes.polarity, label="no doubt") if p.id == no.id else p
        for p in knowledge.positions
    )
    book = open_book(replace(knowledge, positions=known))
    ((_, view),) = graph_views(book)
    smell = next(p for p in view.pictures if p.title == "Does it smell when new?")
    assert {*named(smell).values()} >= {"no doubt"}
    assert len({*named(smell).values()}) == len(named(smell))


def test_a_side_is_named_where_it_begins(view: GraphView) -> None:
    for picture in view.pictures:
        nodes = (*picture.left, *picture.right)
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
        assert picture.height == longer * ROW


def test_contradictions_are_drawn_over_tensions(view: GraphView) -> None:
    drawn = [e.strength for e in view.pictures[0].edges]
    assert drawn == sorted(drawn, reverse=True) and len({*drawn}) == 2


def test_a_dispute_too_large_for_one_picture_says_what_is_left_out(knowledge: Knowledge) -> None:
    hard = next(c for c in knowledge.conflicts if c.strength is Strength.CONTRADICTION)
    hub = knowledge.position(hard.a.position)
    more = tuple(
        replace(hub, id=f"more-{n:03}", subject=f"bed {n:03}", label=f"{n} more")
        for n in range(MOST + 4)
    )
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


def test_what_is_contradicted_comes_first_and_lines_cross_little(view: GraphView) -> None:
    for picture in view.pictures:
        hard = {
            n
            for e in picture.edges
            if e.strength is Strength.CONTRADICTION
            for n in e.nodes.split()
        }
        for key, column in (("a", picture.left), ("b", picture.right)):
            starts = [n for n, node in enumerate(column) if node.letter] + [len(column)]
            for first, end in itertools.pairwise(starts):
                told = [f"{key}{n}" not in hard for n in range(first, end)]
                assert told == sorted(told)


def test_the_same_knowledge_gives_the_same_picture(book: Book, view: GraphView) -> None:
    assert dict(graph_views(book))["graph.html"] == view


def test_without_conflicts_there_is_nothing_to_draw(knowledge: Knowledge) -> None:
    ((_, empty),) = graph_views(open_book(with_conflicts(knowledge, ())))
    assert empty.pictures == empty.choices == ()
    assert empty.lead.endswith("nothing to draw.")
