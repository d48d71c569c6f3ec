"""A whole question is decided at once; none by accident."""

import re

import pytest
from playwright.sync_api import Page, expect

from kb.verdicts.standing import misread
from tests.browser.reviewing import (
    Served,
    dispute,
    largest,
    nothing_of_this,
    open_pairs,
    open_review,
    said,
)


def test_a_whole_question_is_decided_and_taken_back(
    page: Page, served: Served, sound: None
) -> None:
    open_review(page, served)
    first = dispute(page)
    page.keyboard.type("pb")
    said(page, "Noted: prefer")
    expect(page.locator("#review")).not_to_have_attribute("data-dispute", first)
    second = dispute(page)
    page.keyboard.press("b")
    said(page, "Say why all sides hold")
    expect(page.get_by_label("because")).to_be_focused()
    page.keyboard.type("two kinds")
    page.keyboard.press("Enter")
    said(page, "Noted: both hold")
    prefer, hold = served.verdicts
    assert (prefer.dispute, prefer.verdict) == (first, "prefer")
    assert prefer.position in prefer.sides[1]
    assert (hold.dispute, hold.verdict, hold.note) == (second, "both-hold", "two kinds")
    for id in (second, first):
        page.keyboard.press("z")
        said(page, "Taken back")
        expect(page.locator("#review")).to_have_attribute("data-dispute", id)
        expect(page.locator(".progress")).to_contain_text("to decide")
    expect(page.locator(".side.preferred")).to_have_count(0)


def test_a_side_read_wrong_is_taken_back_as_a_whole(
    page: Page, served: Served, sound: None
) -> None:
    open_review(page, served)
    first = dispute(page)
    page.keyboard.type("ma")
    nothing_of_this(page, "No passage of this side says anything of this")
    said(page, "Noted: misread")
    assert served.verdicts and all(v.verdict == "misread" for v in served.verdicts)
    page.keyboard.press("z")
    said(page, "Taken back")
    assert not misread(served.verdicts)
    expect(page.locator("#review")).to_have_attribute("data-dispute", first)


def test_after_the_last_pair_its_question_comes_and_no_key_decides_that(
    page: Page, served: Served, sound: None
) -> None:
    open_pairs(page, served)
    pairs = len(largest(served).conflicts)
    page.keyboard.type("r" * (pairs + 3))
    expect(page.locator("#review")).to_have_attribute("data-dispute", largest(served).id)
    expect(page.locator(".progress")).to_contain_text("decided; ")
    page.keyboard.press("?")  # all keys before it are done
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    assert [v.conflict for v in served.verdicts if v.conflict] and len(served.verdicts) == pairs


@pytest.mark.parametrize("size", [(1280, 720), (390, 844)])
def test_what_can_be_decided_stands_above_the_fold(
    page: Page, served: Served, size: tuple[int, int]
) -> None:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    open_review(page, served)
    for key in ("", "o"):
        if key:
            page.keyboard.press(key)
            expect(page.locator("#review")).to_have_attribute("data-conflict", re.compile("."))
        for name in ("Real", "Not a conflict", "hold", "Unsure", "Undo"):
            expect(page.locator(".bar").get_by_role("button", name=name)).to_be_in_viewport()
        expect(page.get_by_role("button", name="Prefer this").first).to_be_in_viewport()
