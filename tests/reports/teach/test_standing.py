from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import SourceKind
from reports.teach.choose import Wanted, choose
from reports.teach.lesson import Entry, lesson_of
from reports.teach.standing import named
from reports.views.book import Book, open_book
from tests.reports.mattress import with_kinds


def entry(book: Book, aspect: str) -> Entry:
    return lesson_of(book, choose(book, [Wanted(aspect)])).entries[0]


def test_sides_are_named_as_the_bar_counts_them(book: Book) -> None:
    for aspect, names in {
        "smell": {"Yes", "No"},
        "suits": {"All", "Not all"},
        "firmness": {"A", "B"},
    }.items():
        found = entry(book, aspect)
        counted = {cell.words.partition(":")[0] for cell in found.bar}
        assert {s.name for s in found.sides} == names
        assert {n if len(n) == 1 else n.lower() for n in names} <= counted


def test_the_kind_of_a_source_stands_beside_it_where_it_is_known(knowledge: Knowledge) -> None:
    told = [s.who for s in entry(open_book(with_kinds(knowledge)), "firmness").sides]
    assert sorted(told) == [
        "Outright: [1]\u00a0seller and [4]\u00a0seller.",
        "Outright: [3]\u00a0medical body.",
    ]


def test_who_gives_an_answer_that_nothing_disputes_stands_on_its_side(book: Book) -> None:
    suits = {s.name: s.who for s in entry(book, "suits").sides}
    blog = next(s for s in entry(book, "suits").meter.shares if s.kind == "ifs")
    assert blog.ids == ("bed-blog",)
    assert suits["All"] == "Outright: [1]; with ifs: [4]."


def test_every_source_in_the_bar_is_told_beneath_it(book: Book) -> None:
    for aspect in ("lifespan", "smell", "harms", "firmness", "suits", "care"):
        found = entry(book, aspect)
        beneath = " ".join((*(s.who for s in found.sides), *found.notes))
        numbers = lesson_of(book, choose(book, [Wanted(aspect)])).numbers
        assert all(f"[{numbers[s]}]" in beneath for s in book.sources)


def test_many_sources_are_counted(book: Book) -> None:
    sources = [f"s{n}" for n in range(20)]
    assert named(sources, {s: n for n, s in enumerate(sources)}) == "20 sources"


def test_a_kind_that_is_not_known_is_left_out(book: Book) -> None:
    one, two, *_ = book.sources
    kinds = {one: SourceKind.CLINIC, two: SourceKind.UNKNOWN}
    told = {id: replace(book.sources[id], kind=kind) for id, kind in kinds.items()}
    assert named([one, two], {one: 1, two: 2}, told) == "[1]\u00a0clinic and [2]"
