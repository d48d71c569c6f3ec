"""The steps that tests of correcting in the browser share."""

import re

from playwright.sync_api import Locator, Page, expect

from kb.corrections.file import read_corrections
from kb.corrections.model import Correction
from tests.browser.reviewing import Served

BUILT = 30_000  # milliseconds within which the pages follow


def lines(served: Served) -> tuple[Correction, ...]:
    return read_corrections(served.place.corpus / "readings.jsonl")


def open_source(page: Page, served: Served, source: str = "brighter-roofs") -> None:
    page.goto(f"{served.base}source-{source}.html")


def mark(page: Page, words: str) -> Locator:
    return page.locator(".text mark[data-claims]", has_text=words).first


def panel(page: Page) -> Locator:
    return page.get_by_role("dialog")


def sign(page: Page, name: str = "Ana") -> None:
    panel(page).get_by_label("Your name").fill(name)


def noted(page: Page, words: str) -> None:
    expect(page.locator(".corrected-bar").get_by_role("status")).to_have_text(re.compile(words))


def select(page: Page, words: str) -> None:
    """Select words as dragging over them does."""
    page.locator(".text").evaluate(
        """(text, words) => {
          const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const at = node.data.indexOf(words);
            if (at < 0) continue;
            getSelection().setBaseAndExtent(node, at, node, at + words.length);
            return;
          }
        }""",
        words,
    )
