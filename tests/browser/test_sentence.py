"""The page that reads a sentence and shows its whole way."""

from playwright.sync_api import Page, expect

from tests.browser.axe import sound_to_axe
from tests.browser.reviewing import Served

SENTENCE = "Solar panels last 90 years, but the pergola can leak."


def test_a_sentence_is_read_and_axe_finds_no_violation(
    page: Page, served: Served, sound: None
) -> None:
    page.goto(f"{served.base}read.html")
    page.get_by_label("The sentence").fill(SENTENCE)
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#said")).to_have_text("Read.")
    expect(page.locator(".way h3")).to_have_text(
        ["Solar panels last 90 years", "the pergola can leak"]
    )
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        sound_to_axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
