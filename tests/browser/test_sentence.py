"""The page that reads a sentence and shows its whole way."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.reviewing import Served

SENTENCE = "Solar panels last 90 years, but the pergola can leak."


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_sentence_is_read_and_axe_finds_no_violation(
    page: Page, served: Served, sound: None, scheme: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"{served.base}read.html")
    page.get_by_label("The sentence").fill(SENTENCE)
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#said")).to_have_text("Read.")
    expect(page.locator(".way h3")).to_have_text(
        ["Solar panels last 90 years", "the pergola can leak"]
    )
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        found = Axe().run(page, options={"preload": False}).response["violations"]
        assert not found, [(v["id"], v["nodes"][0]["html"][:200]) for v in found]
        assert page.evaluate("document.documentElement.scrollWidth") <= width
