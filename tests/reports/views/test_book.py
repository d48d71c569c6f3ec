"""The look-ups that all pages share."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import Source
from reports.views.book import Book, open_book, short_names


def source(id: str, title: str) -> Source:
    return Source(id, f"{id}.txt", title, None, None, None, "")


def test_short_names_are_never_alike_and_never_empty() -> None:
    rows = [source("a", "Roofs"), source("b", "Roofs"), source("c", " "), source("d", "W" * 90)]
    names = short_names(rows)
    assert (names["a"], names["b"], names["c"]) == ("Roofs", "Roofs (2)", "c")
    assert len(names["d"]) == 72 and names["d"].endswith("…")


def test_conflicts_fall_into_open_ones_by_strength_and_settled_ones(book: Book) -> None:
    parts = (book.contradictions, book.tensions, book.settled)
    assert [len(p) for p in parts] == [8, 3, 1]
    assert {c.id for p in parts for c in p} == {c.id for c in book.conflicts}


def test_a_claim_knows_its_position_and_its_conflicts(book: Book) -> None:
    (turn,) = (c for c in book.claims.values() if c.quote == "Turn it over every month")
    (conflict,) = book.open_of_claim[turn.id]
    assert book.positions[book.position_of[turn.id]].label == "turn it over"
    assert turn.id in conflict.a.claims + conflict.b.claims
    assert book.of_position[book.position_of[turn.id]] == (conflict,)
    assert book.open_of_position[book.position_of[turn.id]] == (conflict,)


def test_links(book: Book, knowledge: Knowledge) -> None:
    claim = next(c for c in knowledge.claims if c.source == "bed-blog")
    assert book.source_link("bed-blog").href == "source-bed-blog.html"
    assert book.source_link("bed-blog", claim.id).href == f"source-bed-blog.html#claim-{claim.id}"
    assert [link.label for link in book.aspect_links("smell|noise")] == ["Smell", "Noise"]
    assert book.aspect_links("gone") == ()
    conflict = knowledge.conflicts[0]
    assert book.conflict_link(conflict) == f"conflicts.html#c-{conflict.id}"
    later = open_book(knowledge, {conflict.id: "conflicts-2.html"})
    assert later.conflict_link(conflict) == f"conflicts-2.html#c-{conflict.id}"


def test_only_what_is_said_of_the_subject_is_its_own(book: Book) -> None:
    others = [p.label for p in book.positions.values() if not book.is_self(p)]
    assert others == ["20 years"]


def test_a_conflict_without_a_verdict_is_open(knowledge: Knowledge) -> None:
    book = open_book(replace(knowledge, standings={}))
    assert book.settled == ()
    assert len(book.tensions) == 4
