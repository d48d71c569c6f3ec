"""The balance sheet: every position in fair words, what is missing, what to ask."""

import re
from dataclasses import replace

from kb.knowledge.value import Knowledge
from reports.views.balance import (
    ASK,
    balance_views,
    discussion,
    gaps,
    independent,
    own_positions,
    sheet_of,
    summary,
)
from reports.views.book import Book, open_book
from reports.views.dispute import open_disputes


def gaps_of(book: Book, aspect: str) -> list[str]:
    return list(gaps(book, book.aspects[aspect], own_positions(book, aspect)))


def asked(book: Book, aspect: str) -> list[str]:
    return list(discussion(book, aspect, own_positions(book, aspect)))


def test_a_sheet_for_each_question_that_somebody_answers(book: Book) -> None:
    ((name, view),) = balance_views(book)
    assert (name, view.title) == ("balance.html", "Balance sheet")
    assert len(view.sheets) == 7
    assert [link.label for link in view.silent] == ["Noise"]


def test_the_summary_says_how_many_say_what(book: Book) -> None:
    said = summary(book, own_positions(book, "firmness"))
    assert said == "Three of four sources answer. Two say: soft; one: medium."


def test_each_position_is_held_with_its_passage_and_its_count(book: Book) -> None:
    soft, medium = sheet_of(book, "firmness").held
    assert (soft.label, soft.count, len(soft.sources)) == ("soft", "2 sources", 2)
    assert (medium.label, medium.count) == ("medium", "1 source")
    assert "".join(bit.text for bit in medium.passage.bits).startswith("Firmness is medium")


def test_a_copy_is_not_counted_beside_what_it_repeats(knowledge: Knowledge) -> None:
    sources = tuple(
        replace(s, copy_of="dreamwell") if s.id == "bed-blog" else s for s in knowledge.sources
    )
    views = tuple(
        replace(v, independent=tuple(s for s in v.independent if s != "bed-blog"))
        for v in knowledge.views
    )
    book = open_book(replace(knowledge, sources=sources, views=views))
    soft = next(p for p in own_positions(book, "firmness") if p.label == "soft")
    assert independent(book, soft) == ("dreamwell",)
    assert (
        "Counted with the source that it repeats: ‘Ten things nobody tells you about foam’."
        in gaps_of(book, "firmness")
    )


def test_gaps(book: Book, knowledge: Knowledge) -> None:
    assert gaps_of(book, "firmness") == []
    assert gaps_of(book, "price") == ["Each position rests on a single source."]
    undated = open_book(
        replace(knowledge, sources=tuple(replace(s, date=None) for s in knowledge.sources))
    )
    assert "None of the sources that answer carries a date." in gaps_of(undated, "price")
    vague = [p for p in own_positions(book, "lifespan") if p.label in ("for ever", "several years")]
    told = list(gaps(book, book.aspects["lifespan"], vague))
    assert "Nobody gives a figure." in told
    alone = list(gaps(book, book.aspects["lifespan"], vague[:1]))
    assert alone[0].startswith("Only one source speaks to this: ")


def test_questions_are_made_from_open_conflicts(book: Book) -> None:
    (firm,) = asked(book, "firmness")
    assert firm.endswith("When can both be true?")  # a tension leaves room for both
    (turn,) = asked(book, "care")
    assert turn.startswith("‘Sleep better for life’ says both “")
    assert "“never needs turning”" in turn
    assert "“Turn it over every month”" in turn
    assert asked(book, "price") == [  # its conflict is settled
        "Nobody disagrees. What would you expect to see if the answer were wrong?"
    ]


def test_no_two_questions_of_a_sheet_end_alike(book: Book) -> None:
    ends = [line.split("”. ")[-1] for line in asked(book, "lifespan")[:3]]
    assert len(set(ends)) == 3
    assert all(len(set(rows)) == 3 for rows in ASK.values())


def test_a_source_that_contradicts_itself_is_no_plain_support(book: Book) -> None:
    held = {h.label: h.count for h in sheet_of(book, "care").held}
    assert held["turn it over"] == "1 source, which contradicts itself"
    assert held["don't turn it over"] == "2 sources, one of which contradicts itself"
    assert held["air it first"] == "1 source"
    assert sheet_of(book, "care").summary.endswith(" ‘Sleep better for life’ contradicts itself.")
    assert "itself" not in sheet_of(book, "lifespan").summary


def test_what_a_question_quotes_stands_in_the_sources(book: Book) -> None:
    whole = " ".join(d.text for d in book.documents.values())
    for sheet in (sheet_of(book, a) for a in book.aspects if own_positions(book, a)):
        for words in re.findall("“(.*?)”", " ".join((sheet.summary, *sheet.discuss))):
            assert words in whole


def test_disputed_questions_come_first_each_with_its_dispute(book: Book) -> None:
    ((_, view),) = balance_views(book)
    homes = [d.aspects[0] for d in open_disputes(book)]
    assert [s.id for s in view.sheets][: len(homes)] == homes
    assert [s.dispute is not None for s in view.sheets] == [s.id in homes for s in view.sheets]
    assert "price" not in homes  # people settled it
    assert len({s.id for s in view.sheets}) == len(view.sheets)


def test_what_is_tied_to_a_dispute_stands_behind_it(knowledge: Knowledge) -> None:
    found = tuple(
        replace(d, aspects=("lifespan", "price")) if d.aspects[0] == "lifespan" else d
        for d in knowledge.disputes
    )
    ((_, view),) = balance_views(open_book(replace(knowledge, disputes=found)))
    ids = [s.id for s in view.sheets]
    price = view.sheets[ids.index("lifespan") + 1]
    assert (price.id, price.dispute) == ("price", None)
    assert price.tied is not None
    assert price.tied.href == "#lifespan"
