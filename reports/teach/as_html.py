"""A lesson and a quiz as pages to print, each with its style inside and numbered by the browser."""

import base64
import hashlib
from collections.abc import Sequence
from typing import Any

from reports.render import STATIC, render
from reports.teach.lesson import KEY, Lesson
from reports.teach.meter import MeterCell, spoken
from reports.teach.quiz import FOR, NAME, Quiz
from reports.teach.quiz import KEY as KEY_HEADING


def lesson_html(lesson: Lesson) -> bytes:
    """The handout: print it, or read it on a screen."""
    return _page("brief.html", lesson.topic, lesson=lesson, key=KEY, bars=_bars, spoken=spoken)


def quiz_html(quiz: Quiz) -> bytes:
    """The questions, and on a sheet of its own the key."""
    return _page("quiz.html", quiz.topic, quiz=quiz, name=NAME, key=KEY_HEADING, aside=FOR)


def _page(template: str, topic: str, **values: Any) -> bytes:
    """One page that carries its stylesheet; the policy names it by its hash."""
    style = "".join((STATIC / name).read_text("utf-8") for name in ("site.css", "brief.css"))
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return render(template, topic=topic, style=style, digest=digest, **values)


def _bars(bar: Sequence[MeterCell]) -> list[tuple[float, MeterCell]]:
    """The bar's cells, each with the percentage of the width at which it begins."""
    at, found = 0.0, []
    for cell in bar:
        found.append((round(100 * at, 2), cell))
        at += cell.width
    return found
