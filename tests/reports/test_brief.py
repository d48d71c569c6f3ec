import io
from dataclasses import replace

import pytest
from docx import Document
from markdown_it import MarkdownIt
from pptx import Presentation
from selectolax.lexbor import LexborHTMLParser

from extract.errors import InputError
from kb.knowledge.value import Knowledge
from kb.reconcile.disputes import disputes
from reports.brief import LESSONS, QUIZZES, Format, brief
from reports.teach.choose import Wanted
from tests.reports.hostile import EVIL, written_with


def test_markdown_has_the_sides_their_passages_and_what_to_discuss(knowledge: Knowledge) -> None:
    page = brief(knowledge, [Wanted("firmness")]).decode()
    assert "## 1. How firm is it?" in page
    assert "**A** *soft*" in page
    assert "> “It feels soft.” \\[1\\]" in page
    assert "**To discuss:** One source alone says *medium*, others *soft*." in page
    assert "lifespan" not in page.lower()


def test_the_six_foremost_disputes_are_taken_if_nothing_is_named(knowledge: Knowledge) -> None:
    page = brief(knowledge).decode()
    assert page.count("\n## ") == 6 + 1  # and the sources
    assert "price" not in page.lower()


def test_an_html_handout_stands_alone_and_its_meter_can_be_heard(knowledge: Knowledge) -> None:
    tree = LexborHTMLParser(brief(knowledge, [Wanted("smell")], Format.HTML).decode())
    assert not tree.css("a, script, link, img, [style]")
    assert "style-src 'sha256-" in str(tree.css_first("meta[http-equiv]").attributes["content"])
    assert [h.text().split(". ")[0] for h in tree.css("h2")] == ["1", "Sources"]
    heard = str(tree.css_first("svg").attributes["aria-label"])
    assert heard.startswith("Of 4 sources, ") and "silent: 1" in heard


def test_an_html_quiz_has_its_key_last(knowledge: Knowledge) -> None:
    tree = LexborHTMLParser(brief(knowledge, (), Format.HTML, quiz=True).decode())
    assert [h.text() for h in tree.css("h2")][-1] == "Answers"
    assert len(tree.css("ol.options")) == len(tree.css(".key .entry"))


def test_a_form_that_there_is_not_is_named_with_those_that_there_are(knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match="pptx: no form for a quiz; use md, html, docx, gift"):
        brief(knowledge, format=Format.PPTX, quiz=True)
    with pytest.raises(InputError, match="gift: no form for a lesson; use md, html, docx, pptx"):
        brief(knowledge, format=Format.GIFT)


def test_a_question_on_which_nobody_differs_gives_no_quiz(knowledge: Knowledge) -> None:
    with pytest.raises(InputError, match="nothing to ask: "):
        brief(knowledge, [Wanted("noise")], quiz=True)


def hostile(word: str) -> Knowledge:
    made = written_with(word)
    return replace(made, disputes=disputes(made.conflicts, made.positions, made.topic, {}))


def test_hostile_text_stays_text_in_every_form() -> None:
    evil, tame = hostile(EVIL), hostile("words")
    tags = [
        {e.tag for e in LexborHTMLParser(MarkdownIt().render(brief(k).decode())).css("*")}
        for k in (evil, tame)
    ]
    assert tags[0] <= tags[1]
    html = LexborHTMLParser(brief(evil, format=Format.HTML).decode())
    assert not html.css("script, img, a") and len(html.css("style")) == 1
    assert Document(io.BytesIO(brief(evil, format=Format.DOCX))).tables
    assert len(Presentation(io.BytesIO(brief(evil, format=Format.PPTX))).slides) == 3


@pytest.mark.parametrize("quiz", [False, True])
def test_every_form_has_the_same_bytes_again(knowledge: Knowledge, quiz: bool) -> None:
    for form in QUIZZES if quiz else LESSONS:
        assert brief(knowledge, (), form, quiz) == brief(knowledge, (), form, quiz)
