"""An aspect's page: every position, who holds it, what is against it, and who is silent."""

from dataclasses import replace

import pytest

from extract.topic.schema import Tie
from kb.knowledge.value import Knowledge
from reports.views.aspect import AspectPage, aspect_groups, aspect_pages, stand_of, who_answers
from reports.views.book import Book, open_book


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, AspectPage]:
    return dict(aspect_pages(book))


def test_the_list_of_aspects_begins_with_those_in_dispute(book: Book) -> None:
    groups = {g.title: [line.link.label for line in g.lines] for g in aspect_groups(book)}
    ranked = [book.aspects[d.aspects[0]].label for d in book.disputes]
    assert groups == {
        "In dispute": [label for label in ranked if label != "Price"],
        "Not in dispute": ["Price"],  # people settled it
        "Nobody says anything": ["Noise"],
    }
    lines = {line.link.label: line for g in aspect_groups(book) for line in g.lines}
    firmness, noise = lines["Firmness"], lines["Noise"]
    assert (firmness.says, firmness.conflicts) == ("2 positions of 3 sources", "1")
    assert (noise.says, noise.conflicts, noise.agreement_words) == ("–", "–", "nobody says")


def test_what_belongs_to_a_dispute_stands_under_it(knowledge: Knowledge) -> None:
    wider = tuple(
        replace(d, aspects=("lifespan", "price", "smell")) if d.aspects[0] == "lifespan" else d
        for d in knowledge.disputes
    )
    (first, *_) = aspect_groups(open_book(replace(knowledge, disputes=wider)))
    shown = [(line.link.label, line.tied) for line in first.lines][:3]
    # Smell has a dispute of its own, and so a place of its own.
    assert shown == [("Lifespan", False), ("Price", True), ("Smell", False)]


def test_positions_on_the_subject_come_first_and_others_stand_apart(
    pages: dict[str, AspectPage],
) -> None:
    page = pages["aspect-lifespan.html"]
    assert len(page.stands) == 4
    assert [s.label for s in page.others] == ["latex mattress: 20 years"]
    assert page.lead == "All four sources answer, with four positions."
    assert not page.scale and not page.tree


def test_the_dispute_named_after_a_question_leads_its_page(
    pages: dict[str, AspectPage], knowledge: Knowledge
) -> None:
    page = pages["aspect-lifespan.html"]
    assert page.dispute is not None and page.dispute.question == page.question
    assert page.dispute.line is not None and page.number_line is None  # drawn once
    assert pages["aspect-noise.html"].dispute is None
    calm = dict(aspect_pages(open_book(replace(knowledge, disputes=()))))
    assert calm["aspect-lifespan.html"].number_line is not None


def test_a_question_names_the_dispute_it_bears_on_and_those_it_is_tied_to(
    knowledge: Knowledge,
) -> None:
    tie = Tie.model_validate(
        {"one": {"aspect": "care"}, "other": {"aspect": "lifespan"}, "strength": "tension",
         "because": "Care is said to make it last."}
    )  # fmt: skip
    topic = knowledge.topic.model_copy(update={"ties": (tie,)})
    wider = tuple(
        replace(d, aspects=("smell", "firmness")) if d.aspects[0] == "smell" else d
        for d in knowledge.disputes
    )
    found = dict(aspect_pages(open_book(replace(knowledge, topic=topic, disputes=wider))))
    assert [r.link.label for r in found["aspect-lifespan.html"].related] == ["Care"]
    assert [r.link.label for r in found["aspect-care.html"].related] == ["Lifespan"]
    assert [link.label for link in found["aspect-firmness.html"].within] == [
        "Does it smell when new?"
    ]
    assert [r.link.label for r in found["aspect-smell.html"].related] == ["Firmness"]
    assert found["aspect-suits.html"].related == ()


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
