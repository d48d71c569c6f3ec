"""The trainer's balance sheet as a file of its own: HTML, Markdown or a Word document.

Pure: knowledge in, bytes out; the same knowledge gives the same bytes.
"""

import base64
import hashlib
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from kb.knowledge.lookup import known
from kb.knowledge.value import Knowledge
from reports import text
from reports.render import STATIC, render
from reports.views.balance import BalanceView, Held, Sheet, own_positions, sheet_of
from reports.views.book import Book, open_book

LONG_AGO = (1980, 1, 1, 0, 0, 0)


class Format(StrEnum):
    """What `kb brief` writes."""

    HTML = "html"
    MD = "md"
    DOCX = "docx"


def brief(knowledge: Knowledge, aspects: Sequence[str] = (), format: Format = Format.MD) -> bytes:
    """The balance sheets of these aspects, or of all that some source answers.

    Raises `InputError` for an aspect that the topic file does not know.
    """
    book = open_book(knowledge)
    sheets = [sheet_of(book, a) for a in _chosen(book, aspects)]
    if format is Format.DOCX:
        return _docx(book, sheets)
    if format is Format.HTML:
        return _html(book, sheets)
    return _markdown(book, sheets).encode("utf-8", "replace")


def _chosen(book: Book, aspects: Sequence[str]) -> list[str]:
    for aspect in aspects:
        known(aspect, "aspect", book.aspects)
    wanted = aspects or [a for a in book.aspects if own_positions(book, a)]
    return list(dict.fromkeys(wanted))


def _html(book: Book, sheets: list[Sheet]) -> bytes:
    """One page that carries its stylesheet; the policy names it by its hash."""
    style = (STATIC / "site.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    view = BalanceView("Balance sheet", tuple(sheets), (), 1, ())
    return render("brief.html", view=view, topic=book.topic.topic, style=style, digest=digest)


_MARKED = re.compile(r"([\\`*_{}\[\]<>#|~!&$^=])")
_LINE_START = re.compile(r"^(\s*)([-+>]|\d+[.)])", re.MULTILINE)


def escaped(words: str) -> str:
    """Text that Markdown takes as text: nothing in it is markup, a link or a list."""
    plain = _MARKED.sub(r"\\\1", text.plain(words)).replace("://", ":&#47;/")
    return _LINE_START.sub(lambda m: f"{m[1]}{m[2][:-1]}\\{m[2][-1]}", plain)


def _markdown(book: Book, sheets: list[Sheet]) -> str:
    parts = [f"# {escaped(book.topic.topic)}: balance sheet"]
    for sheet in sheets:
        parts += _sheet_markdown(sheet)
    return "\n\n".join(parts) + "\n"


def _sheet_markdown(sheet: Sheet) -> Iterable[str]:
    yield f"## {escaped(sheet.question)}"
    yield escaped(sheet.summary)
    for held in sheet.held:
        yield f"**{escaped(held.label)}** ({held.count})"
        yield f"> “{escaped(_words(held))}”  \n> — {escaped(_who(held))}"
    if sheet.gaps:
        yield "### Gaps"
        yield "\n".join(f"- {escaped(gap)}" for gap in sheet.gaps)
    if sheet.discuss:
        yield "### To discuss"
        yield "\n".join(f"{n}. {escaped(q)}" for n, q in enumerate(sheet.discuss, 1))


def _words(held: Held) -> str:
    return "".join(bit.text for bit in held.passage.bits)


def _who(held: Held) -> str:
    passage = held.passage
    return " · ".join(p for p in (passage.source.full, passage.publisher, passage.date) if p)


def _docx(book: Book, sheets: list[Sheet]) -> bytes:
    """A Word document whose properties and file dates are fixed."""
    from docx import Document

    made: Any = Document()
    properties = made.core_properties
    properties.title = text.shorten(text.plain(f"{book.topic.topic}: balance sheet"), 200)
    properties.author, properties.comments = "Counterclaim", ""
    properties.created = properties.modified = datetime(*LONG_AGO)
    made.add_heading(properties.title, level=0)
    for number, sheet in enumerate(sheets):
        if number:
            made.add_page_break()
        _sheet_docx(made, sheet)
    out = io.BytesIO()
    made.save(out)
    return _fixed_dates(out.getvalue())


def _sheet_docx(made: Any, sheet: Sheet) -> None:
    made.add_heading(text.plain(sheet.question), level=1)
    made.add_paragraph(text.plain(sheet.summary))
    for held in sheet.held:
        line = made.add_paragraph()
        line.add_run(text.plain(held.label)).bold = True
        line.add_run(f" ({held.count})")
        quote = made.add_paragraph(style="Quote")
        quote.add_run(f"“{text.plain(_words(held))}”")
        made.add_paragraph(f"— {text.plain(_who(held))}")
    for title, style, lines in (
        ("Gaps", "List Bullet", sheet.gaps),
        ("To discuss", "List Bullet", sheet.discuss),
    ):
        if lines:
            made.add_heading(title, level=2)
        for each in lines:
            made.add_paragraph(text.plain(each), style=style)


def _fixed_dates(content: bytes) -> bytes:
    """The same archive with every member dated alike."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, LONG_AGO)
            member.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return out.getvalue()
