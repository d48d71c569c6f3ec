"""A lesson and a quiz as Word documents: six questions on two pages, the same bytes each time."""

from collections.abc import Iterable
from typing import Any

from reports import text
from reports.teach import word
from reports.teach.item import Item
from reports.teach.lesson import KEY, Entry, Lesson, TaughtSide
from reports.teach.meter import FILLS, spoken
from reports.teach.office import saved
from reports.teach.quiz import FOR, NAME, Quiz
from reports.teach.quiz import KEY as KEY_HEADING


def lesson_docx(lesson: Lesson) -> bytes:
    """The handout: a half of a page or less for each question, then the list of sources."""
    made = word.document(lesson.title, lesson.topic)
    word.heading(made, lesson.title, 1)
    word.paragraph(made, f"{lesson.lead} {KEY}", "Small")
    for number, entry in enumerate(lesson.entries, 1):
        _entry(made, lesson, number, entry)
    _sources(made, lesson)
    return saved(made)


def _entry(made: Any, lesson: Lesson, number: int, entry: Entry) -> None:
    """All that belongs to a question stays on one page."""
    word.heading(made, f"{number}. {entry.question}", 2, f" {entry.standing}")
    columns = [1 / len(entry.sides) for _ in entry.sides] or [1.0]
    told = "Under it the sides, one in each column, and what to discuss."
    rows = [[c.width for c in entry.bar] or [1.0], columns, columns, [1.0]]
    meter, says, passages, last = word.table(made, rows, f"{spoken(entry.meter, entry.bar)} {told}")
    for cell, each in zip(meter, entry.bar, strict=False):
        word.fill(cell, each.words, each.fill)
    for above, below, side in zip(says, passages, entry.sides, strict=False):
        _side(above, below, lesson, side)
    _discuss(last[0], entry)


def _discuss(cell: Any, entry: Entry) -> None:
    word.first(cell, "Small").add_run(" ".join(entry.notes))
    line = cell.add_paragraph(style="Discuss")
    line.add_run("To discuss: ").bold = True
    for run in entry.discuss:
        line.add_run(text.visible(run.text)).italic = run.label


def _side(says: Any, passage: Any, lesson: Lesson, side: TaughtSide) -> None:
    line = word.first(says, "Says")
    if side.name:
        word.chip(line, side.name, FILLS.get(side.answer))
    line.add_run("; ".join(text.plain(label) for label in side.labels)).italic = True
    if side.more:
        line.add_run(f" {side.more}")
    word.into(says, side.who, "Small")
    quoted = word.first(passage, "Passage")
    quoted.add_run(
        f"“{text.plain(side.passage.words)}”\u00a0[{lesson.numbers[side.passage.source]}]"
    )


def _sources(made: Any, lesson: Lesson) -> None:
    if lesson.sources:
        word.heading(made, "Sources", 2)
    for source in lesson.sources:
        line = word.paragraph(made, f"{source.number}  {source.title} – {source.details}", "Small")
        line.paragraph_format.keep_together = True


def quiz_docx(quiz: Quiz) -> bytes:
    """The learner's sheet, and on a page of its own the key with the passages it rests on."""
    made = word.document(f"{quiz.topic}: quiz", quiz.topic)
    word.heading(made, f"{quiz.topic}: quiz", 1)
    word.to_fill_in(made, NAME)
    for number, item in enumerate(quiz.items, 1):
        _question(made, number, item)
    word.heading(made, KEY_HEADING, 1).paragraph_format.page_break_before = True
    word.paragraph(made, FOR, "Small")
    for number, item in enumerate(quiz.items, 1):
        _answers(made, number, item)
    return saved(made)


def _question(made: Any, number: int, item: Item) -> None:
    word.heading(made, f"{number}. {item.stem}", 2)
    lines = [("Proof", f"“{item.quote}”")] if item.quote else []
    lines += [("Option", f"{letter})  {o.text}") for letter, o in item.lettered()]
    _together(word.paragraph(made, told, style) for style, told in lines)


def _answers(made: Any, number: int, item: Item) -> None:
    lines = [("Says", f"{number}:  {item.answer()}")]
    lines += [("Proof", f"“{p.words}” – {p.source}") for p in item.key]
    _together(word.paragraph(made, told, style) for style, told in lines)


def _together(lines: Iterable[Any]) -> None:
    """No page ends between these paragraphs."""
    *front, last = list(lines)
    for line in front:
        line.paragraph_format.keep_with_next = True
    last.paragraph_format.keep_together = True
