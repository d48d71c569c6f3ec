"""The page of proposals, by mouse and by keyboard: accepted, built, taken back."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import sound_to_axe
from tests.browser.reviewing import Served, said
from tests.kb.suggest.test_suggest import GLARE

LOOKING = 60_000


def open_page(page: Page, served: Served) -> None:
    """Of a topic file that lacks a part: the proposal to add it is there."""
    file = served.place.corpus / "topic.yaml"
    file.write_text(topic(served).replace(GLARE, ""), encoding="utf-8")
    served.running.line("topic.yaml")
    page.goto(f"{served.base}suggest.html")
    expect(proposal(page)).to_be_visible(timeout=LOOKING)


def topic(served: Served) -> str:
    return (served.place.corpus / "topic.yaml").read_text(encoding="utf-8")


def proposal(page: Page) -> Locator:
    return page.locator(".proposal", has=page.get_by_role("heading", name="glare", exact=True))


def test_by_mouse(page: Page, served: Served, sound: None) -> None:
    open_page(page, served)
    proposal(page).get_by_role("button", name="Accept").click()
    said(page, "Written: glare")
    assert "name: glare" in topic(served)
    expect(proposal(page)).to_have_count(0, timeout=LOOKING)  # the build reads it by now
    page.get_by_role("button", name="Undo").click()
    said(page, "Taken back: glare")
    assert "name: glare" not in topic(served)
    expect(proposal(page)).to_be_visible(timeout=LOOKING)


def test_by_keyboard(page: Page, served: Served, sound: None) -> None:
    open_page(page, served)
    page.keyboard.press("j")
    for _ in range(40):
        if proposal(page).get_by_role("button").evaluate("n => n === document.activeElement"):
            break
        page.keyboard.press("j")
    page.keyboard.press("a")
    said(page, "Written: glare")
    assert "name: glare" in topic(served)
    page.keyboard.press("z")
    said(page, "Taken back: glare")
    assert "name: glare" not in topic(served)


def test_keys_can_be_switched_off(page: Page, served: Served, sound: None) -> None:
    open_page(page, served)
    page.get_by_label("Keys").uncheck()
    before = topic(served)
    page.keyboard.press("j")
    page.keyboard.press("a")
    proposal(page).get_by_role("button", name="Accept").focus()
    page.keyboard.press("a")
    assert topic(served) == before
    page.keyboard.press("Enter")
    said(page, "Written: glare")
    page.evaluate("localStorage.clear()")


def test_without_a_topic_file_the_guess_is_written_down(
    page: Page, served: Served, sound: None
) -> None:
    file = served.place.corpus / "topic.yaml"
    file.unlink()
    served.running.line("topic.yaml", LOOKING / 1000)
    page.goto(f"{served.base}suggest.html")
    page.get_by_role("button", name="Write the guess down").click()
    said(page, "Looking|Writing|Written")
    expect(page.locator("#proposals")).not_to_contain_text("no topic file", timeout=LOOKING)
    assert file.exists()


def test_axe_finds_no_violation(page: Page, served: Served, sound: None) -> None:
    open_page(page, served)
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        sound_to_axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    proposal(page).get_by_role("button", name="Accept").click()
    said(page, "Written")
    expect(page.locator("#said")).to_have_text(re.compile("glare"))
