"""In quotation marks stands only what a text says, letter by letter, wherever a person reads it.

Looked at over the example corpus and the made-up one: every page, every list that a command
prints, the balance sheet as a file, and the drafts that are checked.
"""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from kb.check.as_text import lines
from kb.check.checker import Checker
from kb.check.draft import read_draft
from kb.cli import main
from kb.knowledge.value import Knowledge
from reports.brief import Format, brief

HERE = Path(__file__).parent
CORPORA = ("example", "once")
QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
CUT = re.compile("…")
LISTS = ("conflicts", "near-misses", "disputes", "claims", "claims --unsaid", "brief")


@dataclass(frozen=True)
class Made:
    corpus: Path
    store: Path
    site: Path
    knowledge: Knowledge

    def misquoted(self, text: str, more: str = "") -> list[str]:
        """What stands in quotation marks and in no source, nor in `more`."""
        whole = "\n".join([*(d.text for d in self.knowledge.documents.values()), more])
        there = squeezed(whole)
        return [
            words
            for found in QUOTED.finditer(text)
            for words in CUT.split(found[1] or found[2] or "")
            if squeezed(words) not in there
        ]


def squeezed(text: str) -> str:
    """Without white space: lines are wrapped where it suits a terminal."""
    return re.sub(r"\s+", "", text)


@pytest.fixture(scope="module", params=CORPORA)
def made(request: pytest.FixtureRequest) -> Made:
    folder: Path = request.getfixturevalue(request.param)
    corpus, store, site = folder / "corpus", folder / ".kb", folder / "site"
    return Made(corpus, store, site, Knowledge.open(corpus, store))


def prose(page: Path) -> str:
    """What a page says itself: not the texts it shows, which are set off, nor their excerpts."""
    tree = LexborHTMLParser(page.read_text(encoding="utf-8"))
    for node in tree.css("script, style, blockquote, .text"):
        node.decompose()
    assert tree.body is not None
    return tree.body.text(separator=" ")


def test_the_check_finds_a_label_in_quotation_marks(made: Made) -> None:
    assert made.misquoted("One says “no such words”, the other [no].") == ["no such words"]


def test_every_reason_quotes_the_passages_only(made: Made) -> None:
    said = [*made.knowledge.conflicts, *made.knowledge.near_misses]
    assert [c.explanation for c in said if made.misquoted(c.explanation)] == []
    assert all("[" in c.explanation for c in said)


def test_every_page_quotes_the_texts_only(made: Made) -> None:
    pages = sorted(made.site.glob("*.html"))
    found = {p.name: made.misquoted(prose(p)) for p in pages}
    assert {name: words for name, words in found.items() if words} == {}
    assert any("“" in prose(p) for p in pages)


@pytest.mark.parametrize("words", LISTS)
def test_every_list_of_a_command_quotes_the_texts_only(
    made: Made, words: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    where = ["--corpus", str(made.corpus), "--store", str(made.store)]
    monkeypatch.setattr(sys, "argv", ["kb", *words.split(), *where])
    with pytest.raises(SystemExit) as ended:
        main()
    assert not ended.value.code
    told = capsys.readouterr().out
    assert told
    assert made.misquoted(told.replace("\\", "")) == []  # Markdown's escapes are not the text's


def test_a_finding_quotes_the_draft_and_its_sources_only(made: Made) -> None:
    checker = Checker(made.knowledge)
    for name in ("ad.txt", "landing.md", "leaflet.txt"):
        draft = read_draft(str(HERE / "kb" / "check" / "drafts" / name))
        checked = checker.check(draft)
        told = "\n".join(lines(checked, 10_000, colour=False))
        assert made.misquoted(told, draft.document.text) == []


def test_the_workbook_of_a_lesson_says_the_same_in_every_form(made: Made) -> None:
    page = brief(made.knowledge, format=Format.HTML).decode()
    tree = LexborHTMLParser(page)
    for node in tree.css("style, blockquote"):
        node.decompose()
    assert made.misquoted(tree.text(separator=" ")) == []
