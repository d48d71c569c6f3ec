"""Flat rows as CSV and as a workbook, with the same bytes for the same rows.

A cell that a spreadsheet would run as a formula is made text: in CSV by an apostrophe in
front (OWASP, CSV injection), in the workbook by writing it as a string.
"""

import datetime
import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas

# A workbook says when it was made; this one always says the same.
CREATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
FORMULA = ("=", "+", "-", "@", "\t", "\r")
CELL = 32_767
WIDEST = 60


def to_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = ()) -> str:
    """The rows as CSV with a header line; `columns` are the header where there is no row."""
    import csv

    names = list(rows[0]) if rows else list(columns)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(names)
    writer.writerows([_guarded(row[name]) for name in names] for row in rows)
    return out.getvalue()


def _guarded(cell: Any) -> Any:
    if isinstance(cell, str) and cell.startswith(FORMULA):
        return "'" + cell
    return "" if cell is None else cell


def to_xlsx(sheets: "Mapping[str, pandas.DataFrame]") -> bytes:
    """The frames as a workbook, one sheet each, the header frozen."""
    import pandas

    out = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    with pandas.ExcelWriter(out, engine="xlsxwriter", engine_kwargs={"options": options}) as book:
        book.book.set_properties({"created": CREATED})
        for name, frame in sheets.items():
            frame.map(_cell).to_excel(book, sheet_name=name, index=False, freeze_panes=(1, 0))
            for n, column in enumerate(frame.columns):
                book.sheets[name].set_column(n, n, _width(frame, column))
    return out.getvalue()


def _cell(cell: Any) -> Any:
    """What a sheet can hold: no control characters, no more than its longest text."""
    if not isinstance(cell, str):
        return cell
    return "".join(ch for ch in cell if ch >= " " or ch in "\n\t")[:CELL]


def _width(frame: "pandas.DataFrame", column: str) -> int:
    longest = max((len(str(cell)) for cell in frame[column]), default=0)
    return min(WIDEST, max(len(column), longest) + 2)
