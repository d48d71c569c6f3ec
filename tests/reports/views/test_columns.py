"""Few sources stand side by side; many are folded into groups, each of which unfolds."""

from kb.model import SourceKind
from reports.views.book import Book, open_book
from reports.views.columns import BY_STANDING, COLUMNS, MOST, groups, links, pieces
from tests.reports.crowd import KINDS, crowd


def test_few_sources_are_in_no_group(book: Book) -> None:
    assert groups(book) == ()
    assert groups(open_book(crowd(MOST))) == ()
    (piece,) = pieces(book)
    assert (piece.name, piece.group, piece.sources) == ("index.html", None, tuple(book.sources))
    assert links(book, None) == ()


def test_many_are_grouped_by_kind_and_each_stands_in_one_group() -> None:
    book = open_book(crowd(MOST + 1))
    found = groups(book)
    assert [g.label for g in found] == ["sellers", "blogs"]
    assert sorted(s for g in found for s in g.sources) == sorted(book.sources)
    assert {book.sources[s].kind for s in found[0].sources} == {SourceKind.SELLER}
    assert {KINDS[0], KINDS[1]} == {s.kind for s in book.sources.values()}


def test_where_kinds_tell_nothing_apart_groups_say_how_far_others_contradict_them() -> None:
    for kinds in ((), (SourceKind.BLOG,)):
        found = groups(open_book(crowd(60, kinds)))
        assert len(found) > 1
        assert [g.label for g in found] == [w for w in BY_STANDING.values() if w in
                                            {g.label for g in found}]  # fmt: skip


def test_every_group_unfolds_on_pages_of_a_few_columns() -> None:
    book = open_book(crowd(90))
    for group in groups(book):
        mine = [p for p in pieces(book) if p.group == group]
        assert tuple(s for p in mine for s in p.sources) == group.sources
        assert all(1 <= len(p.sources) <= COLUMNS for p in mine)
        assert mine[0].name == group.href
        assert [link.href for link in links(book, group)] == [p.name for p in mine]
    assert links(book, groups(book)[0])[1].label == "13–24"
