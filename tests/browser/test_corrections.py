"""The list of corrections as people go through it: proposals one by one, and undo, by keyboard."""

from dataclasses import replace

import pytest
from playwright.sync_api import Page, expect

from kb.corrections.file import append
from kb.corrections.making import Corrector, Wish
from kb.knowledge.correcting import Correcting
from kb.knowledge.value import Knowledge
from tests.browser.axe import sound_to_axe
from tests.browser.correcting import BUILT, lines, noted
from tests.browser.reviewing import Served

WORDS = (("turn daylight into electricity", "winter"), ("quietly and cleanly", "noise"))


@pytest.fixture
def proposed(served: Served) -> Served:
    """Two proposals of another reader, and one correction of a person; added at once, for a
    second build would take a list away while it is clicked."""
    k = Knowledge.open(served.place.corpus, served.place.store)
    ben = Correcting(k, Corrector("Ben", "2026-05-01T10:00:00.000000+00:00"))
    said = [ben.add("brighter-roofs", words, Wish(aspect=aspect)) for words, aspect in WORDS]
    owls = [replace(line, by="", reader="owl") for (line,) in said]
    claim = next(c.id for c in k.claims if "last at least 40 years" in c.quote)
    mended = ben.otherwise(claim, Wish(value="30 years"))
    append(served.place.corpus / "readings.jsonl", *owls, *mended)
    served.running.line("readings.jsonl")
    return served


def open_list(page: Page, served: Served) -> None:
    page.goto(f"{served.base}index.html")
    page.get_by_role("link", name="Corrections").click()
    expect(page.get_by_role("heading", name="Proposed by other readers 2")).to_be_visible()


def test_proposals_are_accepted_refused_and_taken_back_by_keyboard(
    page: Page, proposed: Served, sound: None
) -> None:
    open_list(page, proposed)
    page.get_by_label("Your name").fill("Ana")
    page.get_by_role("heading", name="Corrections").click()
    page.keyboard.type("j")
    expect(page.locator(".correction").first).to_be_focused()
    page.keyboard.type("a")
    noted(page, "Noted")
    page.keyboard.type("r")
    expect(page.locator("#proposed")).to_have_count(0)
    made = [(c.kind, c.by) for c in lines(proposed)[3:]]
    assert made == [("add", "Ana"), ("undo", "Ana")]
    page.keyboard.type("z")
    noted(page, "Taken back")
    expect(page.get_by_role("heading", name="Proposed by other readers 1")).to_be_visible()
    page.keyboard.type("z")
    expect(page.get_by_role("heading", name="Proposed by other readers 2")).to_be_visible()


def test_without_a_name_nothing_is_done(page: Page, proposed: Served, sound: None) -> None:
    open_list(page, proposed)
    page.get_by_role("button", name="Accept").first.click()
    noted(page, "First say who you are")
    expect(page.get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Ana a r z j k")
    assert len(lines(proposed)) == 3


def test_a_correction_is_opened_mended_and_taken_back_by_mouse(
    page: Page, proposed: Served, sound: None
) -> None:
    open_list(page, proposed)
    page.get_by_label("Your name").fill("Ana")
    page.locator("#held ~ ul").get_by_role("button", name="Open").click()
    panel = page.get_by_role("dialog")
    panel.get_by_role("button", name="Another answer").first.click()
    panel.get_by_role("combobox", name="The answer").fill("35 years")
    panel.get_by_label("Your name").fill("Ana")
    panel.get_by_role("button", name="Save").click()
    expect(page.locator("#held ~ ul")).to_contain_text("Lifetime: 35 years")
    expect(page.locator("#held ~ ul")).to_contain_text("Otherwise Ben: says something else")
    page.get_by_role("button", name="Undo this").click()
    expect(page.locator("#held ~ ul")).to_contain_text("Lifetime: 30 years")
    page.goto(f"{proposed.base}source-brighter-roofs.html#mended")
    expect(page.locator("li[data-reading]")).to_contain_text("Ben", timeout=BUILT)


def test_axe_finds_nothing(page: Page, proposed: Served, sound: None) -> None:
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for name in ("corrections", "source-brighter-roofs", "about"):
            page.goto(f"{proposed.base}{name}.html")
            sound_to_axe(page)
            assert page.evaluate("document.documentElement.scrollWidth") <= width
