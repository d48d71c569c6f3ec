"""An aspect's page: every position, who holds it, what is against it, and who is silent."""

import pytest

from reports.views.aspect import AspectPage, aspect_lines, aspect_pages, stand_of, who_answers
from reports.views.book import Book


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, AspectPage]:
    return dict(aspect_pages(book))


def test_the_list_of_aspects(book: Book) -> None:
    lines = {line.link.label: line for line in aspect_lines(book)}
    assert list(lines)[:2] == ["Lifespan", "Smell"]
    firmness, noise = lines["Firmness"], lines["Noise"]
    assert (firmness.says, firmness.conflicts) == ("2 positions of 3 sources", "1")
    assert (noise.says, noise.conflicts, noise.agreement_words) == ("–", "–", "nobody says")


def test_positions_on_the_subject_come_first_and_others_stand_apart(
    pages: dict[str, AspectPage],
) -> None:
    page = pages["aspect-lifespan.html"]
    assert len(page.stands) == 4
    assert [s.label for s in page.others] == ["latex mattress: 20 years"]
    assert page.lead == "All four sources answer, with four positions."
    assert page.number_line is not None
    assert page.scale == page.tree == ()


def test_the_position_of_most_sources_leads_and_who_is_silent_is_named(
    pages: dict[str, AspectPage],
) -> None:
    page = pages["aspect-firmness.html"]
    assert [s.label for s in page.stands] == ["soft", "medium"]
    assert [link.href for link in page.silent] == ["source-consumer-desk.html"]
    assert page.lead == "Three of four sources answer, with two positions."


def test_a_position_names_what_is_against_it_but_not_what_was_settled(book: Book) -> None:
    held = {p.label: stand_of(book, p) for p in book.positions.values()}
    assert {c.says for c in held["no side effects"].clashes} == {
        "heat at night",
        "back pain, for some",
    }
    assert held["at least $900"].clashes == ()
    assert held["don't turn it over"].denies


def test_a_position_beyond_the_limit_is_only_named(book: Book) -> None:
    soft = next(p for p in book.positions.values() if p.label == "soft")
    brief = stand_of(book, soft, full=False)
    assert (brief.label, brief.passages, brief.clashes) == ("soft", (), ())
    assert len(brief.sources) == 2  # with no passage shown, all are named
    assert stand_of(book, soft).sources == ()  # each is named by its passage


def test_what_each_source_says_is_listed_and_pages_are_chained(
    pages: dict[str, AspectPage],
) -> None:
    page = pages["aspect-care.html"]
    quotes = {b.slug: len(b.passages) for b in page.by_source}
    assert quotes == {"dreamwell": 2, "consumer-desk": 1, "sleep-clinic": 1}
    assert page.before is not None and page.before.label == "Suits"
    assert page.after is not None and page.after.label == "Price"
    assert pages["aspect-lifespan.html"].before is None
    assert pages["aspect-noise.html"].after is None
    assert pages["aspect-noise.html"].lead == "No source says anything on this."


@pytest.mark.parametrize(
    ("n", "words"),
    [(1, "one of four sources"), (3, "three of four sources"), (4, "all four sources")],
)
def test_how_many_answer(book: Book, n: int, words: str) -> None:
    assert who_answers(book, n) == words
