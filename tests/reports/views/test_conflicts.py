"""The pages of conflicts: in order, in groups, with filters that find something."""

import json

from kb.knowledge.value import Knowledge
from reports.views.book import Book, open_book
from reports.views.conflicts import conflict_index, conflicts_views, in_order, pages_of


def test_contradictions_come_before_tensions_and_settled_ones_last(book: Book) -> None:
    ordered = [c.id for c in in_order(book)]
    assert set(ordered[:8]) == {c.id for c in book.contradictions()}
    assert set(ordered[8:11]) == {c.id for c in book.tensions()}
    assert ordered[11:] == [c.id for c in book.settled()]


def test_within_a_group_the_questions_keep_the_order_of_the_topic_file(book: Book) -> None:
    hard = [c.aspect for c in in_order(book)[:8]]
    assert list(dict.fromkeys(hard)) == ["lifespan", "smell", "harms", "suits", "care"]
    assert hard == sorted(hard, key=list(book.aspects).index)


def test_one_page_in_three_groups_the_lower_ones_folded(book: Book) -> None:
    ((name, view),) = conflicts_views(book)
    assert (name, view.pages) == ("conflicts.html", ())
    assert [(g.title, g.folded, len(g.cards)) for g in view.groups] == [
        ("8 contradictions", False, 8),
        ("3 tensions", True, 3),
        ("1 settled conflict", True, 1),
    ]
    assert view.lead.startswith("Four sources and 25 claims: eight contradictions, three tensions.")


def test_filters_offer_only_what_a_card_answers_to(book: Book) -> None:
    ((_, view),) = conflicts_views(book)
    choices = {f.name: [c.label for c in f.choices] for f in view.filters}
    assert "Noise" not in choices["aspect"] and "Care" in choices["aspect"]
    assert choices["strength"] == ["Contradiction", "Tension"]
    assert choices["verdict"] == ["Not yet decided", "Both hold"]
    assert len(choices["source"]) == 4


def test_each_conflict_has_a_page_and_only_later_pages_are_in_the_index(
    book: Book, knowledge: Knowledge
) -> None:
    assert set(pages_of(book).values()) == {"conflicts.html"}
    one, other = (c.id for c in knowledge.conflicts[:2])
    split = open_book(knowledge, {one: "conflicts.html", other: "conflicts-2.html"})
    written = conflict_index(split).decode()
    assert json.loads(written.split("=", 1)[1].rstrip(";\n")) == {other: "conflicts-2.html"}
