"""A lesson and a quiz as Markdown; nothing that a source wrote is markup."""

import re
from collections.abc import Iterable

from reports import text
from reports.teach.discuss import AskedRun
from reports.teach.item import Item
from reports.teach.lesson import KEY, Entry, Lesson, TaughtSide
from reports.teach.quiz import FOR, NAME, Quiz
from reports.teach.quiz import KEY as KEY_HEADING

_MARKED = re.compile(r"([\\`*_{}\[\]<>#|~!&$^=])")
_LINE_START = re.compile(r"^(\s*)([-+>]|\d+[.)])", re.MULTILINE)


def escaped(words: str) -> str:
    """Text that Markdown takes as text: nothing in it is markup, a link or a list."""
    plain = _MARKED.sub(r"\\\1", text.plain(words)).replace("://", ":&#47;/")
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", plain)


def lesson_md(lesson: Lesson) -> str:
    """The handout: a section for each question, then the list of sources."""
    parts = [
        f"# {escaped(lesson.title)}",
        escaped(f"{lesson.lead} {KEY}"),
    ]
    for number, entry in enumerate(lesson.entries, 1):
        parts += _entry(lesson, number, entry)
    return "\n\n".join([*parts, *_sources(lesson)]) + "\n"


def _entry(lesson: Lesson, number: int, entry: Entry) -> Iterable[str]:
    yield f"## {number}. {escaped(entry.question)}"
    meter = " · ".join(cell.words for cell in entry.bar)
    yield f"{entry.standing}: {escaped(meter)}" if meter else f"{entry.standing}."
    for side in entry.sides:
        yield from _side(lesson, side)
    yield " ".join(entry.notes)
    yield f"**To discuss:** {''.join(_run(r) for r in entry.discuss)}"


def _run(run: AskedRun) -> str:
    """The spaces around the words are kept."""
    words = run.text.strip()
    told = f"*{escaped(words)}*" if run.label else escaped(words)
    return run.text.replace(words, told, 1) if words else run.text


def _side(lesson: Lesson, side: TaughtSide) -> Iterable[str]:
    says = "; ".join(f"*{escaped(label)}*" for label in side.labels)
    name = f"**{side.name}** " if side.name else ""
    more = f" {side.more}" if side.more else ""
    yield f"{name}{says}{more}  \n{escaped(side.who)}"
    number = lesson.numbers[side.passage.source]
    yield f"> “{escaped(side.passage.words)}” \\[{number}\\]"


def _sources(lesson: Lesson) -> Iterable[str]:
    if lesson.sources:
        yield "## Sources"
        yield "\n".join(
            f"{s.number}. {escaped(s.title)} – {escaped(s.details)}" for s in lesson.sources
        )


def quiz_md(quiz: Quiz) -> str:
    """The learner's sheet, then under a rule the key with the passages that it rests on."""
    parts = [f"# {escaped(quiz.topic)}: quiz", f"{NAME}: …"]
    for number, item in enumerate(quiz.items, 1):
        parts += _item(number, item)
    parts += ["---", f"## {KEY_HEADING}", FOR]
    parts += [_key(number, item) for number, item in enumerate(quiz.items, 1)]
    return "\n\n".join(parts) + "\n"


def _item(number: int, item: Item) -> Iterable[str]:
    yield f"## {number}. {escaped(item.stem)}"
    if item.quote:
        yield f"> “{escaped(item.quote)}”"
    yield "\n".join(f"- {letter}) {escaped(o.text)}" for letter, o in item.lettered())


def _key(number: int, item: Item) -> str:
    lines = [f"**{number}: {item.answer()}**"]
    lines += [f"“{escaped(c.words)}” – {escaped(c.source)}" for c in item.key]
    return "  \n".join(lines)
