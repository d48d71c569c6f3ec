"""The page of a checked draft in a browser: readable on any screen, for everybody, at rest."""

from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document
from playwright.sync_api import BrowserContext, Page, Request

from reports.draft import draft_page
from tests.browser.axe import sound_to_axe
from tests.browser.reviewing import Served
from tests.extract.document.makers import docx
from tests.reports.mattress import mattress
from tests.reports.test_draft import checked

LONG = "\n\n".join(["A paragraph that claims nothing.", "x" * 300, "The mattress smells."] * 3)


@pytest.fixture(scope="module")
def draft(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("draft") / "draft.html"
    path.write_bytes(draft_page([checked(), replace(checked(LONG), name="other.txt")], mattress()))
    return path


def test_axe_finds_no_violation(page: Page, draft: Path) -> None:
    page.goto(draft.as_uri())
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        sound_to_axe(page)


def test_it_is_styled_asks_for_nothing_and_fits_a_phone(page: Page, draft: Path) -> None:
    asked: list[Request] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request))
    page.on("console", lambda message: said.append(message.text))
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(draft.as_uri())
    assert [r.url for r in asked] == [draft.as_uri()]
    assert said == [], "the policy lets its own style in"
    assert page.evaluate("getComputedStyle(document.querySelector('.desk')).display") == "grid"
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_a_finding_leads_to_its_passage_and_back(page: Page, draft: Path) -> None:
    page.goto(draft.as_uri())
    page.locator(".finding .number").first.click()
    assert page.url.endswith("#f-1")
    page.locator("#f-1 + sup a").click()
    assert page.url.endswith("#n-1")


def test_the_sentence_is_copied(browser: BrowserContext, page: Page, draft: Path) -> None:
    browser.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(draft.as_uri())
    button = page.locator("button.copy").first
    button.click()
    page.get_by_text("Copied").wait_for()
    words = page.locator(".fair span").first.inner_text()
    assert words and page.evaluate("navigator.clipboard.readText()") == words
    button.get_by_text("Copy", exact=True).wait_for()


def test_on_paper_there_are_no_buttons(page: Page, draft: Path) -> None:
    page.emulate_media(media="print")
    page.goto(draft.as_uri())
    assert not page.locator("button.copy").first.is_visible()


def test_a_file_given_to_the_live_page_comes_back_with_comments(
    page: Page, served: Served, tmp_path: Path, sound: None
) -> None:
    draft = tmp_path / "my copy.docx"
    draft.write_bytes(docx(("Normal", "Solar panels last at least 90 years.")))
    page.goto(f"{served.base}check.html")
    page.get_by_label("drop it here").set_input_files(draft)
    page.get_by_text("Checked: my copy.docx.").wait_for()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save the Word file with comments").click()
    assert loading.value.suggested_filename == "my copy.checked.docx"
    made = Document(str(loading.value.path()))
    assert {c.author for c in made.comments} == {"Counterclaim"}
    wrong = tmp_path / "copy.pdf"
    wrong.write_bytes(b"%PDF")
    page.get_by_label("drop it here").set_input_files(wrong)
    page.get_by_text("copy.pdf: is no draft that can be read").wait_for()
    sound_to_axe(page)


def test_a_file_dropped_anywhere_on_the_live_page_is_checked(
    page: Page, served: Served, sound: None
) -> None:
    page.goto(f"{served.base}check.html")
    page.evaluate(
        """() => {
          const given = new DataTransfer();
          given.items.add(new File(["Solar panels last at least 90 years."], "copy.txt"));
          const drop = new DragEvent("drop", { dataTransfer: given, bubbles: true });
          document.body.dispatchEvent(drop);
        }"""
    )
    page.get_by_text("Checked: copy.txt.").wait_for()
    with page.expect_download() as loading:
        page.get_by_role("button", name="Save this as a page").click()
    assert loading.value.suggested_filename == "copy.checked.html"
