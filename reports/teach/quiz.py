"""A quiz from what is known: one right answer each, and wrong ones that really are wrong.

Each question gets two items of different sorts, those preferred that the quiz has fewest of; at
most a third ask who says something. No item gives another one's answer away. Of several questions
the last that fits is not asked about itself, but is to be found among agreed ones.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.model import Agreement, Dispute
from reports import text
from reports.teach.choose import Chosen
from reports.teach.item import FEWEST, WRONG, Asking, Item, item_of
from reports.teach.sorts import SORTS, clashes, two_sources
from reports.views.book import Book

EACH = 2  # items on a question
ENOUGH = 3  # questions, from which on one is to be found among agreed ones
SHARE = 3  # one in so many items may ask who says something
APART = {"ifs": ("against", "what"), "against": ("ifs",), "what": ("ifs",)}
SPLIT = "On which of these questions do the sources contradict each other?"


NAME = "Name"  # heads the line on the learner's sheet
KEY = "Answers"
FOR = "For the trainer. The sheet for the class ends before this page."


@dataclass(frozen=True, slots=True)
class Quiz:
    """All items, with the topic they are on."""

    topic: str
    items: tuple[Item, ...]


def quiz_of(book: Book, chosen: Sequence[Chosen]) -> Quiz:
    """The items on these questions; those without a dispute give none."""
    disputes = [c.dispute for c in chosen if c.dispute]
    split = _split(book, disputes) if len(disputes) >= ENOUGH else None
    items = [split] if split else []
    for dispute in disputes * EACH:
        if split is None or dispute.question != split.about:
            found = _next(book, dispute, items)
            items += [found] if found else []
    order = [split.about if split else "", *(d.question for d in disputes)]
    items.sort(key=lambda item: order.index(item.about))
    return Quiz(text.plain(book.topic.topic), tuple(items))


def _next(book: Book, dispute: Dispute, items: Sequence[Item]) -> Item | None:
    """One more item on a question, of the sort that there are fewest of."""
    had = Counter(i.sort for i in items)
    mine = {i.sort for i in items if i.about == dispute.question}
    sorts = sorted(SORTS, key=lambda sort: had[sort.__name__])
    for sort in sorts:
        name = sort.__name__
        many = name == "who" and SHARE * (had[name] + 1) > len(items) + 1
        if name not in mine and mine.isdisjoint(APART.get(name, ())) and not many:
            for item in (item_of(book, asking) for asking in sort(book, dispute)):
                if item and not any(item.gives_away(other) for other in items):
                    return item
    return None


def _split(book: Book, disputes: Sequence[Dispute]) -> Item | None:
    """Which question is disputed: the last that is so between sources, among agreed ones."""
    wrong = list(_agreed(book))[:WRONG]
    for dispute in reversed(disputes if len(wrong) >= FEWEST else ()):
        pairs = (two_sources(book, c.a.claims, c.b.claims) for c in clashes(book, dispute))
        pair = next((p for p in pairs if p), None)
        if pair:
            return item_of(
                book,
                Asking("contradicted", dispute.question, SPLIT, dispute.question, wrong, pair),
            )
    return None


def _agreed(book: Book) -> Iterator[str]:
    """The questions on which no two positions clash."""
    touched = {a for c in book.conflicts for a in c.aspect.split("|")}
    touched |= {m.aspect for m in book.more}
    for aspect, view in book.views.items():
        if view.agreement is Agreement.AGREED and aspect not in touched:
            yield book.aspects[aspect].question
