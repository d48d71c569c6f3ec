"""Who disagrees with whom, and who answers what."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import Strength
from reports.views.book import Book, open_book
from reports.views.maps import CHOSEN, LISTED, SHADES, chosen, clashes, maps_view
from reports.views.standing import Stance

DREAM, DESK, CLINIC, BLOG = range(4)


def test_a_figure_counts_the_questions_on_which_two_sources_disagree(book: Book) -> None:
    heat = maps_view(book).heat
    desk = heat[DREAM].cells[DESK]  # lifespan, smell, side effects, suits, care; not the price
    assert (desk.count, desk.hard) == (5, 5)
    clinic = heat[DESK].cells[CLINIC]  # their figures differ by a year: a tension
    assert (clinic.count, clinic.hard) == (1, 0)
    nothing = heat[DESK].cells[BLOG]
    assert (nothing.count, nothing.shade) == (0, 0)


def test_it_is_the_same_from_both_sides(book: Book) -> None:
    heat = maps_view(book).heat
    for n, row in enumerate(heat):
        for m, cell in enumerate(row.cells):
            other = heat[m].cells[n]
            assert (cell.count, cell.hard, cell.href) == (other.count, other.hard, other.href)


def test_the_diagonal_holds_what_a_source_has_against_itself(book: Book) -> None:
    heat = maps_view(book).heat
    itself = [row.cells[n] for n, row in enumerate(heat)]
    assert [cell.count for cell in itself] == [1, 0, 0, 0]
    assert all(cell.itself for cell in itself)
    assert not heat[DREAM].cells[DESK].itself


def test_most_has_the_strongest_shade(book: Book) -> None:
    cells = [cell for row in maps_view(book).heat for cell in row.cells]
    assert max(cells, key=lambda c: c.count).shade == SHADES
    assert all((cell.shade == 0) == (cell.count == 0) for cell in cells)


def test_every_figure_leads_to_its_list(book: Book) -> None:
    view = maps_view(book)
    listed = {f"#{b.id}": b for b in view.between}
    for row in view.heat:
        for cell in row.cells:
            assert (cell.href in listed) == (cell.count > 0)
    lists = listed[view.heat[DREAM].cells[DESK].href]
    assert lists.other is not None
    assert (lists.count, len(lists.apart), lists.left_out) == ("5 questions", 5, 0)
    assert {a.question.href for a in lists.apart} <= {
        f"disputes.html#d-{d.id}" for d in book.disputes
    }
    assert [a.strength for a in lists.apart] == sorted(a.strength for a in lists.apart)
    (care,) = listed[view.heat[DREAM].cells[DREAM].href].apart
    assert (care.question.label, care.counted) == (
        "What should be done with it?",
        "1 contradiction",
    )
    assert LISTED > 5


def test_those_that_disagree_most_are_named(book: Book) -> None:
    assert maps_view(book).lead == (
        "‘Sleep better for life’ and ‘Memory foam: what the tests show’ disagree most: "
        "on five questions."
    )


def test_peace(knowledge: Knowledge) -> None:
    view = maps_view(open_book(replace(knowledge, conflicts=(), disputes=())))
    assert (view.lead, view.between) == ("No two sources disagree.", ())
    assert len(view.cover) == 7


def test_what_people_settled_is_on_no_map(book: Book) -> None:
    found = clashes(book, chosen(book))
    assert all(book.is_open(c) for by in found.values() for pairs in by.values() for c in pairs)
    hard = [c for by in found.values() for pairs in by.values() for c in pairs]
    assert {c.strength for c in hard} == set(Strength)


def test_who_answers_what(book: Book) -> None:
    view = maps_view(book)
    rows = {row.aspect.label: row for row in view.cover}
    assert [link.label for link in view.silent] == ["Noise"]
    assert [cell.standing for cell in rows["Price"].cells] == [
        Stance.ALONE,
        Stance.ALONE,
        None,
        None,
    ]
    assert rows["Price"].answered == "2 of 4"
    assert rows["Care"].cells[DREAM].torn
    assert not rows["Care"].cells[DESK].torn
    answered = [sum(c.standing is not None for c in row.cells) for row in view.cover]
    assert answered == sorted(answered, reverse=True)
    assert view.totals == (7, 6, 5, 4)
    assert sum(view.totals) == sum(answered)


def test_of_many_sources_those_at_odds_are_shown_and_the_rest_is_counted(
    knowledge: Knowledge,
) -> None:
    first = knowledge.sources[0]
    quiet = [replace(first, id=f"quiet-{n:03}", title=f"Quiet {n}") for n in range(100)]
    documents = {s.id: knowledge.documents[first.id] for s in quiet}
    book = open_book(
        replace(
            knowledge,
            sources=(*quiet, *knowledge.sources),
            documents=documents | dict(knowledge.documents),
        )
    )
    view = maps_view(book)
    assert (len(view.sources), view.left_out, view.named) == (CHOSEN, 104 - CHOSEN, False)
    assert chosen(book)[-4:] == [s.id for s in knowledge.sources]
    assert view.cover[0].answered.endswith(" of 104")
