"""How well the program reads these very texts, by what people said of its claims."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.evaluate.corrections import ReadTally, by_people
from reports import address, text
from reports.views.book import Book, Link

SAMPLE = (
    "People choose what they look at, so this is no random sample; "
    "what nobody looked at says nothing here."
)


@dataclass(frozen=True, slots=True)
class ReadOn:
    """One question: how many claims that people looked at were read right, wrong, or missed."""

    question: Link
    right: str
    wrong: str
    missed: str


@dataclass(frozen=True, slots=True)
class ByPeopleView:
    """A few sentences, and the figures by question."""

    lines: tuple[str, ...]
    questions: tuple[ReadOn, ...]


def by_people_of(book: Book) -> ByPeopleView | None:
    """What people's corrections say of the reader; None where they say nothing."""
    found = by_people(book.corrections)
    if not found.listed:
        return None
    asked = tuple(_on(book, question, tally) for question, tally in found.by_question.items())
    return ByPeopleView((*_lines(found.total), SAMPLE), asked)


def _lines(total: ReadTally) -> Iterator[str]:
    read = total.of_read
    if read.of:
        right = f"{text.number(read.found)} {'is' if read.found == 1 else 'are'} read right"
        looked = text.figure(read.of, "claim")
        yield f"Of {looked} that the program read in these texts and people looked at, {right}."
    if total.missed:
        missed = text.figure(total.missed, "claim")
        yield f"People found {missed} that it missed."


def _on(book: Book, question: str, tally: ReadTally) -> ReadOn:
    aspect = book.aspects.get(question)
    href = address.aspect_page(question) if aspect else ""
    label = text.shorten(aspect.label, 80) if aspect else question
    counts = (text.number(n) for n in (tally.right, tally.wrong, tally.missed))
    return ReadOn(Link(label, href, aspect.question if aspect else ""), *counts)
