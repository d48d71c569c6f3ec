"""A Word document of our look: A4, small type, page numbers, tables that say what they show."""

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import _Cell

from reports import text
from reports.teach.office import set_properties

WIDTH, HEIGHT, MARGIN, FOOT = 210, 297, 15, 13  # millimetres of the page
GRID = 60  # columns, of which rows join as many as they need
STEP = (WIDTH - 2 * MARGIN) / GRID
INSIDE = "108"  # what a cell keeps free at its sides, by which Word sets a table out
FONT = "Calibri"
INK, SOFT = RGBColor(0x1F, 0x1C, 0x18), RGBColor(0x55, 0x50, 0x48)
# style: size, space before and after, in points; soft ink; kept with what follows
STYLES = {
    "Small": (9, 0, 2, True, False),
    "Discuss": (10.5, 1, 4, False, False),
    "Meter": (9, 1, 1, False, True),
    "Says": (10.5, 1, 1, False, True),
    "Passage": (10.5, 1, 3, False, True),
    "Option": (10.5, 0, 1, False, False),
    "Proof": (10, 0, 4, False, False),
}
HEADINGS = {1: (18, 0, 4), 2: (12.5, 11, 4)}
INDENTED = ("Option", "Proof")


def document(title: str, running: str) -> Any:
    """An empty document with its styles, its properties and its foot."""
    made: Any = Document()
    set_properties(made.core_properties, title)
    page = made.sections[0]
    page.page_width, page.page_height = Mm(WIDTH), Mm(HEIGHT)
    page.left_margin = page.right_margin = page.top_margin = Mm(MARGIN)
    page.bottom_margin, page.footer_distance = Mm(MARGIN), Mm(MARGIN - FOOT + 5)
    _styles(made)
    _foot(page.footer.paragraphs[0], text.shorten(text.plain(running), 80))
    return made


def _styles(made: Any) -> None:
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = FONT, Pt(9.5), INK
    normal.element.rPr.append(_element("w:lang", val="en-GB"))
    for name, (size, before, after, soft, held) in STYLES.items():
        style = made.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.font.size, style.font.color.rgb = Pt(size), SOFT if soft else INK
        _space(style.paragraph_format, before, after)
        style.paragraph_format.keep_with_next = held
    for name in INDENTED:
        made.styles[name].paragraph_format.left_indent = Mm(6)
    for level, (size, before, after) in HEADINGS.items():
        style = made.styles[f"Heading {level}"]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), INK
        fonts = style.element.rPr.rFonts
        for theme in [key for key in fonts.attrib if "heme" in key]:
            del fonts.attrib[theme]
        _space(style.paragraph_format, before, after)


def _space(held: Any, before: float, after: float) -> None:
    held.space_before, held.space_after, held.line_spacing = Pt(before), Pt(after), 1.0


def _foot(line: Any, running: str) -> None:
    """The topic to the left, the page and how many there are to the right."""
    line.style.font.size, line.style.font.color.rgb = Pt(8.5), SOFT
    stops = line.style.paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(Mm(WIDTH - 2 * MARGIN), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{running}\tPage ")
    _field(line, "PAGE")
    line.add_run(" of ")
    _field(line, "NUMPAGES")


def _field(line: Any, code: str) -> None:
    """A number that Word works out."""
    for kind in ("begin", "", "end"):
        run = line.add_run()
        if kind:
            run._r.append(_element("w:fldChar", fldCharType=kind))
        else:
            told = OxmlElement("w:instrText")
            told.text = code
            run._r.append(told)


def _element(tag: str, **attributes: str) -> Any:
    made: Any = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def heading(made: Any, words: str, level: int, aside: str = "") -> Any:
    """A heading; `aside` stands in it in small, soft type."""
    line = made.add_heading(text.plain(words), level)
    if aside:
        run = line.add_run(f" {aside}")
        run.font.size, run.font.color.rgb, run.font.bold = Pt(9), SOFT, False
    return line


def paragraph(made: Any, words: str, style: str) -> Any:
    """A paragraph of that style."""
    return made.add_paragraph(text.visible(words), style=style)


def to_fill_in(made: Any, words: str) -> None:
    """Those words and a line to write on."""
    line = made.add_paragraph(f"{words}  \t", style="Small")
    stop = line.paragraph_format.tab_stops
    stop.add_tab_stop(Mm(80), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)


def first(cell: Any, style: str) -> Any:
    """The paragraph that a cell begins with."""
    cell.paragraphs[0].style = style
    return cell.paragraphs[0]


def into(cell: Any, words: str, style: str) -> None:
    """One more paragraph in a cell, kept with what follows."""
    line = cell.add_paragraph(text.visible(words), style=style)
    line.paragraph_format.keep_with_next = True


def table(made: Any, rows: Sequence[Sequence[float]], told: str) -> list[list[Any]]:
    """The cells of a new table over the width of the page, each row's with their shares of it.

    `told` is its text for those who hear it.
    """
    new = made.add_table(rows=len(rows), cols=GRID, style="Table Grid")
    new.autofit = False
    new._tbl.tblPr.append(_element("w:tblInd", w=INSIDE, type="dxa"))
    _borders(new._tbl.tblPr)
    new._tbl.tblPr.append(_element("w:tblDescription", val=text.plain(told)))
    for column in new.columns:
        column.width = Mm(STEP)
    for row, shares in zip(new.rows, rows, strict=True):
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))
        _join(row, shares)
    return [[_Cell(tc, new) for tc in row._tr.tc_lst] for row in new.rows]


def _join(row: Any, shares: Sequence[float]) -> None:
    """Cells of the grid made one, as many as each share takes."""
    at = 0.0
    cells = list(row._tr.tc_lst)
    for share in shares:
        first, at = round(at * GRID), at + share
        last = max(first + 1, round(at * GRID))
        cells[first].grid_span = last - first
        cells[first].width = Mm(STEP * (last - first))
        for spare in cells[first + 1 : last]:
            row._tr.remove(spare)


def _borders(properties: Any) -> None:
    """Thin lines."""
    lines = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        lines.append(_element(f"w:{side}", val="single", sz="4", space="0", color="B8B1A5"))
    properties.append(lines)


def chip(line: Any, words: str, colour: str | None) -> None:
    """Bold words on a ground of that colour, and a space after them."""
    run = line.add_run(f"\u00a0{text.plain(words)}\u00a0")
    run.bold = True
    if colour:
        run._r.get_or_add_rPr().append(_element("w:shd", val="clear", color="auto", fill=colour))
    line.add_run("  ")


def fill(cell: Any, words: str, colour: str) -> None:
    """A shaded cell with some words in its middle."""
    line = first(cell, "Meter")
    line.alignment = 1
    line.add_run(text.plain(words))
    cell._tc.get_or_add_tcPr().append(_element("w:shd", val="clear", color="auto", fill=colour))
