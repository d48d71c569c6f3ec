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
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    counted = TextColumn("{task.fields[counted]}")
    bars = (TextColumn("{task.description}"), BarColumn(), counted, TimeRemainingColumn())
    with Progress(*bars, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("reading the corpus", total=None, counted="")
        begun = [""]

        def progress(step: str, done: int, total: int) -> None:
            if begun != [step]:  # what is left is judged by this step's own speed
                begun[:] = [step]
                shown.reset(task, description=step)
            shown.update(task, completed=done, total=total, counted=f"{done:,}/{total:,}")

        yield progress
