"""A lesson as slides: one for each question, its sources in the notes, the same bytes each time."""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Any

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

from reports import text
from reports.teach.discuss import AskedRun
from reports.teach.lesson import KEY, Entry, Lesson, TaughtSide
from reports.teach.meter import FILLS, spoken
from reports.teach.office import saved, set_properties

WIDTH, HEIGHT, EDGE = Inches(13.333), Inches(7.5), Inches(0.6)
FULL = WIDTH - 2 * EDGE
GAP = Inches(0.25)  # between two sides
TITLE_ONLY = 5  # the layout of that number in the library's own template
INK, SOFT, EDGING = "1F1C18", "555048", "B8B1A5"
FONT = "Calibri"
PER_SLIDE = 9  # sources
WHO = 16  # points of who stands on a side
SIZES = (28, 26, 24, 22, 20, 18, 16)  # points of what a side says and of its passage
WIDE, TALL = 840, 252  # points of all panels together, and of each from top to bottom
LETTER = 0.46  # of a point size: how wide a letter is
Told = tuple[str, float, bool, bool, str]  # words, points, bold, italic, ink


def lesson_pptx(lesson: Lesson) -> bytes:
    """A title, a slide for each question, and the list of sources."""
    made: Any = Presentation()
    made.slide_width, made.slide_height = WIDTH, HEIGHT
    set_properties(made.core_properties, lesson.title)
    first = _slide(made, lesson.title, Inches(2.4), 40)
    _box(
        first,
        EDGE,
        Inches(3.8),
        FULL,
        Inches(2),
        [[_told(lesson.lead, 28)], [_told(KEY, 20, ink=SOFT)]],
    )
    for number, entry in enumerate(lesson.entries, 1):
        _question(made, lesson, number, entry)
    for start in range(0, len(lesson.sources), PER_SLIDE):
        lines = lesson.sources[start : start + PER_SLIDE]
        slide = _slide(made, "Sources", Inches(0.4), 32)
        told = [[_told(f"{s.number}  {s.title} – {s.details}", 18)] for s in lines]
        _box(slide, EDGE, Inches(1.4), FULL, Inches(5.5), told)
    return saved(made)


def _slide(made: Any, title: str, top: int, size: float) -> Any:
    """A slide with its title, which screen readers and the outline know it by."""
    slide = made.slides.add_slide(made.slide_layouts[TITLE_ONLY])
    head = slide.shapes.title
    head.left, head.top, head.width, head.height = EDGE, top, FULL, Inches(1)
    _write(head.text_frame, [[_told(text.shorten(text.plain(title), 110), size, bold=True)]])
    return slide


def _question(made: Any, lesson: Lesson, number: int, entry: Entry) -> None:
    slide = _slide(made, f"{number}. {entry.question}", Inches(0.25), 32)
    _meter(slide, entry)
    for column, side in enumerate(entry.sides):
        panel = _panel(slide, column, len(entry.sides), FILLS.get(side.answer, EDGING))
        panel.name = f"Side {side.name}".strip()
        _write(panel.text_frame, _told_of(lesson, side, _size(entry)))
    asked = [_told("To discuss: ", 20, bold=True), *_runs(entry.discuss, 20)]
    low = [asked, [_told(f"{entry.standing}. {' '.join(entry.notes)}", 16, ink=SOFT)]]
    _box(slide, EDGE, Inches(5.7), FULL, Inches(1.6), low)
    slide.notes_slide.notes_text_frame.text = "\n".join(_notes(lesson, entry))


def _meter(slide: Any, entry: Entry) -> None:
    """Cells in a row, one shape for those who hear it."""
    bar = entry.bar
    if not bar:
        return
    shapes, at = [], int(EDGE)
    for cell in bar:
        width = Emu(int(cell.width * FULL))
        shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, at, Inches(1.2), width, Inches(0.55))
        _coloured(shape, cell.fill)
        _write(shape.text_frame, [[_told(cell.words, 18)]], PP_ALIGN.CENTER)
        shapes.append(shape)
        at += width
    group = slide.shapes.add_group_shape(shapes)
    group.name = "Meter"
    group._element.nvGrpSpPr.cNvPr.set("descr", text.plain(spoken(entry.meter, entry.bar)))


def _panel(slide: Any, column: int, columns: int, colour: str) -> Any:
    """An empty box for the side in that column."""
    each = (FULL - GAP * (columns - 1)) // columns
    left = EDGE + column * (each + GAP)
    panel = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, left, Inches(1.95), each, Inches(3.65))
    _coloured(panel, "FFFFFF", colour)
    panel.text_frame.vertical_anchor = MSO_ANCHOR.TOP
    return panel


def _size(entry: Entry) -> int:
    """The largest type in which every side has room in its panel."""
    wide = WIDE / max(1, len(entry.sides))

    def fits(size: int) -> bool:
        return all(_tall(side, size, wide) <= TALL for side in entry.sides)

    return next((size for size in SIZES if fits(size)), SIZES[-1])


def _tall(side: TaughtSide, size: int, wide: float) -> float:
    """About how tall a side's three paragraphs are, in points."""
    says = " ".join((side.name, "; ".join(side.labels), side.more))
    told = ((says, size), (side.who, WHO), (f"{side.passage.words} [10]", size))
    lines = ((ceil(len(words) * each * LETTER / wide), each) for words, each in told)
    return sum(n * each * 1.22 + 6 for n, each in lines)


def _told_of(lesson: Lesson, side: TaughtSide, size: int) -> list[list[Told]]:
    """What a side says, who stands there, and its passage."""
    more = f" {side.more}" if side.more else ""
    name = [_told(f"{side.name}  ", size, bold=True)] if side.name else []
    says = [
        *name,
        _told("; ".join(side.labels), size, italic=True),
        _told(more, size),
    ]
    quoted = f"“{side.passage.words}”\u00a0[{lesson.numbers[side.passage.source]}]"
    return [says, [_told(side.who, WHO, ink=SOFT)], [_told(quoted, size)]]


def _notes(lesson: Lesson, entry: Entry) -> Iterable[str]:
    """Each passage with its source in full, who is silent, what to ask."""
    titles = {s.id: f"{s.title} – {s.details}" for s in lesson.sources}
    yield text.visible(spoken(entry.meter, entry.bar))
    for side in entry.sides:
        name = f"{side.name}: " if side.name else ""
        yield f"{name}{'; '.join(side.labels)}. {side.who}"
        yield f"“{side.passage.words}” – {titles[side.passage.source]}"
    yield " ".join(entry.notes)
    yield f"To discuss: {''.join(run.text for run in entry.discuss)}"


def _told(
    words: str, size: float, bold: bool = False, italic: bool = False, ink: str = INK
) -> Told:
    return text.visible(words), size, bold, italic, ink


def _runs(runs: Sequence[AskedRun], size: float) -> list[Told]:
    return [_told(run.text, size, italic=run.label) for run in runs]


def _box(
    slide: Any, left: int, top: int, width: int, height: int, lines: Sequence[Sequence[Told]]
) -> None:
    _write(slide.shapes.add_textbox(left, top, width, height).text_frame, lines)


def _write(
    frame: Any, lines: Sequence[Sequence[Told]], alignment: PP_ALIGN = PP_ALIGN.LEFT
) -> None:
    """Paragraphs of runs in place of what stands in the frame."""
    frame.word_wrap = True
    for number, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = alignment, Pt(6)
        for words, size, bold, italic, ink in line:
            run = paragraph.add_run()
            run.text = words
            run.font.size, run.font.bold, run.font.italic = Pt(size), bold, italic
            run.font.name, run.font.color.rgb = FONT, _colour(ink)


def _colour(hexes: str) -> Any:
    made: Any = RGBColor
    return made.from_string(hexes)


def _coloured(shape: Any, fill: str, line: str = EDGING) -> None:
    shape.fill.solid()
    shape.fill.fore_color.rgb = _colour(fill)
    shape.line.color.rgb, shape.line.width = _colour(line), Pt(1.5)
    shape.shadow.inherit = False
