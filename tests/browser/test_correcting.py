"""Correcting as people do it: with the mouse, with the keyboard alone, and with axe looking on."""

from playwright.sync_api import Page, expect

from kb.knowledge.value import Knowledge
from tests.browser.axe import sound_to_axe
from tests.browser.correcting import (
    BUILT,
    lines,
    mark,
    noted,
    open_source,
    panel,
    select,
    sign,
)
from tests.browser.reviewing import Served, open_pairs, open_review, said

LASTS = "last at least 40 years"


def test_another_answer_by_mouse_and_the_page_follows(
    page: Page, served: Served, sound: None
) -> None:
    open_source(page, served)
    mark(page, LASTS).click()
    expect(panel(page)).to_contain_text("How long do solar panels last?")
    panel(page).get_by_role("button", name="Another answer").click()
    panel(page).get_by_role("combobox", name="The answer").fill("30 years")
    panel(page).get_by_label("Why").fill("the data sheet says so")
    sign(page)
    panel(page).get_by_role("button", name="Save").click()
    expect(panel(page)).to_be_hidden()
    noted(page, "Noted: says something else")
    (line,) = lines(served)
    assert (line.kind, line.by, line.note) == ("other-value", "Ana", "the data sheet says so")
    expect(page.locator(".note", has_text="30 years")).to_be_visible(timeout=BUILT)
    noted(page, "Noted: says something else")


def test_not_a_claim_and_undo_by_keyboard_alone(page: Page, served: Served, sound: None) -> None:
    open_source(page, served)
    mark(page, LASTS).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="What was read here")).to_be_focused()
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(panel(page).get_by_role("button", name="Not a claim")).to_be_focused()
    page.keyboard.press("Enter")
    expect(panel(page)).to_contain_text("First say who you are.")
    expect(panel(page).get_by_label("Your name")).to_be_focused()
    page.keyboard.type("Ana")
    page.keyboard.press("Enter")
    noted(page, "Noted: not a claim")
    assert [c.kind for c in lines(served)] == ["not-a-claim"]
    expect(page.locator(".text mark", has_text=LASTS)).to_have_count(0, timeout=BUILT)
    undo = page.locator(".corrected-bar").get_by_role("button", name="Undo")
    undo.focus()
    page.keyboard.press("Enter")
    noted(page, "Taken back")
    expect(page.locator(".text mark", has_text=LASTS).first).to_be_visible(timeout=BUILT)
    assert [c.kind for c in lines(served)] == ["not-a-claim", "undo"]


def test_escape_closes_and_gives_the_focus_back(page: Page, served: Served, sound: None) -> None:
    open_source(page, served)
    mark(page, LASTS).focus()
    page.keyboard.press("Enter")
    expect(panel(page)).to_be_visible()
    for _ in range(30):
        page.keyboard.press("Tab")
        held = page.evaluate("Boolean(document.activeElement.closest('dialog, body'))")
        assert held and not page.evaluate("Boolean(document.activeElement.closest('main'))")
    panel(page).get_by_role("button", name="Another question").click()
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    expect(mark(page, LASTS)).to_be_focused()
    assert lines(served) == ()


def test_selected_words_become_a_claim(page: Page, served: Served, sound: None) -> None:
    open_source(page, served)
    select(page, "urn daylight into electrici")
    page.locator(".add-claim").click()
    words = panel(page).get_by_label("Its words")
    expect(words).to_have_value("turn daylight into electricity")
    panel(page).get_by_label("Find the question").fill("in winter")
    page.keyboard.press("ArrowDown")
    panel(page).get_by_label("They do not work in winter").check()
    panel(page).get_by_label("Only if").fill("if it snows")
    sign(page)
    panel(page).get_by_role("button", name="Add the claim").click()
    noted(page, "Noted: a claim that was not read")
    (line,) = lines(served)
    assert line.states and line.states.qualifiers.condition
    assert (line.anchor.quote, line.states.aspect, line.states.polarity) == (
        "turn daylight into electricity",
        "winter",
        "deny",
    )
    expect(mark(page, "turn daylight into electricity")).to_be_visible(timeout=BUILT)


def test_the_keyboard_adds_a_claim_of_selected_and_of_typed_words(
    page: Page, served: Served, sound: None
) -> None:
    open_source(page, served)
    select(page, "quietly and cleanly")
    expect(page.locator(".add-claim")).to_be_visible()
    page.keyboard.press("Enter")
    expect(panel(page).get_by_label("Find the question")).to_be_focused()
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Add a claim").first.focus()
    page.keyboard.press("Enter")
    expect(panel(page).get_by_label("Its words")).to_be_focused()
    page.keyboard.type("quietly and cleanly")
    page.keyboard.press("Tab")
    page.keyboard.type("noisy")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    sign(page)
    page.keyboard.press("Enter")
    noted(page, "Noted")
    (line,) = lines(served)
    assert line.states and (line.states.aspect, line.states.polarity) == ("noise", "deny")


def test_what_does_not_fit_is_said_at_its_field_and_nothing_is_lost(
    page: Page, served: Served
) -> None:
    open_source(page, served)
    mark(page, LASTS).click()
    panel(page).get_by_role("button", name="Another question").click()
    page.keyboard.type("paid for")
    page.keyboard.press("ArrowDown")
    answer = panel(page).get_by_role("combobox", name="The answer")
    answer.fill("several apples")
    panel(page).get_by_label("Why").fill("a reason")
    sign(page)
    page.keyboard.press("Enter")
    expect(answer).to_be_focused()
    expect(answer).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#amiss-answer")).to_contain_text("it takes an amount in year")
    expect(answer).to_have_value("several apples")
    expect(panel(page).get_by_label("Why")).to_have_value("a reason")
    answer.fill("9 years")
    page.keyboard.press("Enter")
    noted(page, "Noted: answers another question")
    assert [c.kind for c in lines(served)] == ["other-question"]


def test_words_of_two_paragraphs_are_told_so(page: Page, served: Served, sound: None) -> None:
    open_source(page, served)
    page.evaluate(
        """() => {
          const blocks = document.querySelectorAll(".text .block");
          getSelection().setBaseAndExtent(blocks[1], 0, blocks[3], 1);
        }"""
    )
    expect(page.locator(".add-claim")).to_have_text("Select words of one paragraph.")
    expect(page.locator(".add-claim")).to_be_disabled()


def test_a_build_waits_while_the_panel_is_open(page: Page, served: Served, sound: None) -> None:
    open_source(page, served)
    mark(page, LASTS).click()
    panel(page).get_by_label("Why").fill("not yet said")
    served.place.edit("brighter-roofs", "Built to last", "Built to outlast")
    served.running.line("texts/brighter-roofs.txt")
    page.wait_for_timeout(600)
    expect(panel(page).get_by_label("Why")).to_have_value("not yet said")
    page.keyboard.press("Escape")
    expect(page.locator("main")).to_contain_text("Built to outlast", timeout=BUILT)


def test_a_misread_passage_of_a_conflict_is_mended_and_taken_back(
    page: Page, served: Served, sound: None
) -> None:
    k = Knowledge.open(served.place.corpus, served.place.store)
    conflict = next(c for c in k.conflicts if c.aspect == "lifetime")
    open_review(page, served)
    page.goto(f"{served.base}review.html?c={conflict.id}")
    page.keyboard.type("ma")
    expect(panel(page).get_by_role("button", name="It says nothing of this").first).to_be_focused()
    sound_to_axe(page)
    panel(page).get_by_role("button", name="Another answer").first.click()
    panel(page).get_by_role("combobox", name="The answer").fill("33 years")
    page.keyboard.press("Enter")
    said(page, "Noted: says something else. The pages follow.")
    (line,) = lines(served)
    assert line.source == k.claim(conflict.a.claims[0]).source and served.verdicts == ()
    served.running.line("readings.jsonl")
    expect(page.locator("#review")).to_contain_text("This conflict is gone", timeout=BUILT)
    page.keyboard.press("z")
    said(page, "Taken back")
    expect(page.locator("#review")).to_have_attribute("data-conflict", conflict.id, timeout=BUILT)
    assert [c.kind for c in lines(served)] == ["other-value", "undo"]


def test_no_key_reaches_the_pair_behind_the_panel(page: Page, served: Served, sound: None) -> None:
    open_pairs(page, served)
    page.keyboard.type("mar")
    expect(panel(page)).to_be_visible()
    page.keyboard.press("n")
    page.keyboard.press("Escape")
    expect(panel(page)).to_be_hidden()
    assert served.verdicts == () and lines(served) == ()


def test_axe_finds_nothing(page: Page, served: Served, sound: None) -> None:
    open_source(page, served)
    ids = " ".join(c.id for c in Knowledge.open(served.place.corpus, served.place.store).claims[:3])
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        for act in ("Another question", "Only if / only for"):
            mark(page, LASTS).click()
            panel(page).get_by_role("button", name=act).click()
            sound_to_axe(page)
            page.keyboard.press("Escape")
        select(page, "quietly and cleanly")
        page.locator(".add-claim").click()
        sound_to_axe(page)
        page.keyboard.press("Escape")
        sound_to_axe(page)
        page.goto(f"{served.base}correct.html?claims={ids}")
        sound_to_axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        open_source(page, served)
