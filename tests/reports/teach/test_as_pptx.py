import io
import zipfile
from dataclasses import replace
from typing import Any

import pytest
from pptx import Presentation

from reports.teach.as_pptx import lesson_pptx
from reports.teach.choose import Wanted, choose
from reports.teach.lesson import Lesson, lesson_of
from reports.teach.meter import spoken
from reports.views.book import Book


@pytest.fixture(scope="module")
def lesson(book: Book) -> Lesson:
    return lesson_of(book, choose(book, ()))


@pytest.fixture(scope="module")
def slides(lesson: Lesson) -> list[Any]:
    return list(Presentation(io.BytesIO(lesson_pptx(lesson))).slides)


def words(slide: Any) -> str:
    return "\n".join(s.text_frame.text for s in slide.shapes if s.has_text_frame)


def test_a_slide_for_each_question_between_the_title_and_the_sources(
    lesson: Lesson, slides: list[Any]
) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    asked = [f"{n}. {e.question}" for n, e in enumerate(lesson.entries, 1)]
    assert titles == ["Memory foam mattresses: what sources disagree about", *asked, "Sources"]
    assert all(s.title in words(slides[-1]) for s in lesson.sources)


def test_a_slide_has_the_meter_the_sides_and_what_to_discuss(
    lesson: Lesson, slides: list[Any]
) -> None:
    for entry, slide in zip(lesson.entries, slides[1:], strict=False):
        meter = next(s for s in slide.shapes if s.name == "Meter")
        assert meter._element.nvGrpSpPr.cNvPr.get("descr") == spoken(entry.meter, entry.bar)
        for side in entry.sides:
            assert f"“{side.passage.words}”" in words(slide)
        assert f"To discuss: {''.join(r.text for r in entry.discuss)}" in words(slide)


def test_nothing_reaches_over_the_edge(slides: list[Any]) -> None:
    for slide in slides:
        for shape in slide.shapes:
            assert shape.left >= 0 and shape.left + shape.width <= 12192000
            assert shape.top >= 0 and shape.top + shape.height <= 6858000


def test_the_notes_name_each_source_in_full(lesson: Lesson, slides: list[Any]) -> None:
    titles = {s.id: s.title for s in lesson.sources}
    for entry, slide in zip(lesson.entries, slides[1:], strict=False):
        notes = slide.notes_slide.notes_text_frame.text
        for side in entry.sides:
            assert f"“{side.passage.words}” – {titles[side.passage.source]}" in notes


def test_the_same_input_gives_the_same_bytes_without_a_date(lesson: Lesson) -> None:
    made = lesson_pptx(lesson)
    assert made == lesson_pptx(lesson)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert {i.date_time[0] for i in archive.infolist()} == {1980}
        assert b"1980-01-01" in archive.read("docProps/core.xml")


def test_no_type_is_too_small_to_be_read_from_the_back(slides: list[Any]) -> None:
    for slide in slides:
        frames = [s.text_frame for s in slide.shapes if s.has_text_frame]
        sizes = [r.font.size.pt for f in frames for p in f.paragraphs for r in p.runs]
        assert sizes and min(sizes) >= 16


def test_sides_with_little_to_say_are_set_larger(book: Book) -> None:
    lesson = lesson_of(book, choose(book, [Wanted("firmness")]))
    (entry,) = lesson.entries
    long = tuple(
        replace(s, passage=replace(s.passage, words="It says a great deal of it. " * 9))
        for s in entry.sides
    )
    assert size_of(lesson) > size_of(replace(lesson, entries=(replace(entry, sides=long),)))


def size_of(lesson: Lesson) -> float:
    """The points of what its first side says."""
    slide = list(Presentation(io.BytesIO(lesson_pptx(lesson))).slides)[1]
    side = next(s for s in slide.shapes if s.name.startswith("Side "))
    return float(side.text_frame.paragraphs[0].runs[0].font.size.pt)
