import io
import zipfile
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from reports.teach.as_docx import lesson_docx, quiz_docx
from reports.teach.choose import choose
from reports.teach.lesson import Lesson, lesson_of
from reports.teach.meter import FILLS, spoken
from reports.teach.quiz import Quiz, quiz_of
from reports.views.book import Book


@pytest.fixture(scope="module")
def lesson(book: Book) -> Lesson:
    return lesson_of(book, choose(book, ()))


@pytest.fixture(scope="module")
def quiz(book: Book) -> Quiz:
    return quiz_of(book, choose(book, ()))


@pytest.fixture(scope="module")
def handout(lesson: Lesson) -> Any:
    return Document(io.BytesIO(lesson_docx(lesson)))


def test_a_heading_for_each_question_and_one_for_the_sources(lesson: Lesson, handout: Any) -> None:
    found = [p.text for p in handout.paragraphs if p.style.name == "Heading 2"]
    assert len(found) == len(lesson.entries) + 1
    for number, entry in enumerate(lesson.entries, 1):
        assert found[number - 1].startswith(f"{number}. {entry.question}")
    assert found[-1] == "Sources"


def test_the_meter_is_a_row_of_shaded_cells_that_say_what_they_show(
    lesson: Lesson, handout: Any
) -> None:
    for entry, table in zip(lesson.entries, handout.tables, strict=True):
        row = table.rows[0]._tr.tc_lst
        told = ["".join(t.text for t in tc.iter(qn("w:t"))) for tc in row]
        shades = [tc.find(f".//{qn('w:shd')}").get(qn("w:fill")) for tc in row]
        assert told == [c.words for c in entry.bar]
        assert shades == [c.fill for c in entry.bar]
        said = table._tbl.tblPr.find(qn("w:tblDescription")).get(qn("w:val"))
        assert said.startswith(spoken(entry.meter, entry.bar))


def test_every_row_fills_the_page_and_no_page_ends_within_a_question(handout: Any) -> None:
    for table in handout.tables:
        for row in table.rows:
            assert sum(tc.grid_span for tc in row._tr.tc_lst) == len(table.columns)
            assert row._tr.trPr.find(qn("w:cantSplit")) is not None
        for row in table.rows[:-1]:
            firsts = [cell.paragraphs[0] for cell in row.cells]
            assert all(p.paragraph_format.keep_with_next or p.style.paragraph_format.keep_with_next
                       for p in firsts)  # fmt: skip


def test_passages_stand_in_quotation_marks_with_the_number_of_their_source(
    lesson: Lesson, handout: Any
) -> None:
    words = "\n".join(cell.text for table in handout.tables for cell in _cells(table))
    for entry in lesson.entries:
        for side in entry.sides:
            number = lesson.numbers[side.passage.source]
            assert f"“{side.passage.words}”\u00a0[{number}]" in words


def _cells(table: Any) -> list[Any]:
    return [cell for row in table.rows for cell in row.cells]


def test_the_foot_numbers_the_pages(handout: Any) -> None:
    foot = handout.sections[0].footer._element
    assert [t.text for t in foot.iter(qn("w:instrText"))] == ["PAGE", "NUMPAGES"]


def test_the_key_stands_on_a_page_of_its_own_and_cites(quiz: Quiz) -> None:
    made = Document(io.BytesIO(quiz_docx(quiz)))
    lines = [p.text for p in made.paragraphs]
    at = lines.index("Answers")
    assert lines[1] == "Name  \t"
    assert made.paragraphs[at].paragraph_format.page_break_before
    for number, item in enumerate(quiz.items, 1):
        assert f"{number}. {item.stem}" in lines[:at]
        assert f"{number}:  {item.answer()}" in lines[at:]
        assert all(f"“{p.words}” – {p.source}" in lines[at:] for p in item.key)


def test_the_same_input_gives_the_same_bytes_without_a_date(lesson: Lesson, quiz: Quiz) -> None:
    assert lesson_docx(lesson) == lesson_docx(lesson)
    assert quiz_docx(quiz) == quiz_docx(quiz)
    with zipfile.ZipFile(io.BytesIO(lesson_docx(lesson))) as archive:
        assert {i.date_time[0] for i in archive.infolist()} == {1980}
        assert b"1980-01-01" in archive.read("docProps/core.xml")


def test_a_side_s_name_stands_on_the_colour_that_it_has_in_the_bar(
    lesson: Lesson, handout: Any
) -> None:
    for entry, table in zip(lesson.entries, handout.tables, strict=True):
        for side, cell in zip(entry.sides, table.rows[1]._tr.tc_lst, strict=True):
            run = next(r for r in cell.iter(qn("w:r")))
            assert "".join(t.text for t in run.iter(qn("w:t"))).strip() == side.name
            shade = run.find(f".//{qn('w:shd')}").get(qn("w:fill"))
            assert shade == FILLS[side.answer]
