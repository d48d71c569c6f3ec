"""What a trainer takes to a lesson: a handout, a quiz or slides on the questions in dispute.

Pure: knowledge in, bytes out; the same knowledge gives the same bytes.
"""

from collections.abc import Sequence
from enum import StrEnum

from extract.errors import InputError
from kb.knowledge.value import Knowledge
from reports.teach.as_gift import quiz_gift
from reports.teach.as_html import lesson_html, quiz_html
from reports.teach.as_md import lesson_md, quiz_md
from reports.teach.choose import Chosen, Wanted, choose
from reports.teach.lesson import lesson_of
from reports.teach.quiz import quiz_of
from reports.views.book import Book, open_book


class Format(StrEnum):
    """What `kb brief` writes."""

    HTML = "html"
    MD = "md"
    DOCX = "docx"
    PPTX = "pptx"
    GIFT = "gift"


QUIZZES = (Format.MD, Format.HTML, Format.DOCX, Format.GIFT)
LESSONS = (Format.MD, Format.HTML, Format.DOCX, Format.PPTX)


def brief(
    knowledge: Knowledge,
    wanted: Sequence[Wanted] = (),
    format: Format = Format.MD,
    quiz: bool = False,
    every: bool = False,
) -> bytes:
    """The lesson on these questions, or the quiz; on the foremost ones if none is named.

    `every` takes all that some source answers. Raises `InputError` for a question that is not
    there, and for a form in which there is no quiz or no lesson.
    """
    known = QUIZZES if quiz else LESSONS
    if format not in known:
        what = "a quiz" if quiz else "a lesson"
        raise InputError(f"{format}: no form for {what}; use {', '.join(known)}", "KB212")
    book = open_book(knowledge)
    questions = choose(book, wanted, every)
    return _quiz(book, questions, format) if quiz else _lesson(book, questions, format)


def _lesson(book: Book, questions: Sequence[Chosen], format: Format) -> bytes:
    """Libraries for office files are loaded where one is written, and not before."""
    lesson = lesson_of(book, questions)
    if format is Format.DOCX:
        from reports.teach.as_docx import lesson_docx

        return lesson_docx(lesson)
    if format is Format.PPTX:
        from reports.teach.as_pptx import lesson_pptx

        return lesson_pptx(lesson)
    return lesson_html(lesson) if format is Format.HTML else _bytes(lesson_md(lesson))


def _quiz(book: Book, questions: Sequence[Chosen], format: Format) -> bytes:
    quiz = quiz_of(book, questions)
    if not quiz.items:
        line = "nothing to ask: too few sources stand apart on these questions; choose others"
        raise InputError(line, "KB206")
    if format is Format.DOCX:
        from reports.teach.as_docx import quiz_docx

        return quiz_docx(quiz)
    if format is Format.GIFT:
        return _bytes(quiz_gift(quiz))
    return quiz_html(quiz) if format is Format.HTML else _bytes(quiz_md(quiz))


def _bytes(words: str) -> bytes:
    return words.encode("utf-8", "replace")
