"""A Word draft with its findings as comments at their places; text and looks stay as they are."""

import io
from collections.abc import Iterator
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from extract.errors import InputError
from kb.check.as_text import told
from kb.check.model import Checked, DraftFinding, DraftPassage
from reports import text
from reports.teach.office import saved
from reports.views.draft import told_beside
from reports.word_text import Cuts, WordText

AUTHOR, INITIALS = "Counterclaim", "CC"
BROKEN, NO_PLACE = "KB524", "KB525"
Part = tuple[str, bool]
"""Words of a comment, and whether they are bold."""


def commented(data: bytes, checked: Checked) -> bytes:
    """The Word file with a comment for each finding, and before them one on the whole.

    `data` is the file that `checked` was read from. Comments of an earlier check are taken out.
    Raises `InputError` for a file that can't be written back, or has no place for a comment.
    """
    try:
        made: Any = Document(io.BytesIO(data))
    # python-docx has no error for all that a file may lack: missing parts come as they are
    except Exception:
        line = f"{checked.name}: can't be written back; open it in Word and save it as .docx again"
        raise InputError(line, BROKEN) from None
    body = made.element.body
    _forget(made, body)
    words, cuts = WordText(body, checked.document), Cuts()
    start = words.near(0)
    if start and checked.account.sentences:
        _comment(
            made,
            cuts.runs(*start),
            [[("Checked: ", True), (text.sentence(told(checked.account)), False)]],
        )
    for finding in checked.findings:
        found = words.span(finding.start, finding.end)
        spot = found or words.near(finding.start)
        if spot is None:
            line = f"{checked.name}: its words stand in text boxes only, which take no comment"
            raise InputError(f"{line}; use --format html", NO_PLACE)
        quote = "" if found else checked.quote(finding)
        _comment(made, cuts.runs(*spot), [*_about(quote), *_told(checked, finding)])
    return saved(made)


def _comment(made: Any, runs: tuple[Any, Any], lines: list[list[Part]]) -> None:
    comment = made.comments.add_comment(author=AUTHOR, initials=INITIALS)
    comment._comment_elm.attrib.pop(qn("w:date"), None)
    for n, line in enumerate(lines):
        paragraph = comment.add_paragraph() if n else comment.paragraphs[0]
        for words, bold in line:
            paragraph.add_run(text.visible(text.one_line(words))).bold = bold or None
    _mark(*runs, str(comment.comment_id))


def _mark(first: Any, last: Any, id: str) -> None:
    """Sets the ends of a comment around these runs, and its sign after them."""
    first.addprevious(_element("w:commentRangeStart", id))
    end = _element("w:commentRangeEnd", id)
    last.addnext(end)
    # Within a link or a tracked change the sign would be part of that.
    while end.getparent().tag != qn("w:p"):
        end = end.getparent()
    sign = OxmlElement("w:r")
    looks, style = OxmlElement("w:rPr"), OxmlElement("w:rStyle")
    style.set(qn("w:val"), "CommentReference")
    looks.append(style)
    sign.extend((looks, _element("w:commentReference", id)))
    end.addnext(sign)


def _element(tag: str, id: str) -> Any:
    made = OxmlElement(tag)
    made.set(qn("w:id"), id)
    return made


def _forget(made: Any, body: Any) -> None:
    """Takes out what an earlier check has said."""
    ids = {str(c.comment_id) for c in made.comments if c.author == AUTHOR}
    tags = ("w:commentRangeStart", "w:commentRangeEnd", "w:commentReference")
    for element in [e for tag in tags for e in body.iter(qn(tag)) if e.get(qn("w:id")) in ids]:
        run = element.getparent()
        run.remove(element)
        if run.tag == qn("w:r") and all(child.tag == qn("w:rPr") for child in run):
            run.getparent().remove(run)
    for comment in [c for c in made.comments if str(c.comment_id) in ids]:
        comment._comment_elm.getparent().remove(comment._comment_elm)


def _about(quote: str) -> Iterator[list[Part]]:
    """What the comment is about, where it can't stand beside it."""
    if quote:
        yield [(f"On “{text.shorten(quote, 300)}”:", False)]


def _told(checked: Checked, finding: DraftFinding) -> Iterator[list[Part]]:
    """The verdict, what speaks against it and for it, and what could be published."""
    rule = finding.rule
    message, folded = told_beside(finding)
    yield [(f"{rule.verdict.capitalize()}. ", True), (rule.means, False)]
    if not finding.against and not finding.agree:
        yield [(text.sentence(message), False)]
    for word, passages in (("Against", finding.against), ("For", finding.agree)):
        titles = list(dict.fromkeys(p.title for p in passages))
        if titles:
            yield from _passage(checked, word, passages[0])
        if len(titles) > 1:
            yield [(f"{word} it too: {text.listing(map(text.titled, titles[1:]))}.", False)]
    if finding.fair:
        yield [("Could be published: ", True), (finding.fair, False)]
    if finding.basis:
        yield [(f"It rests on {text.listing(map(text.titled, finding.basis))}.", False)]
    for line in folded:
        yield [(f"Also: {line}.", False)]


def _passage(checked: Checked, word: str, passage: DraftPassage) -> Iterator[list[Part]]:
    at = checked.where(passage)
    where = f", {at}" if at else ""
    quote = text.shorten(passage.quote, 400)
    yield [(f"{word}: ", True), (f"{passage.called}{where}: “{quote}”", False)]
    if passage.why:
        yield [(text.sentence(passage.why), False)]
