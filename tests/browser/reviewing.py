"""`kb serve` on a corpus of its own, and the steps that its tests share."""

import re
from dataclasses import dataclass

from playwright.sync_api import Page, expect

from kb.knowledge.value import Knowledge
from kb.model import Dispute, Verdict
from kb.verdicts.file import read_verdicts
from tests.kb.conftest import Place
from tests.reports.live.running import Running

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


@dataclass(frozen=True)
class Served:
    place: Place
    base: str
    running: Running

    @property
    def verdicts(self) -> tuple[Verdict, ...]:
        return read_verdicts(self.place.corpus / "verdicts.jsonl")


def open_review(page: Page, served: Served, name: str = "Ana") -> None:
    page.goto(f"{served.base}review.html")
    page.get_by_label("Your name").fill(name)
    page.keyboard.press("Enter")
    expect(page.locator("#as")).to_contain_text(f"You decide as {name}.")


def open_pairs(page: Page, served: Served) -> None:
    """The pairs of the dispute that has the most, one by one."""
    open_review(page, served)
    page.goto(f"{served.base}review.html?d={largest(served).id}")
    page.keyboard.press("o")
    expect(page.locator("#review")).to_have_attribute("data-conflict", re.compile("."))


def largest(served: Served) -> Dispute:
    k = Knowledge.open(served.place.corpus, served.place.store)
    return max(k.disputes, key=lambda d: len(d.conflicts))


def current(page: Page) -> str:
    return page.locator("#review").get_attribute("data-conflict") or ""


def dispute(page: Page) -> str:
    return page.locator("#review").get_attribute("data-dispute") or ""


def said(page: Page, words: str) -> None:
    expect(page.get_by_role("status")).to_have_text(re.compile(words))


def nothing_of_this(page: Page, words: str = "It says nothing of this") -> None:
    """Answer the panel that a misread passage opens: it comes up on that answer."""
    expect(page.get_by_role("dialog").get_by_role("button", name=words).first).to_be_focused()
    page.keyboard.press("Enter")
