"""No wrong answer may be right by what is known, and each key must prove its answer."""

from dataclasses import replace

import pytest

from extract.model import Certainty, Grade, Polarity, Qualifiers
from kb.knowledge.value import Knowledge
from kb.model import Dispute
from reports.teach.item import Asking
from reports.teach.sorts import (
    SORTS,
    against,
    answers,
    denied,
    ifs,
    itself,
    said_outright,
    what,
    who,
)
from reports.views.book import Book, open_book
from reports.views.meter import meter_of
from tests.reports.mattress import with_conflicts


def on(book: Book, aspect: str) -> Dispute:
    return next(d for d in book.disputes if d.aspects[0] == aspect)


def named(book: Book, name: str) -> str:
    return next(s for s, short in book.short.items() if short == name)


def labelled(book: Book, label: str) -> str:
    return next(p.id for p in book.positions.values() if p.label == label)


def changed(knowledge: Knowledge, label: str, **fields: object) -> Book:
    """The book with the position of that label otherwise."""
    return open_book(
        replace(
            knowledge,
            positions=tuple(
                replace(p, **fields) if p.label == label else p  # type: ignore[arg-type]
                for p in knowledge.positions
            ),
        )
    )


def every(book: Book) -> list[Asking]:
    return [asking for d in book.disputes for sort in SORTS for asking in sort(book, d)]


def test_the_right_answer_is_never_among_the_wrong_ones_and_rests_on_a_passage(book: Book) -> None:
    for asking in every(book):
        assert asking.right not in asking.wrong
        assert asking.key and asking.stem.endswith(on_question(book, asking))


def on_question(book: Book, asking: Asking) -> str:
    return next(d.question for d in book.disputes if d.question == asking.about)


def test_a_passage_is_contradicted_by_one_statement_and_fits_the_others(book: Book) -> None:
    asked = list(against(book, on(book, "lifespan")))
    assert asked
    for asking in asked:
        quoted = book.position_of[str(asking.quote)]
        touched = {id for c in book.of_position[quoted] for id in (c.a.position, c.b.position)} - {
            quoted
        }
        assert labelled(book, asking.right) in touched
        assert all(labelled(book, wrong) not in touched for wrong in asking.wrong)


def test_a_statement_of_another_kind_is_no_wrong_answer(knowledge: Knowledge) -> None:
    """ "Soft" may stand beside "for ever" in a dispute, and is no answer like "several years"."""
    book = open_book(knowledge)
    lasts, soft = on(book, "lifespan"), labelled(book, "soft")
    wider = tuple(replace(c, positions=(*c.positions, soft)) for c in lasts.camps)
    asked = list(against(book, replace(lasts, camps=wider)))
    assert asked and not any("soft" in wrong.lower() for a in asked for wrong in a.wrong)


def test_a_passage_is_of_another_source_than_what_contradicts_it(book: Book) -> None:
    for asking in against(book, on(book, "care")):
        sources = {book.claims[id].source for id in (str(asking.quote), *asking.key)}
        assert len(sources) == 2


def test_how_a_source_answers_is_as_the_bar_counts_it(book: Book) -> None:
    dispute = on(book, "smell")
    told = {named(book, a.stem.split("“")[1].split("”")[0]): a.right for a in
            answers(book, dispute)}  # fmt: skip
    assert told == {
        "dreamwell": "no, outright",
        "consumer-desk": "yes, outright",
        "sleep-clinic": "neither outright, but perhaps, for some, by comparison or on a condition",
    }
    assert set(told) == {*meter_of(book, dispute).of("yes", "no", "ifs")}


def test_what_is_not_said_outright_proves_no_answer(knowledge: Knowledge) -> None:
    book = changed(knowledge, "no", qualifiers=Qualifiers(grade=Grade.LOOSE))
    assert not any("Sleep better" in a.stem for a in answers(book, on(book, "smell")))


def test_who_contradicts_itself_stands_among_those_that_answer_and_do_not(book: Book) -> None:
    (asking,) = itself(book, on(book, "care"))
    assert named(book, asking.right) == "dreamwell"
    assert {named(book, w) for w in asking.wrong} == {"consumer-desk", "sleep-clinic"}
    assert [book.claims[id].quote for id in sorted(asking.key)] == sorted(
        ["Turn it over every month", "never needs turning"],
        key=lambda q: next(c.id for c in book.claims.values() if c.quote == q),
    )


def test_what_is_said_only_with_an_if_stands_among_what_is_said_outright(
    knowledge: Knowledge,
) -> None:
    book = changed(
        knowledge, "back pain, for some", qualifiers=Qualifiers(certainty=Certainty.POSSIBLE)
    )
    (asking,) = ifs(book, on(book, "harms"))
    assert asking.right == "back pain"
    assert asking.wrong == ["heat at night"]


def test_what_somebody_says_outright_is_no_if(book: Book) -> None:
    assert not list(ifs(book, on(book, "harms")))


def test_what_is_denied_by_name_stands_among_what_nobody_denies(book: Book) -> None:
    (asking,) = denied(book, on(book, "harms"))
    assert asking.right == "allergy"
    assert sorted(asking.wrong) == ["back pain", "heat at night"]
    assert book.claims[asking.key[0]].polarity is Polarity.DENY


def test_a_part_of_what_is_denied_is_no_wrong_answer(knowledge: Knowledge) -> None:
    """Who denies discomfort denies its parts, heat and back pain."""
    whole = next(p for p in knowledge.positions if p.label == "no allergy").value
    assert whole is not None
    book = changed(knowledge, "no allergy", value=replace(whole, name="discomfort"))
    (asking,) = denied(book, on(book, "harms"))
    assert asking.wrong == []


def test_what_a_source_says_is_held_against_what_contradicts_it(book: Book) -> None:
    for aspect in ("lifespan", "harms", "care"):
        for asking in what(book, on(book, aspect)):
            source = named(book, asking.stem.split("“")[1].split("”")[0])
            own = {p.label for p in book.positions.values() if source in p.sources}
            assert asking.right in own
            touched = book.of_position[labelled(book, asking.right)]
            clashing = {
                book.positions[id].label for c in touched for id in (c.a.position, c.b.position)
            }
            assert not own & {*asking.wrong}
            assert {*asking.wrong} <= clashing


def test_who_says_it_is_asked_with_sources_that_do_not(book: Book) -> None:
    for dispute in book.disputes:
        for asking in who(book, dispute):
            source = book.claims[str(asking.quote)].source
            side = next(c for c in dispute.camps if book.position_of[str(asking.quote)] in
                        c.positions)  # fmt: skip
            assert named(book, asking.right) == source
            assert not {named(book, w) for w in asking.wrong} & {*side.sources}


def test_a_copy_of_the_right_source_is_no_wrong_answer(knowledge: Knowledge) -> None:
    copied = tuple(
        replace(s, copy_of="consumer-desk") if s.id == "sleep-clinic" else s
        for s in knowledge.sources
    )
    book = open_book(replace(knowledge, sources=copied))
    clinic, desk = book.short["sleep-clinic"], book.short["consumer-desk"]
    asked = [a for a in every(book) if a.sort == "who"]
    assert not any(clinic in a.wrong for a in asked)
    assert not any(desk in a.wrong for a in asked if a.right == clinic)


def test_what_people_settled_is_no_clash(knowledge: Knowledge) -> None:
    book = open_book(with_conflicts(knowledge, [c for c in knowledge.conflicts if c.aspect ==
                                                "price"]))  # fmt: skip
    assert {a.sort for a in every(book)} <= {"who"}


@pytest.mark.parametrize("qualifiers", [Qualifiers(), Qualifiers(certainty=Certainty.POSSIBLE)])
def test_a_hedge_is_said_outright(book: Book, qualifiers: Qualifiers) -> None:
    position = next(iter(book.positions.values()))
    assert said_outright(replace(position, qualifiers=qualifiers))
    assert not said_outright(replace(position, qualifiers=Qualifiers(grade=Grade.LOOSE)))
