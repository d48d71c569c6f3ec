"""How far a command is, on the terminal."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.build.read import Progress


@contextmanager
def shown_progress() -> "Iterator[Progress]":
    """A line on the terminal that says how far it is; nothing where nobody looks on."""
    if not sys.stderr.isatty():
        yield lambda step, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    bars = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*bars, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading the corpus", total=None)
        yield lambda step, done, total: shown.update(
            task, description=step, completed=done, total=total
        )
