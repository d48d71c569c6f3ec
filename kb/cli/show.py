"""Prints rows: as a table for people, as JSON or CSV for programs."""

import json
import shutil
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import typer

from kb.text import figure, plain

__all__ = ["as_csv", "as_json", "columns", "figure", "paragraph", "plain", "width"]

WIDEST = 120
INDENT = "    "


def as_json(rows: Any) -> None:
    """Print the rows as JSON."""
    typer.echo(json.dumps(rows, ensure_ascii=False, indent=1))


def as_csv(rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Print the rows as CSV."""
    from kb.export.tables import to_csv

    typer.echo(to_csv(rows, columns), nl=False)


def paragraph(text: str, indent: str = INDENT) -> str:
    """The text wrapped to the terminal's width; further lines stand under the first one."""
    below = " " * len(indent)
    return textwrap.fill(plain(text), width(), initial_indent=indent, subsequent_indent=below)


def width() -> int:
    """The width of the terminal, within reason."""
    return min(WIDEST, shutil.get_terminal_size((WIDEST, 24)).columns)


def columns(rows: Iterable[Sequence[object]]) -> None:
    """Print the rows with their columns aligned; the last column is as long as it likes."""
    texts = [[plain(str(cell)) for cell in row] for row in rows]
    widths = [max(map(len, cells)) for cells in zip(*texts, strict=True)]
    for row in texts:
        cells = [cell.ljust(width) for cell, width in zip(row, widths, strict=True)]
        typer.echo("  ".join(cells).rstrip())
