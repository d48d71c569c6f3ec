"""The line about pairs that are counted and not shown."""

from dataclasses import replace

from kb.knowledge.value import Knowledge
from kb.model import MorePairs
from reports.views.book import open_book
from reports.views.more import conflict_lines, near_miss_lines


def test_a_question_says_how_many_more_it_has(knowledge: Knowledge) -> None:
    asked, other = (a.id for a in knowledge.topic.aspects[:2])
    book = open_book(replace(knowledge, more=(MorePairs(asked, contradictions=7),)))
    (line,) = conflict_lines(book)
    assert line.words.startswith("7 more contradictions")
    assert conflict_lines(book, asked) == (line,)
    assert conflict_lines(book, other) == ()
    assert near_miss_lines(book) == ()


def test_a_tied_question_stands_under_both(knowledge: Knowledge) -> None:
    asked, other = sorted(a.id for a in knowledge.topic.aspects[:2])
    book = open_book(replace(knowledge, more=(MorePairs(f"{asked}|{other}", near_misses=1),)))
    (line,) = near_miss_lines(book)
    assert len(line.aspects) == 2
    assert line.words.startswith("1 more near miss")
