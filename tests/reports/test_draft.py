"""The page of a checked draft: what to mend, worst first, and the text marked in place."""

import base64
import hashlib
import re

from selectolax.lexbor import LexborHTMLParser

from extract.document import read_located
from extract.model import Claim, Document, Polarity, Span, digest
from kb.check.judge import judge
from kb.check.model import Checked, Ignored
from reports.draft import draft_page

from .mattress import mattress

TEXT = "Sleep well\n\nIt is <b>great</b>. The mattress smells. It squeaks & creaks."


def checked(text: str = TEXT) -> Checked:
    """A draft that says the mattress smells, which some sources deny."""
    document, places = read_located(text.encode(), "copy.txt")
    document = Document("draft/copy.txt", document.text, document.blocks)
    at = document.text.index("The mattress smells")
    quote = document.text[at : at + 19]
    span = Span(at, at + 20)
    claim = Claim(document.source, at, at + 19, quote, span, "self", "smell", Polarity.AFFIRM)
    return Checked("copy.txt", document, judge(document, (claim,), mattress()), places)


def page(*drafts: Checked) -> str:
    return draft_page(drafts, mattress()).decode("utf-8")


def test_the_whole_text_is_there_and_the_finding_marked() -> None:
    tree = LexborHTMLParser(page(checked()))
    said = " ".join(n.text() for n in tree.css(".block"))
    for words in ("It is <b>great</b>.", "The mattress smells", "It squeaks & creaks."):
        assert words in said
    (mark,) = tree.css("mark")
    assert mark.text() == "The mattress smells"
    assert tree.css_first("#n-1 .words") is not None


def test_every_mark_leads_to_its_note_and_back() -> None:
    tree = LexborHTMLParser(page(checked()))
    ids = {n.attributes["id"] for n in tree.css("[id]")}
    links = {str(a.attributes["href"]) for a in tree.css("a")}
    assert {href.removeprefix("#") for href in links} <= ids


def test_nothing_is_let_in_but_the_style_and_the_script_by_their_hashes() -> None:
    html = page(checked())
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        sum = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{sum}'" in html
    assert "http" not in html.replace("http-equiv", "")


def test_a_hostile_draft_stays_text() -> None:
    html = page(checked(f"<script>alert(1)</script>\u202e\n\n{TEXT}"))
    assert html.count("<script") == 1
    assert "\u202e" not in html


def test_ignored_findings_are_told_with_their_reason() -> None:
    whole = checked()
    passed = Checked(
        whole.name,
        whole.document,
        (),
        whole.places,
        ignored=tuple(Ignored(f, "signed off by legal") for f in whole.findings),
    )
    assert "Ignored: signed off by legal" in page(passed)


def test_several_drafts_stand_on_one_page_and_no_name_stands_there_twice() -> None:
    tree = LexborHTMLParser(page(checked(), checked()))
    ids = [n.attributes["id"] for n in tree.css("[id]")]
    assert len(tree.css("h1")) == 2
    assert len(ids) == len(set(ids))


def test_the_same_drafts_give_the_same_bytes() -> None:
    assert digest(page(checked())) == digest(page(checked()))
