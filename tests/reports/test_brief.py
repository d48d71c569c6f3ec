import io
import zipfile

import pytest
from docx import Document
from markdown_it import MarkdownIt
from selectolax.lexbor import LexborHTMLParser

from extract.errors import InputError
from kb.knowledge.value import Knowledge
from reports.brief import Format, brief
from tests.reports.hostile import EVIL, written_with


def test_markdown_names_every_position_its_voices_gaps_and_questions(knowledge: Knowledge) -> None:
    page = brief(knowledge, ["firmness"], Format.MD).decode()
    assert "## How firm is it?" in page
    assert "Three of four sources answer. Two say: soft; one: medium." in page
    assert "**soft** (2 sources)" in page
    assert "> “It feels soft.”  \n> — Sleep better for life · Dreamwell · 7 March 2024" in page
    assert "When can both be true?" in page
    assert "lifespan" not in page.lower()


def test_gaps_are_named(knowledge: Knowledge) -> None:
    page = brief(knowledge, ["lifespan", "price"], Format.MD).decode()
    assert "- Each position rests on a single source." in page


def test_all_that_somebody_answers_is_taken_if_nothing_is_named(knowledge: Knowledge) -> None:
    page = brief(knowledge).decode()
    assert page.count("\n## ") == 7
    assert "squeak" not in page


def test_an_aspect_that_is_not_known_is_named_with_those_that_are(knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match="colour: no such aspect; there are care"):
        brief(knowledge, ["colour"])


def test_a_word_document_opens_and_its_bytes_do_not_change(knowledge: Knowledge) -> None:
    once, again = (brief(knowledge, ["smell"], Format.DOCX) for _ in range(2))
    assert once == again
    lines = [p.text for p in Document(io.BytesIO(once)).paragraphs]
    assert "Does it smell when new?" in lines
    assert "“Our foam has no smell.”" in lines
    with zipfile.ZipFile(io.BytesIO(once)) as archive:
        assert {i.date_time[0] for i in archive.infolist()} == {1980}


def test_an_html_brief_stands_alone(knowledge: Knowledge) -> None:
    tree = LexborHTMLParser(brief(knowledge, ["smell"], Format.HTML).decode())
    assert not tree.css("a, script, link, img")
    assert "style-src 'sha256-" in str(tree.css_first("meta[http-equiv]").attributes["content"])
    assert [h.text() for h in tree.css("h2")] == ["Does it smell when new?"]


def test_hostile_text_stays_text_in_every_format() -> None:
    hostile, tame = written_with(EVIL), written_with("words")
    page = MarkdownIt().render(brief(hostile).decode())
    tags = {e.tag for e in LexborHTMLParser(page).css("*")}
    assert tags <= {
        e.tag for e in LexborHTMLParser(MarkdownIt().render(brief(tame).decode())).css("*")
    }
    html = LexborHTMLParser(brief(hostile, format=Format.HTML).decode())
    assert not html.css("script, img, a") and len(html.css("style")) == 1
    assert Document(io.BytesIO(brief(hostile, format=Format.DOCX))).paragraphs
